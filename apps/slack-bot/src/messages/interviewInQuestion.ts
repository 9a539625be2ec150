/** An interview that was recorded before the child was missing after all. */
import type { ChildReference, Interview } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { InterviewOnHold, InterviewQuestion, InterviewSettled } from "../delivery/message/decisionMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { interviewUndoButtons } from "../forms/cardButtons.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"
import { actions, header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

const title = (child: ChildReference): string => `${child} · What becomes of the interview?`

/** How far it had come, and no word of what it brought out. */
const howFar = ({ completed, offeredAt, interviewer }: Interview): string => {
  if (completed !== undefined) return `It was recorded as held ${londonDateTime(completed.completedAt)}`
  const who = interviewer === undefined ? "nobody" : personInWords(interviewer)
  return offeredAt === undefined
    ? `It is assigned to ${who}`
    : `It was offered ${londonDateTime(offeredAt)}, and ${who} has it`
}

/** To the Missing Co-ordinators: the child is looked for whatever they decide. */
export const interviewAsked = ({ child, state, episode, interview }: Facts<InterviewQuestion>): MessageContent => {
  const reference = escapeSlack(child)
  return {
    text: `${reference} is missing after all, and an interview is recorded. Say what becomes of it.`,
    blocks: [
      header(title(child)),
      section(
        `${reference} is missing after all, last seen ${londonDateTime(episode.missingAt)}, and a return home interview is recorded. ${howFar(interview)}.`
      ),
      section(
        "*Now:* the child comes first. Then say what becomes of the interview: whoever has it is taken off it, and what did not happen, or was of another child, is withdrawn. It is asked until then."
      ),
      actions(
        "interview-in-question",
        interviewUndoButtons(state, episode).map((button) => button({ child, episodeId: episode.id }))
      )
    ]
  }
}

/** In place of the question, once there is nothing to decide. */
export const interviewSettled = ({ child }: Facts<InterviewSettled>): MessageContent => ({
  text: `${escapeSlack(child)}: nothing is left to decide about the interview.`,
  blocks: [header(title(child)), section("*Nothing is left to decide.* The card says how things stand.")]
})

/** To whoever has the interview, or held it. */
export const interviewOff = ({ child, isHeld }: Facts<InterviewOnHold>): MessageContent => {
  const reference = escapeSlack(child)
  return {
    text: `${reference} is missing after all. Please hold no interview now.`,
    blocks: [
      header(`${child} · Missing after all`),
      section(
        isHeld
          ? `${reference} is missing after all, and an interview that you held is recorded. If you have spoken to the child, tell the Missing Co-ordinator and the police when and where.`
          : `${reference} is missing after all, so the return home interview you have cannot be held now. If you know where the child is, tell the police and the Missing Co-ordinator at once.`
      ),
      section("A Missing Co-ordinator says what becomes of the interview.")
    ]
  }
}
