import type { FileFault } from "../badInput.ts"

/** The columns a table may have, and those it must. */
export interface TableShape {
  readonly columns: ReadonlyArray<string>
  readonly required: ReadonlyArray<string>
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "")

/** The column meant by `Missing At`; undefined when the name is no column's in another dress. */
const meantBy = ({ columns }: TableShape, name: string): string | undefined =>
  columns.includes(name) ? undefined : columns.find((column) => lettersOf(column) === lettersOf(name))

/** Names that may be columns misspelt are refused: kept aside, every count would be wrong without a word. */
export const misspeltNames = (shape: TableShape, names: ReadonlyArray<string>) =>
  names.flatMap((name, at) => {
    const meant = meantBy(shape, name)
    return meant === undefined || names.includes(meant) ? [] : [{ at, name, message: `Write this name as ${meant}.` }]
  })

/** What is wrong with a header: a column twice, one in another dress, one that must be there and is not. */
export const headerFaults = (
  shape: TableShape,
  { file, line, columns }: { readonly file: string; readonly line: number; readonly columns: ReadonlyArray<string> }
): ReadonlyArray<FileFault> => {
  const twice = columns.flatMap((name, at) =>
    name === "" || columns.indexOf(name) === at
      ? []
      : [{ at, name, message: "The header has this column twice. Keep one of them." }]
  )
  const misspelt = misspeltNames(shape, columns)
  const missing = shape.required.filter(
    (column) => !columns.includes(column) && !misspelt.some(({ name }) => lettersOf(name) === lettersOf(column))
  )
  return [
    ...[...twice, ...misspelt].map(({ at, name, message }) => ({ file, line, column: at + 1, field: name, message })),
    ...missing.map((field) => ({ file, line, field, message: "The header does not have this column, and it must." }))
  ]
}
