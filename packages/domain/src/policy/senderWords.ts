import * as Schema from "effect/Schema"
import { Absence, RiskGrade } from "../vocabulary/caseWords.ts"
import { PositiveInt, sourced } from "./sourced.ts"

const word = Schema.NonEmptyString.check(
  Schema.isPattern(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { expected: "a word in small letters, with - for spaces" })
)

/** A sender's word for an absence or a grade of risk that is none of ours: how it is read, or what to send instead. */
export const SenderWord = Schema.Union([
  Schema.Struct({ field: Schema.Literal("absence"), word, readAs: Absence }),
  Schema.Struct({ field: Schema.Literal("risk"), word, readAs: RiskGrade }),
  Schema.Struct({ field: Schema.Literals(["absence", "risk"]), word, refused: Schema.NonEmptyString })
]).annotate({
  expected: "a field (absence or risk), a word of the sender's, and how it is read (readAs) or why not (refused)"
})
export type SenderWord = typeof SenderWord.Type

/** What the senders of notifications may say of a child. Without it, every word of ours and no other. */
export const ReportsUsed = Schema.Struct({
  /** The kinds of absence that are used here. A report of another kind is taken as missing. */
  absences: sourced(Schema.NonEmptyArray(Absence)),
  /** The grades of risk that are used here. Another is kept as sent, and acted on as the next higher of these. */
  risks: sourced(Schema.NonEmptyArray(RiskGrade)),
  words: Schema.optionalKey(sourced(Schema.NonEmptyArray(SenderWord))),
  /** Minutes by which two times of one find or return may differ before a person is asked which is right. */
  timesApartMinutes: Schema.optionalKey(sourced(PositiveInt)),
  /** Days since a child was last seen from which the person who reports them is asked whether that is right. */
  lastSeenAgoDays: Schema.optionalKey(sourced(PositiveInt))
})
export type ReportsUsed = typeof ReportsUsed.Type
