/** Who has an interview now, said to the person who assigned it. */

import type { Calendars } from "@safe-return/domain/calendar"
import type { ChildState, Episode } from "@safe-return/domain/pathway"
import { dueParagraphs, type Facts, type InterviewAssignment, planInWords } from "@safe-return/outreach"
import type { KnownBlock } from "@slack/types"
import type { MessageContent } from "../blocks/blocks.ts"
import { escapeSlack, section } from "../blocks/blocks.ts"
import { personInWords } from "../words/person.ts"
import { noticeContent } from "./noticeContent.ts"
import { slackStyle } from "./slackStyle.ts"

/** When the interview is due by both clocks; nothing while no clock runs. */
export const interviewDue = (state: ChildState, episode: Episode, calendars: Calendars): ReadonlyArray<KnownBlock> =>
  noticeContent({ summary: "", paragraphs: dueParagraphs(state, episode, calendars, slackStyle) }).blocks

/** The reply to the person who assigned. */
export const interviewAssigned = (facts: Facts<InterviewAssignment>): MessageContent => {
  const { child, state, episode, interviewer, calendars } = facts
  const text = `${escapeSlack(child)}: the return home interview is assigned to ${personInWords(interviewer)}.${planInWords(facts, slackStyle)}`
  return { text, blocks: [section(text), ...interviewDue(state, episode, calendars)] }
}
