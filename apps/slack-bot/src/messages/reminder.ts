/**
 * A reminder of the 72 hours: to the interviewer and to the channel, and louder, to the managers too, once they are over.
 * What is still overdue on a working morning is on a list: see `overdueList.ts`.
 */
import type { Calendars, Instant } from "@safe-return/domain/calendar"
import { clocksOf, type Reminder } from "@safe-return/domain/deadlines"
import type { ChildReference, Episode, PersonId } from "@safe-return/domain/pathway"
import { caveatsOf, londonDateTime, timeToDeadline, workingDaysInWords } from "@safe-return/wording"
import { Option } from "effect"
import { escapeSlack } from "../words/escapeSlack.ts"
import { peopleInWords, personInWords } from "../words/person.ts"
import { actions, context, header, section, sectionWith } from "./blocks.ts"
import { assignButton, logButton, returnedButton, whyButton } from "./caseButtons.ts"
import type { MessageContent } from "./MessageContent.ts"
import { isOfWait, waitReminder } from "./waitReminder.ts"

export interface ReminderFacts {
  readonly child: ChildReference
  readonly episode: Episode
  readonly reminder: Reminder
  readonly interviewer?: PersonId
  /** The team managers who answer for an interview that is overdue. */
  readonly managers?: ReadonlyArray<PersonId>
  /** With the council's own days. */
  readonly calendars: Calendars
  readonly now: Instant
}

const whoActs = ({ child, interviewer }: ReminderFacts): string =>
  interviewer === undefined
    ? `*Nobody is assigned.* A Missing Co-ordinator or team manager assigns it now: \`/rhi assign ${escapeSlack(child)} @person\`.`
    : `${personInWords(interviewer)}: offer and carry out the interview, then log it with \`/rhi log ${escapeSlack(child)}\`.`

const toManagers = ({ managers = [] }: ReminderFacts): string =>
  managers.length === 0
    ? ""
    : `\n${peopleInWords(managers)}: as ${managers.length === 1 ? "team manager" : "team managers"}, see that it happens today, or record why there is none.`

export const reminder = (facts: ReminderFacts): MessageContent => {
  const { child, episode, reminder: due, interviewer, calendars, now } = facts
  if (isOfWait(due)) return waitReminder({ ...facts, reminder: due })
  const { hours } = episode.policy.interview
  const isOverdue = due.stage._tag !== "Before"
  const timeLeft = timeToDeadline(due.dueAt, now)
  const deadline = `${hours.value} hours: ${londonDateTime(due.dueAt)} (${timeLeft})`
  const clocks = Option.getOrUndefined(clocksOf(episode, calendars))
  const link = { child, episodeId: episode.id }
  const overdue = `*The ${hours.value} hours are over and no interview is logged.* It is still owed: the sooner, the more it can do.`
  const summary = isOverdue ? `interview overdue (${timeLeft})` : `interview due ${timeLeft}`
  return {
    text: `${isOverdue ? ":rotating_light: " : ""}${escapeSlack(child)}: return home ${summary}. ${whoActs(facts)}`,
    blocks: [
      header(isOverdue ? `:rotating_light: ${child} · Interview overdue` : `${child} · Interview due ${timeLeft}`),
      section(isOverdue ? `${overdue}\n${whoActs(facts)}${toManagers(facts)}` : whoActs(facts)),
      sectionWith(
        clocks === undefined ? deadline : `${deadline}\n${workingDaysInWords(clocks, episode.policy)}`,
        whyButton(link)
      ),
      ...(clocks === undefined ? [] : caveatsOf(clocks).map((caveat) => context(escapeSlack(caveat)))),
      actions("reminder", [
        ...(episode.progress._tag === "Found" ? [returnedButton(link)] : []),
        ...(interviewer === undefined ? [assignButton(link, "primary")] : []),
        logButton(link, interviewer === undefined ? undefined : "primary")
      ])
    ]
  }
}
