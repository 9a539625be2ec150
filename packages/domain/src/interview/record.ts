import * as Schema from "effect/Schema"
import { codedFields } from "./codedFields.ts"

type Coded = typeof codedFields
type RecordFields = { readonly [Name in keyof Coded]: Schema.optionalKey<Coded[Name]["schema"]> }

/** What an interview brought out, in codes: the child's own account, names and addresses have no field. */
export const InterviewRecord = Schema.Struct(
  Object.fromEntries(
    Object.entries(codedFields).map(([name, { schema }]) => [name, Schema.optionalKey(schema)])
  ) as RecordFields
)
export type InterviewRecord = typeof InterviewRecord.Type

/**
 * Reads the coded record of an interview from outside, with times as ISO 8601 with an offset. A field that is not one
 * of ours, a narrative say, is refused and not dropped in silence: the answer is then a failure that names every
 * fault. Nothing throws.
 *
 * @example
 * ```ts
 * import { decodeInterviewRecord } from "@safe-return/domain/interview"
 * import { Result } from "effect"
 *
 * decodeInterviewRecord({ independent: true }) // success({"independent":true})
 * Result.isFailure(decodeInterviewRecord({ independent: true, narrative: "..." })) // true
 * ```
 */
export const decodeInterviewRecord = Schema.decodeUnknownResult(InterviewRecord, {
  onExcessProperty: "error",
  errors: "all"
})

/**
 * The names in this record that are no field of it. The types know of none; a caller without types might.
 *
 * @example
 * ```ts
 * import { InterviewRecord, foreignFields } from "@safe-return/domain/interview"
 *
 * const record: InterviewRecord = { independent: true }
 * foreignFields(record) // []
 * foreignFields({ ...record, ...{ narrative: "..." } }) // ["narrative"]
 * ```
 */
export const foreignFields = (record: InterviewRecord): ReadonlyArray<string> =>
  Object.keys(record).filter((name) => !(name in codedFields))
