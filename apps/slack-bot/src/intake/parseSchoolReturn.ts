/** A school's return from the text of a request: every field that is wrong is named, and none is repeated. */
import { SentSchoolReturn } from "@safe-return/domain/education"
import { fieldOf, schemaFaultsIn } from "@safe-return/wording/schemaFaults"
import { Result, Schema } from "effect"

export interface FieldFault {
  readonly field: string
  readonly detail: string
}

const decode = Schema.decodeUnknownResult(SentSchoolReturn)

const faultsIn = schemaFaultsIn({
  missing: "is required",
  unexpected: "is not among what a return holds, and was not kept: a name must never be sent"
})

/** What is no field of ours may be a name itself. */
const NAMED_LIKE_A_FIELD = /^[A-Za-z][A-Za-z0-9]*(?:[._][A-Za-z0-9]+)*$/

/** A return without anything that nobody asked for, or each fault at its field. */
export const readSchoolReturn = (sent: unknown): Result.Result<SentSchoolReturn, ReadonlyArray<FieldFault>> =>
  Result.mapError(decode(sent, { errors: "all", onExcessProperty: "error" }), ({ issue }) =>
    faultsIn(issue).map((fault) => {
      const field = fieldOf(fault)
      return { field: NAMED_LIKE_A_FIELD.test(field) ? field : "body", detail: fault.message }
    })
  )

/** The same of JSON text. */
export const parseSchoolReturn = (text: string): Result.Result<SentSchoolReturn, ReadonlyArray<FieldFault>> =>
  Result.flatMap(
    Result.try({
      try: (): unknown => JSON.parse(text),
      catch: (): ReadonlyArray<FieldFault> => [{ field: "body", detail: "must be JSON" }]
    }),
    readSchoolReturn
  )
