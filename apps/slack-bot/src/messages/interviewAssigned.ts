/** Who has an interview now, said to whoever assigned it and to the interviewer. */

import type { Calendars } from "@safe-return/domain/calendar"
import { clocksOf, hours72Of } from "@safe-return/domain/deadlines"
import type { Episode } from "@safe-return/domain/pathway"
import { caveatsOf, hours72InWords, londonDateTime, workingDaysInWords } from "@safe-return/wording"
import type { KnownBlock } from "@slack/types"
import { Option } from "effect"
import type { Facts } from "../delivery/message/Message.ts"
import type { InterviewAssignment, InterviewLost } from "../delivery/message/taskMessages.ts"
import { logButton } from "../forms/logInterview/logInterviewView.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personInWords } from "../words/person.ts"
import { actions, context, header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

type AssignmentFacts = Facts<InterviewAssignment>

/** The plan, and that it comes too late where it does: the sooner that is seen, the sooner it can be moved. */
const planInWords = ({ episode, plannedFor }: AssignmentFacts): string => {
  if (plannedFor === undefined) return ""
  const isLate = Option.exists(hours72Of(episode), ({ dueAt }) => plannedFor > dueAt)
  const late = isLate ? ` :warning: That is after the ${episode.policy.interview.hours.value} hours are over.` : ""
  return ` Planned for ${londonDateTime(plannedFor)}.${late}`
}

/** When the interview is due by both clocks; nothing while no clock runs. */
export const interviewDue = (episode: Episode, calendars: Calendars): ReadonlyArray<KnownBlock> =>
  Option.match(clocksOf(episode, calendars), {
    onNone: () => [],
    onSome: (clocks) => [
      section(`*Due*\n${hours72InWords(clocks, episode.policy)}\n${workingDaysInWords(clocks, episode.policy)}`),
      ...caveatsOf(clocks).map((caveat) => context(escapeSlack(caveat)))
    ]
  })

/** The reply to the person who assigned. */
export const interviewAssigned = (facts: AssignmentFacts): MessageContent => {
  const { child, episode, interviewer, calendars } = facts
  const text = `${escapeSlack(child)}: the return home interview is assigned to ${personInWords(interviewer)}.${planInWords(facts)}`
  return { text, blocks: [section(text), ...interviewDue(episode, calendars)] }
}

/** To whoever had it, once it is somebody else's or nobody's: no reason, which is for those who decide. */
export const interviewLost = ({ child, interviewer, now }: Facts<InterviewLost>): MessageContent => {
  const reference = escapeSlack(child)
  const whose = now === undefined ? "It waits to be assigned again" : `${personInWords(now)} has it now`
  return {
    text: `${reference}: you no longer have the return home interview.`,
    blocks: [
      header(`${child} · Interview no longer yours`),
      section(
        `${personInWords(interviewer)}: you no longer have the return home interview of ${reference}. ${whose}. If you have offered it or spoken to the child since, say so to the Missing Co-ordinator.`
      )
    ]
  }
}

/** The direct message to the interviewer. */
export const interviewerAlert = (facts: AssignmentFacts): MessageContent => {
  const { child, episode, interviewer, calendars } = facts
  const reference = escapeSlack(child)
  return {
    text: `${reference}: you are asked to carry out the return home interview.`,
    blocks: [
      header(`${child} · Return home interview`),
      section(
        `${personInWords(interviewer)}: offer the interview, choose a place where the child can talk freely, carry it out, then log it with \`/rhi log ${reference}\`. What the child says belongs in the case system.${planInWords(facts)}`
      ),
      ...interviewDue(episode, calendars),
      actions("interviewer", [logButton({ child, episodeId: episode.id }, "primary")])
    ]
  }
}
