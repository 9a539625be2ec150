/** What people read of what is wrong with the bot itself. No buttons: each says in words what to do. */
import type { Instant } from "@safe-return/domain/calendar"
import type { EndedIncident, Incident, OpenIncident } from "../incidents/Incidents.ts"
import { londonDateTime } from "../words/londonTime.ts"
import { context, section } from "./blocks.ts"
import { type MessageContent, plainly } from "./MessageContent.ts"

type Duty = NonNullable<Incident["duty"]>

const over = (headline: string, { endedAt, outcome, since }: EndedIncident): MessageContent => {
  const words = `Over since ${londonDateTime(endedAt)}. ${outcome}`
  return {
    text: words,
    blocks: [section(`:white_check_mark: *${words}*`), context(`It began ${londonDateTime(since)}: ${headline}`)]
  }
}

/** To an administrator: counts, places and what to do; nothing about any child. */
export const incidentOpen = ({ what, remedy, since }: OpenIncident): MessageContent => ({
  text: `${what} ${remedy}`,
  blocks: [section(`:rotating_light: *${what}*\n${remedy}`), context(`Since ${londonDateTime(since)}.`)]
})

export const incidentOver = (incident: EndedIncident): MessageContent => over(incident.what, incident)

/** To those who run the pathway: what they must do themselves meanwhile. */
export const dutyWord = ({ sentence }: Duty): MessageContent => plainly(`:rotating_light: *${sentence}*`)

export const dutyOver = (duty: Duty, incident: EndedIncident): MessageContent => over(duty.sentence, incident)

/** A short message of its own, because an edit shows on no phone. */
export const dutyOverNews = ({ outcome }: EndedIncident): MessageContent => plainly(`:white_check_mark: ${outcome}`)

/** Out of Slack, where it can be read by others: no case reference. */
export const dutyOutside = (words: string): MessageContent => ({ text: words, blocks: [] })

/** In the place of what a process said that has stopped since. */
export const leftoverOver = (now: Instant): MessageContent =>
  plainly(
    `:white_check_mark: Over by ${londonDateTime(now)}. Safe Return was started again since this was said, and has not seen it again.`
  )
