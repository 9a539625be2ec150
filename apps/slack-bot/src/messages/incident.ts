/** What people read of what is wrong with the bot itself. No buttons: each says in words what to do. */

import { londonDateTime } from "@safe-return/wording"
import type {
  DutyAllClear,
  DutyOver,
  DutyWarning,
  EarlierIncidentOver,
  IncidentOver,
  IncidentWarning,
  OutsideNotice
} from "../delivery/message/incidentMessages.ts"
import type { EndedIncident } from "../incidents/Incidents.ts"
import { context, section } from "./blocks.ts"
import { type MessageContent, plainly } from "./MessageContent.ts"

const over = (headline: string, { endedAt, outcome, since }: EndedIncident): MessageContent => {
  const words = `Over since ${londonDateTime(endedAt)}. ${outcome}`
  return {
    text: words,
    blocks: [section(`:white_check_mark: *${words}*`), context(`It began ${londonDateTime(since)}: ${headline}`)]
  }
}

export const incidentWarning = ({ incident: { what, remedy, since } }: IncidentWarning): MessageContent => ({
  text: `${what} ${remedy}`,
  blocks: [section(`:rotating_light: *${what}*\n${remedy}`), context(`Since ${londonDateTime(since)}.`)]
})

export const incidentOver = ({ incident }: IncidentOver): MessageContent => over(incident.what, incident)

export const dutyWarning = ({ duty }: DutyWarning): MessageContent => plainly(`:rotating_light: *${duty.sentence}*`)

export const dutyOver = ({ duty, incident }: DutyOver): MessageContent => over(duty.sentence, incident)

export const dutyAllClear = ({ incident }: DutyAllClear): MessageContent =>
  plainly(`:white_check_mark: ${incident.outcome}`)

export const outsideNotice = ({ sentence }: OutsideNotice): MessageContent => ({ text: sentence, blocks: [] })

export const earlierIncidentOver = ({ now }: EarlierIncidentOver): MessageContent =>
  plainly(
    `:white_check_mark: Over by ${londonDateTime(now)}. Safe Return was started again since this was said, and has not seen it again.`
  )
