/** Why a school's return was not kept: a sentence that says what to do, and the field to look at. */
import { about, type RefusalAbout } from "../../pathway/refusals/about.ts"

export const ReturnConflicts = about(
  "ReturnConflicts",
  "schoolReference",
  "A return of this kind is on record under this reference with other content. Give the new return a reference of its own."
)

export const ReturnDayInFuture = (
  field: "sentAt" | "from" | "to"
): RefusalAbout<"ReturnDayInFuture", "sentAt" | "from" | "to"> =>
  about("ReturnDayInFuture", field, "This day has not come yet. Send the return once it has, or check the date.")

export const ReturnDaysOutOfOrder = about(
  "ReturnDaysOutOfOrder",
  "to",
  "This day is before the first day. Check both days."
)

export const SentBeforeItBegan = about(
  "SentBeforeItBegan",
  "sentAt",
  "The return was sent before what it reports began. Check both days."
)

export const GroundWithoutDeletion = about(
  "GroundWithoutDeletion",
  "ground",
  "Only a deletion has a ground. Leave it out, or send a deletion."
)

/** @param because what the day is, such as a bank holiday */
export const NoSchoolThatDay = (
  field: "from" | "to",
  because: string
): RefusalAbout<"NoSchoolThatDay", "from" | "to"> =>
  about(
    "NoSchoolThatDay",
    field,
    `No school is open on this day (${because}), so that an absence cannot be counted from it or to it. Check the date.`
  )

export const UnknownReturn = about(
  "UnknownReturn",
  "schoolReference",
  "No return of this kind is on record of the child under this reference. Choose one of theirs."
)

export const ReturnOnCase = about(
  "ReturnOnCase",
  "schoolReference",
  "This return is kept on a case. Look at the case instead: it says what it waits for."
)

/** Every refusal of a look at a return. */
export type ReturnLookRefusal = typeof UnknownReturn | typeof ReturnOnCase

/** Every refusal of a return, told apart by `_tag`. */
export type ReturnRefusal =
  | typeof ReturnConflicts
  | ReturnType<typeof ReturnDayInFuture>
  | typeof ReturnDaysOutOfOrder
  | typeof SentBeforeItBegan
  | typeof GroundWithoutDeletion
  | ReturnType<typeof NoSchoolThatDay>
