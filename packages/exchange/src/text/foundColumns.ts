/** What the columns of a table lack or have too many. */
export interface FoundColumns<Column extends string> {
  /** Columns kept aside, to be reported. */
  readonly unknownColumns: ReadonlyArray<string>
  /** Columns of the table that the header lacks, to be reported: not known in any row. None for NDJSON. */
  readonly absentColumns: ReadonlyArray<Column>
}

const NOTHING_ASIDE: Readonly<Record<string, unknown>> = {}

/** Takes note of columns while a table is read. */
export const foundColumns = <Column extends string>(columns: ReadonlyArray<Column>) => {
  const unknownColumns = new Set<string>()
  let absentColumns: ReadonlyArray<Column> = []
  const isUnknown = (name: string): boolean => name !== "" && !(columns as ReadonlyArray<string>).includes(name)
  return {
    header: (names: ReadonlyArray<string>): void => {
      for (const name of names.filter(isUnknown)) unknownColumns.add(name)
      absentColumns = columns.filter((column) => !names.includes(column))
    },
    /** What stands in columns that are not the table's. */
    asideOf: (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
      const names = Object.keys(fields).filter(isUnknown)
      for (const name of names) unknownColumns.add(name)
      return names.length === 0 ? NOTHING_ASIDE : Object.fromEntries(names.map((name) => [name, fields[name]]))
    },
    found: (): FoundColumns<Column> => ({ unknownColumns: [...unknownColumns], absentColumns })
  }
}
