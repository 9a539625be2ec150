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

/** A record from outside. A field that is not one of ours, a narrative say, is refused and not dropped in silence. */
export const decodeInterviewRecord = Schema.decodeUnknownResult(InterviewRecord, {
  onExcessProperty: "error",
  errors: "all"
})

/** The names in this record that are no field of it. The types know of none; a caller without types might. */
export const foreignFields = (record: InterviewRecord): ReadonlyArray<string> =>
  Object.keys(record).filter((name) => !(name in codedFields))
