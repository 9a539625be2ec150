import { SchemaIssue } from "effect"

/** A fault of what was given, at the field it is about. */
export interface SchemaFault {
  readonly path: ReadonlyArray<string | number>
  readonly message: string
}

interface FaultWords {
  /** Of a field that is not there. */
  readonly missing?: string
  /** Of a field that nobody asked for. */
  readonly unexpected?: string
}

/**
 * Every fault that a schema found, in words, field by field. The values themselves are not repeated.
 *
 * @param words what to say where a field is missing or unexpected, if not Schema's own words
 */
export const schemaFaultsIn = (words: FaultWords = {}): ((issue: SchemaIssue.Issue) => ReadonlyArray<SchemaFault>) => {
  const list = SchemaIssue.makeFormatterStandardSchemaV1({
    leafHook: (issue) => {
      if (issue._tag === "MissingKey" && words.missing !== undefined) return words.missing
      if (issue._tag === "UnexpectedKey" && words.unexpected !== undefined) return words.unexpected
      return SchemaIssue.defaultLeafHook(issue)
    }
  })
  return (issue) =>
    list(issue).issues.map(({ path = [], message }) => ({
      path: path.map((part) => {
        const key = typeof part === "object" ? part.key : part
        return typeof key === "symbol" ? String(key) : key
      }),
      message
    }))
}

/** `child.reference`; empty for the whole of what was given. */
export const fieldOf = ({ path }: SchemaFault): string => path.map(String).join(".")
