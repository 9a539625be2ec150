import * as Schema from "effect/Schema"
import { PositiveInt, sourced } from "./sourced.ts"

/** For how long people are told of what happened, and what they were sent is kept true. */
export const MessageTimes = Schema.Struct({
  /** Hours in which it is still news that a child is back or an interview is lost; after them it is history. */
  newsHours: sourced(PositiveInt),
  /** Days since anything was recorded of a child, after which what people were sent is changed no more. */
  currentDays: sourced(PositiveInt),
  /** Days in which a message may still be acted on, so that a new one ends it, and a list of an absence that is over is kept true. */
  actedOnDays: sourced(PositiveInt),
  /** Minutes from the report to the council's being told, after which people see how long it took. */
  lateNoticeMinutes: sourced(PositiveInt),
  /** Days ahead for which a gap in the rota of the duty is said. */
  rotaDays: Schema.optionalKey(sourced(PositiveInt)),
  /** Minutes after which what nobody has answered is asked again: an alert at its top, a report that was not taken. */
  askedAgainMinutes: Schema.optionalKey(sourced(PositiveInt))
})
export type MessageTimes = typeof MessageTimes.Type
