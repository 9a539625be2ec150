/** A reminder that an interview is owed: to the interviewer, and to the channel. Louder once the 72 hours are over. */
import type { Instant } from "@safe-return/domain/calendar"
import { clocksOf, type Reminder } from "@safe-return/domain/deadlines"
import type { ChildReference, Episode, PersonId } from "@safe-return/domain/pathway"
import { Option } from "effect"
import { caveatsOf, workingDaysInWords } from "../words/deadlines.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { londonDateTime, timeToDeadline } from "../words/londonTime.ts"
import { personInWords } from "../words/person.ts"
import { actions, context, header, section, sectionWith } from "./blocks.ts"
import { assignButton, logButton, returnedButton, whyButton } from "./caseButtons.ts"
import type { MessageContent } from "./MessageContent.ts"

export interface ReminderFacts {
  readonly child: ChildReference
  readonly episode: Episode
  readonly reminder: Reminder
  readonly interviewer?: PersonId
  readonly now: Instant
}

const whoActs = ({ child, interviewer }: ReminderFacts): string =>
  interviewer === undefined
    ? `*Nobody is assigned.* A Missing Co-ordinator or team manager assigns it now: \`/rhi assign ${escapeSlack(child)} @person\`.`
    : `${personInWords(interviewer)}: offer and carry out the interview, then log it with \`/rhi log ${escapeSlack(child)}\`.`

export const reminder = (facts: ReminderFacts): MessageContent => {
  const { child, episode, reminder: due, interviewer, now } = facts
  const { hours } = episode.policy.interview
  const isBreach = due.stage._tag === "Breach"
  const timeLeft = timeToDeadline(due.dueAt, now)
  const deadline = `${hours.value} hours: ${londonDateTime(due.dueAt)} (${timeLeft})`
  const clocks = Option.getOrUndefined(clocksOf(episode))
  const link = { child, episodeId: episode.id }
  const summary = isBreach ? `interview overdue (${timeLeft})` : `interview due ${timeLeft}`
  return {
    text: `${isBreach ? ":rotating_light: " : ""}${escapeSlack(child)}: return home ${summary}. ${whoActs(facts)}`,
    blocks: [
      header(isBreach ? `:rotating_light: ${child} · Interview overdue` : `${child} · Interview due ${timeLeft}`),
      section(
        isBreach
          ? `*The ${hours.value} hours are over and no interview is logged.* It is still owed: the sooner, the more it can do.\n${whoActs(facts)}`
          : whoActs(facts)
      ),
      sectionWith(
        clocks === undefined ? deadline : `${deadline}\n${workingDaysInWords(clocks, episode.policy)}`,
        whyButton(link)
      ),
      ...(clocks === undefined ? [] : caveatsOf(clocks).map(context)),
      actions("reminder", [
        ...(episode.progress._tag === "Found" ? [returnedButton(link)] : []),
        ...(interviewer === undefined ? [assignButton(link, "primary")] : []),
        logButton(link, interviewer === undefined ? undefined : "primary")
      ])
    ]
  }
}
