import type { LeftToDo } from "../message/Message.ts"

const words: Readonly<Record<LeftToDo, string>> = {
  questions:
    "This message asks nothing more of you. Questions that you still have to answer as the allocated worker are on the app's Home tab.",
  "questions in their place":
    "This message asks nothing more of you. Questions that wait for the allocated worker you cover for are on the app's Home tab.",
  "carer-offer":
    "This message asks nothing more of you. Still yours: offer the parent or carer to tell what they know, from the app's Home tab.",
  "write-up":
    "This message asks nothing more of you. What is left of the interview's write-up is on the app's Home tab.",
  closing:
    "This message asks nothing more of you. What is left before the episode can be closed is on the app's Home tab.",
  "another message": "This message asks nothing more of you. What else waits for you here, other messages ask."
}

/** How a message ends that asks for nothing any more, in words that are true of its reader. */
export const leftInWords = (left: LeftToDo | undefined): string =>
  left === undefined ? "Nothing is asked of you here any more." : words[left]
