import type { Calendars } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ChildFacts } from "./childFacts.ts"

/** When the question is asked, and what is known of the child beyond what happened. */
export interface TriggerContext {
  readonly now: Instant
  /** The calendar of each nation, a council's own in its place: `calendars` where it has none. */
  readonly calendars: Calendars
  readonly facts?: ChildFacts
}
