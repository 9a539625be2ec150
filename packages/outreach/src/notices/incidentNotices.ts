/** What is wrong with the bot itself: each says in words what to do. */
import { datesSeenFrom, londonDateTime } from "@safe-return/wording"
import type { EndedIncident } from "../incidents/Incidents.ts"
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
import type { Style } from "./Notice.ts"
import { type Notice, sentence, small } from "./Notice.ts"

/** An incident is told in sentences, whose commands stand between backticks. */
const withCommands = (words: string, { code }: Style): string =>
  words.replaceAll(/`([^`]*)`/g, (_, command: string) => code(command))

/** What became of it, and which person said so. */
const outcomeOf = ({ outcome, answeredBy }: EndedIncident, style: Style): string =>
  `${withCommands(outcome, style)}${answeredBy === undefined ? "" : ` So says ${style.person(answeredBy)}.`}`

const over = (headline: string, incident: EndedIncident, style: Style): Notice => {
  const { strong, sign } = style
  const { endedAt, since } = incident
  const { dateTime } = datesSeenFrom(endedAt)
  const words = `Over since ${dateTime(endedAt)}. ${outcomeOf(incident, style)}`
  return {
    summary: words,
    paragraphs: [
      `${sign("white_check_mark")}${strong(words)}`,
      small(withCommands(`It began ${dateTime(since)}: ${headline}`, style))
    ]
  }
}

export const incidentWarning = ({ incident }: Facts<IncidentWarning>, style: Style): Notice => {
  const [what, remedy] = [withCommands(incident.what, style), withCommands(incident.remedy, style)]
  return {
    summary: `${what} ${remedy}`,
    paragraphs: [
      `${style.sign("rotating_light")}${style.strong(what)}\n${remedy}`,
      small(`Since ${datesSeenFrom(incident.since).dateTime(incident.since)}.`)
    ]
  }
}

export const incidentOver = ({ incident }: Facts<IncidentOver>, style: Style): Notice =>
  over(incident.what, incident, style)

export const dutyWarning = ({ duty }: Facts<DutyWarning>, style: Style): Notice =>
  sentence(`${style.sign("rotating_light")}${style.strong(withCommands(duty.sentence, style))}`)

export const dutyOver = ({ duty, incident }: Facts<DutyOver>, style: Style): Notice =>
  over(duty.sentence, incident, style)

export const dutyAllClear = ({ incident }: Facts<DutyAllClear>, style: Style): Notice =>
  sentence(`${style.sign("white_check_mark")}${outcomeOf(incident, style)}`)

export const outsideNotice = ({ sentence: summary }: Facts<OutsideNotice>): Notice => ({ summary, paragraphs: [] })

export const earlierIncidentOver = ({ now }: Facts<EarlierIncidentOver>, { sign }: Style): Notice =>
  sentence(
    `${sign("white_check_mark")}Over by ${datesSeenFrom(now).dateTime(now)}. Safe Return was started again since this was said, and has not seen it again.`
  )

/** With its year: this is the message that would stand unchanged if nothing was at work any more. */
export const heartbeat = ({ beatAt, lateAfterMinutes }: Facts<Heartbeat>, { strong }: Style): Notice =>
  sentence(
    `Safe Return was at work at ${strong(londonDateTime(beatAt))}. This message changes by itself. If that is more than ${lateAfterMinutes} minutes ago, Safe Return has stopped telling people: ring the people who look after it, and the Missing Co-ordinator.`
  )
