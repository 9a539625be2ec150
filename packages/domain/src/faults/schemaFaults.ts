import * as SchemaIssue from "effect/SchemaIssue"
import { fieldOf } from "./fieldOf.ts"

import { type InputFault, inputFault } from "./inputFault.ts"

const listIssues = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) => {
    if (issue._tag === "MissingKey") return "This is missing: give it."
    if (issue._tag === "UnexpectedKey") return "There is no such field: leave it out."
    return SchemaIssue.defaultLeafHook(issue)
  }
})

/** Every fault that a schema found, field by field. */
export const schemaFaults = (issue: SchemaIssue.Issue): ReadonlyArray<InputFault> =>
  listIssues(issue).issues.map(({ message, path }) => inputFault(fieldOf(path ?? []), message))
