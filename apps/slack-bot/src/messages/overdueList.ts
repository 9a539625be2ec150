/**
 * The interviews that are still overdue on a working morning, on one list. Each is named; what happens that day shows. It
 * says how long they were overdue when its time came, so that it changes only when something has happened.
 */

import type { Instant } from "@safe-return/domain/calendar"
import { hours72Of } from "@safe-return/domain/deadlines"
import { isInterviewOwed } from "@safe-return/domain/pathway"
import { episodeStatus, hours72InWords, hoursAndMinutes, londonDateTime, timeToDeadline } from "@safe-return/wording"
import type { SectionBlock } from "@slack/types"
import { Option } from "effect"
import type { OverdueLine, OverdueList } from "../delivery/message/deadlineMessages.ts"
import type { Facts } from "../delivery/message/Message.ts"
import { isLeft, leftOf, standingOf } from "../delivery/overdueLines.ts"
import { assignButton } from "../forms/assign/assignView.ts"
import { logButton } from "../forms/logInterview/logInterviewView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { peopleInWords, personInWords } from "../words/person.ts"
import { context, header, section, sectionWith } from "./blocks.ts"
import { whoHasIt } from "./interviewQueueList.ts"
import type { MessageContent } from "./MessageContent.ts"

const lineInWords = (line: OverdueLine, at: Instant): SectionBlock => {
  const name = `*${escapeSlack(line.child)}*`
  const found = Option.getOrUndefined(standingOf(line))
  if (found === undefined) return section(`:white_check_mark: ${name} · its record was joined to another`)
  const { episode, standing } = found
  const hours = Option.getOrUndefined(hours72Of(episode))
  if (!isInterviewOwed(standing) || hours === undefined)
    return section(`:white_check_mark: ${name} · ${episodeStatus(line.state, episode)}`)
  const due = hours72InWords({ hours72: hours }, episode.policy)
  if (!isLeft(line, at)) return section(`:white_check_mark: ${name} · not overdue after all · ${due}`)
  const link = { child: line.child, episodeId: episode.id }
  return sectionWith(
    `${name} · ${whoHasIt({ standing })}\n${due} (${hours.provisional ? "provisional, " : ""}${timeToDeadline(hours.dueAt, at)})`,
    standing._tag === "Unassigned" ? assignButton(link, "primary") : logButton(link, "primary")
  )
}

const whoActs = ({ interviewer, managers }: Facts<OverdueList>): string => {
  if (interviewer !== undefined) return `\n${personInWords(interviewer)}: offer and carry out each, then log it.`
  if (managers.length === 0) return ""
  const role = managers.length === 1 ? "team manager" : "team managers"
  return `\n${peopleInWords(managers)}: as ${role}, see that each happens today, or record why there is none.`
}

export const overdueList = (facts: Facts<OverdueList>): MessageContent => {
  const { at, lines, page, pages, total, oldest } = facts
  const isOver = leftOf(lines, at).length === 0
  const interviews = total === 1 ? "1 return home interview" : `${total} return home interviews`
  const loud = isOver ? "" : ":rotating_light: "
  const which = pages === 1 ? "" : ` (${page} of ${pages})`
  const when = londonDateTime(at)
  return {
    text: `${loud}${interviews} still overdue, ${when}${which}. ${isOver ? "All on this page are seen to." : `Longest: ${escapeSlack(oldest.child)}, ${hoursAndMinutes(at - oldest.due.dueAt)}.`}`,
    blocks: [
      header(`${loud}Still overdue: ${total} · ${when}${which}`),
      section(
        isOver
          ? "All of these are seen to."
          : `*No return home interview is logged, and the time for it is over.* Each is still owed.${whoActs(facts)}`
      ),
      ...lines.map((line) => lineInWords(line, at)),
      context(
        `Longest overdue first, as of ${when}; what is recorded today shows here. It comes every working morning until each is logged. \`/rhi why ${escapeSlack(oldest.child)}\` shows how a deadline was counted.`
      )
    ]
  }
}
