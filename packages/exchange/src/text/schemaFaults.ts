import { fieldOf, schemaFaultsIn } from "@safe-return/wording/schemaFaults"
import type { SchemaIssue } from "effect"
import type { FileFault } from "../badInput.ts"

const faultsIn = schemaFaultsIn({ missing: "This must be given" })

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
): readonly [FileFault, ...ReadonlyArray<FileFault>] => {
  const [first, ...rest] = faultsIn(issue).map((fault): FileFault => {
    const field = fieldOf(fault)
    const at = columns?.indexOf(field) ?? -1
    return {
      ...place,
      ...(at === -1 ? {} : { column: at + 1 }),
      ...(field === "" ? {} : { field }),
      message: `${fault.message.replaceAll(" | ", " or ")}.`
    }
  })
  return [first ?? { ...place, message: "This cannot be used." }, ...rest]
}
