import { calendars } from "../calendar/calendar.ts"
import { instantFault } from "../calendar/checkInstant.ts"
import { isInstant } from "../calendar/instant.ts"
import { isCalendar } from "../calendar/isCalendar.ts"
import { nations } from "../calendar/publication.ts"
import { isDeeplyFrozen } from "../deepFreeze.ts"
import { type InputFault, inputFault } from "../faults/inputFault.ts"
import { interviewFault } from "../policy/interviewFault.ts"

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

const calendarsFault = (on: unknown): InputFault | undefined =>
  isRecord(on) && nations.every((nation) => isCalendar(on[nation]))
    ? undefined
    : inputFault("calendars", "Give the calendar of each nation: those of the library, or yours from withOverrides.")

/** Frozen policies that were sound: they are asked about again and again, and cannot change. */
const sound = new WeakSet<object>()

/** The one asked about last: to compare is a fraction of a look in the set. */
let lastSound: unknown = sound

const isSound = (policy: unknown): boolean => {
  if (policy === lastSound) return true
  if (!isRecord(policy) || !sound.has(policy)) return false
  lastSound = policy
  return true
}

/** Why neither clock can be counted from this moment by this policy on these calendars; undefined where both can. */
export const reckoningFault = (from: unknown, policy: unknown, on: unknown): InputFault | undefined => {
  if (!isInstant(from)) return instantFault(from, "from")
  if (!isSound(policy)) {
    const fault = interviewFault(policy)
    if (fault !== undefined) return fault
    if (isRecord(policy) && isDeeplyFrozen(policy)) sound.add(policy)
  }
  return on === calendars ? undefined : calendarsFault(on)
}
