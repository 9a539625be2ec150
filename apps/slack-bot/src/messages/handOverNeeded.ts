/** An interview whose interviewer is away, to whoever can give it to somebody else and to whoever covers meanwhile. */
import { type Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { ChildReference, Episode, PersonId } from "@safe-return/domain/pathway"
import type { Acting } from "@safe-return/domain/telling"
import { awayInWords } from "../words/away.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"
import { actions, header, section } from "./blocks.ts"
import { changeInterviewerButton } from "./caseButtons.ts"
import { interviewDue } from "./interviewAssigned.ts"
import type { MessageContent } from "./MessageContent.ts"

export interface HandOverFacts {
  readonly child: ChildReference
  readonly episode: Episode
  readonly interviewer: PersonId
  readonly acting: Exclude<Acting, { readonly _tag: "Themselves" }>
  readonly now: Instant
}

const whoCovers = ({ acting, interviewer }: HandOverFacts): string =>
  acting._tag === "Cover"
    ? `${personInWords(acting.person)} covers, and is told what ${personInWords(interviewer)} is told.`
    : "*Nobody covers.* Until it is handed over, what they are told comes to the Missing Co-ordinators as well."

export const handOverNeeded = (facts: HandOverFacts): MessageContent => {
  const { child, episode, interviewer, acting, now } = facts
  const who = personInWords(interviewer)
  return {
    text: `${escapeSlack(child)}: ${who} is away and has the return home interview. Does somebody else carry it out?`,
    blocks: [
      header(`${child} · Interviewer away`),
      section(
        `${who} is ${awayInWords(acting.away, londonDayOf(now))} and has the return home interview. ${whoCovers(facts)}\n*Now:* decide whether it is handed over: here, or all of theirs at once with \`/rhi handover\`.`
      ),
      ...interviewDue(episode),
      actions("hand-over", [changeInterviewerButton({ child, episodeId: episode.id }, "primary")])
    ]
  }
}
