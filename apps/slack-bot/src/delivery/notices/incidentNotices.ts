/** What is wrong with the bot itself: each says in words what to do. */
import { londonDateTime } from "@safe-return/wording"
import type { EndedIncident } from "../../incidents/Incidents.ts"
import type {
  DutyAllClear,
  DutyOver,
  DutyWarning,
  EarlierIncidentOver,
  Heartbeat,
  IncidentOver,
  IncidentWarning,
  OutsideNotice
} from "../message/incidentMessages.ts"
import type { Facts } from "../message/Message.ts"
import { type Notice, sentence, small } from "./Notice.ts"
import type { Style } from "./Style.ts"

const over = (headline: string, { endedAt, outcome, since }: EndedIncident, { strong, sign }: Style): Notice => {
  const words = `Over since ${londonDateTime(endedAt)}. ${outcome}`
  return {
    summary: words,
    paragraphs: [`${sign("white_check_mark")}${strong(words)}`, small(`It began ${londonDateTime(since)}: ${headline}`)]
  }
}

export const incidentWarning = (
  { incident: { what, remedy, since } }: Facts<IncidentWarning>,
  { strong, sign }: Style
): Notice => ({
  summary: `${what} ${remedy}`,
  paragraphs: [`${sign("rotating_light")}${strong(what)}\n${remedy}`, small(`Since ${londonDateTime(since)}.`)]
})

export const incidentOver = ({ incident }: Facts<IncidentOver>, style: Style): Notice =>
  over(incident.what, incident, style)

export const dutyWarning = ({ duty }: Facts<DutyWarning>, { strong, sign }: Style): Notice =>
  sentence(`${sign("rotating_light")}${strong(duty.sentence)}`)

export const dutyOver = ({ duty, incident }: Facts<DutyOver>, style: Style): Notice =>
  over(duty.sentence, incident, style)

export const dutyAllClear = ({ incident }: Facts<DutyAllClear>, { sign }: Style): Notice =>
  sentence(`${sign("white_check_mark")}${incident.outcome}`)

export const outsideNotice = ({ sentence: summary }: Facts<OutsideNotice>): Notice => ({ summary, paragraphs: [] })

export const earlierIncidentOver = ({ now }: Facts<EarlierIncidentOver>, { sign }: Style): Notice =>
  sentence(
    `${sign("white_check_mark")}Over by ${londonDateTime(now)}. Safe Return was started again since this was said, and has not seen it again.`
  )

export const heartbeat = ({ beatAt, lateAfterMinutes }: Facts<Heartbeat>, { strong }: Style): Notice =>
  sentence(
    `Safe Return was at work at ${strong(londonDateTime(beatAt))}. This message changes by itself. If that is more than ${lateAfterMinutes} minutes ago, Safe Return has stopped telling people: ring whoever looks after it, and the Missing Co-ordinator.`
  )
