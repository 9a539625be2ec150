import type { FileFault } from "../badInput.ts"

/** One line of a table as read, before anybody knows what its columns mean. CSV and NDJSON become the same. */
export type InputLine =
  /** The header of a CSV file, in its own order. NDJSON has none. */
  | { readonly _tag: "Header"; readonly line: number; readonly columns: ReadonlyArray<string> }
  /** What is blank, null or absent is left out. */
  | { readonly _tag: "Record"; readonly line: number; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly _tag: "Unreadable"; readonly fault: FileFault }

export type TableFormat = "csv" | "ndjson"

/** By the end of the file's name; undefined when that does not say. */
export const formatByName = (file: string): TableFormat | undefined => {
  if (/\.csv$/i.test(file)) return "csv"
  return /\.(ndjson|jsonl)$/i.test(file) ? "ndjson" : undefined
}

/** A value as text without the space around it; undefined when nothing is left. Other JSON values stay as they are. */
export const known = (value: unknown): unknown => {
  if (value === null) return undefined
  if (typeof value !== "string") return value
  const text = value.trim()
  return text === "" ? undefined : text
}
