/**
 * A reminder of the 72 hours: to the interviewer and to the channel, and louder, to the managers too, once they are over.
 * What is still overdue on a working morning is on a list: see `overdueList.ts`.
 */

import { clocksOf } from "@safe-return/domain/deadlines"
import { caveatsOf, londonDateTime, timeToDeadline, workingDaysInWords } from "@safe-return/wording"
import { Option } from "effect"
import type { DeadlineFacts, InterviewDue, InterviewOverdue } from "../delivery/message/deadlineMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { assignButton } from "../forms/assign/assignView.ts"
import { logButton } from "../forms/logInterview/logInterviewView.ts"
import { returnedButton } from "../forms/returned/returnedView.ts"
import { whyButton } from "../forms/why/whyView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { peopleInWords, personInWords } from "../words/person.ts"
import { actions, context, header, section, sectionWith } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

const whoActs = ({ child, interviewer }: DeadlineFacts): string =>
  interviewer === undefined
    ? `*Nobody is assigned.* A Missing Co-ordinator or team manager assigns it now: \`/rhi assign ${escapeSlack(child)} @person\`.`
    : `${personInWords(interviewer)}: offer and carry out the interview, then log it with \`/rhi log ${escapeSlack(child)}\`.`

const toManagers = ({ managers = [] }: DeadlineFacts): string =>
  managers.length === 0
    ? ""
    : `\n${peopleInWords(managers)}: as ${managers.length === 1 ? "team manager" : "team managers"}, see that it happens today, or record why there is none.`

const reminder = (facts: DeadlineFacts, isOverdue: boolean): MessageContent => {
  const { child, episode, reminder: due, interviewer, calendars, now } = facts
  const { hours } = episode.policy.interview
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

export const interviewDue = (facts: Facts<InterviewDue>): MessageContent => reminder(facts, false)

export const interviewOverdue = (facts: Facts<InterviewOverdue>): MessageContent => reminder(facts, true)
