import { SchemaIssue } from "effect"
import type { Fault } from "../badInput.ts"

const listIssues = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) => (issue._tag === "MissingKey" ? "This must be given" : SchemaIssue.defaultLeafHook(issue))
})

export interface Place {
  readonly file: string
  readonly line?: number
  /** The header, where there is one: a field is then placed by its column. */
  readonly columns?: ReadonlyArray<string> | undefined
}

/** What a schema found wrong, field by field. The values themselves are not repeated. */
export const schemaFaults = (
  issue: SchemaIssue.Issue,
  { columns, ...place }: Place
): readonly [Fault, ...ReadonlyArray<Fault>] => {
  const [first, ...rest] = listIssues(issue).issues.map(({ path = [], message }): Fault => {
    const field = path.map((part) => String(typeof part === "object" ? part.key : part)).join(".")
    const at = columns?.indexOf(field) ?? -1
    return {
      ...place,
      ...(at === -1 ? {} : { column: at + 1 }),
      ...(field === "" ? {} : { field }),
      message: `${message.replaceAll(" | ", " or ")}.`
    }
  })
  return [first ?? { ...place, message: "This cannot be used." }, ...rest]
}
