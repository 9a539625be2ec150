import type { Calendars } from "@safe-return/domain/calendar"
import type { ChildReference, ChildState, Episode } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { MessageContent } from "../blocks/blocks.ts"
import { context, escapeSlack, section } from "../blocks/blocks.ts"
import { interviewDue } from "./interviewAssigned.ts"

const whatIsRecorded = ({ progress }: Episode): string => {
  switch (progress._tag) {
    case "Found":
      return `found ${londonDateTime(progress.foundAt)}. Record the return once the child is back: the interview's clock starts then.`
    case "Returned":
      return `returned ${londonDateTime(progress.returnedAt)}. The return home interview is owed from then.`
    case "Missing":
    case "Cancelled":
      return "nothing new."
  }
}

/** The reply to a person who recorded a find or a return by command, with the time as it was understood. */
export const movementRecorded = (
  child: ChildReference,
  state: ChildState,
  episode: Episode,
  calendars: Calendars,
  mayCorrect: boolean
): MessageContent => {
  const text = `${escapeSlack(child)} is recorded as ${whatIsRecorded(episode)}`
  return {
    text,
    blocks: [
      section(text),
      ...(episode.progress._tag === "Returned" ? interviewDue(state, episode, calendars) : []),
      context(
        mayCorrect
          ? `Not right? \`/missing correct ${escapeSlack(child)}\``
          : "Not right? Tell the MASH or a Missing Co-ordinator, who put it right."
      )
    ]
  }
}
