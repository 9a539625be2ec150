import { Effect, Result, type Schema, Stream } from "effect"
import { BadInput, type FileFault } from "../badInput.ts"
import { headerFaults, misspeltNames, type TableShape } from "./header.ts"
import type { InputLine } from "./inputLine.ts"
import { schemaFaults } from "./schemaFaults.ts"
import { type TableSource, tableLines } from "./tableLines.ts"

/** Faults told at once. A file in the wrong shape is wrong in every line, and nobody reads a thousand sentences. */
const MOST_FAULTS = 20

/** A row that is right, with where it stood and all that stood there. */
export interface TableRow<A> {
  readonly row: A
  readonly line: number
  readonly fields: Readonly<Record<string, unknown>>
  /** The header of a CSV file; NDJSON has none. */
  readonly columns: ReadonlyArray<string> | undefined
}

/** How one kind of table is read. */
export interface TableReader<A> {
  readonly shape: TableShape
  /** Told of the header of a CSV file before its first row. */
  readonly header?: (columns: ReadonlyArray<string>) => void
  readonly decode: (fields: unknown) => Result.Result<A, Schema.SchemaError>
  /** Takes a row, or says what is wrong with it beside the rows taken before. */
  readonly keep: (row: TableRow<A>) => FileFault | undefined
}

type RecordLine = Extract<InputLine, { readonly _tag: "Record" }>

/** NDJSON names its columns in every line. */
const misspeltFields = (file: string, shape: TableShape, { line, fields }: RecordLine): ReadonlyArray<FileFault> =>
  misspeltNames(shape, Object.keys(fields)).map(({ name, message }) => ({ file, line, field: name, message }))

/** Takes lines one after another, and says when to stop. */
export interface RowGatherer {
  /** Hands a row to its reader, or notes what is wrong; true when reading has to stop. */
  readonly accept: (line: InputLine) => boolean
  /** Fails with what was wrong, if anything was. */
  readonly verdict: Effect.Effect<void, BadInput>
  /** Everything that was wrong so far. */
  readonly faults: ReadonlyArray<FileFault>
}

/** A wrong header stops the reading at once, and so many faults do. */
export const rowGatherer = <A>(
  file: string,
  { shape, header, decode, keep }: TableReader<A>,
  mostFaults = MOST_FAULTS
): RowGatherer => {
  const faults: Array<FileFault> = []
  let columns: ReadonlyArray<string> | undefined
  let stoppedEarly = false

  const faultsOf = (given: InputLine): ReadonlyArray<FileFault> => {
    if (given._tag === "Unreadable") return [given.fault]
    const { line } = given
    if (given._tag === "Header") {
      columns = given.columns
      header?.(columns)
      return headerFaults(shape, { file, line, columns })
    }
    const misspelt = columns === undefined ? misspeltFields(file, shape, given) : []
    if (misspelt.length > 0) return misspelt
    const decoded = decode(given.fields)
    if (Result.isFailure(decoded)) return schemaFaults(decoded.failure.issue, { file, line, columns })
    const fault = keep({ row: decoded.success, line, fields: given.fields, columns })
    return fault === undefined ? [] : [fault]
  }

  return {
    accept: (line) => {
      faults.push(...faultsOf(line))
      if (line._tag === "Header" && faults.length > 0) return true
      stoppedEarly = faults.length >= mostFaults
      return stoppedEarly
    },
    verdict: Effect.suspend(() => {
      const [first, ...rest] = faults.slice(0, mostFaults)
      return first === undefined ? Effect.void : Effect.fail(new BadInput({ faults: [first, ...rest], stoppedEarly }))
    }),
    faults
  }
}

/** Hands every line to a gatherer until it stops. */
export const acceptAll = <E, R>(lines: Stream.Stream<InputLine, E, R>, { accept, verdict }: RowGatherer) =>
  Stream.runForEachArray(lines, (some) => (some.some(accept) ? verdict : Effect.void)).pipe(Effect.andThen(verdict))

/** Hands every row to its reader, or fails with the first twenty faults; a wrong header stops the reading at once. */
export const gatherRows = <A, E, R>(
  source: TableSource<E, R>,
  reader: TableReader<A>
): Effect.Effect<void, E | BadInput, R> =>
  Effect.suspend(() => acceptAll(tableLines(source), rowGatherer(source.file, reader)))

/** Hands every row that is right to its reader, and answers with what is wrong with the others; a wrong header fails. */
export const gatherRightRows = <A, E, R>(
  source: TableSource<E, R>,
  reader: TableReader<A>
): Effect.Effect<ReadonlyArray<FileFault>, E | BadInput, R> =>
  Effect.suspend(() => {
    const { accept, verdict, faults } = rowGatherer(source.file, reader, Number.POSITIVE_INFINITY)
    return Stream.runForEachArray(tableLines(source), (some) => (some.some(accept) ? verdict : Effect.void)).pipe(
      Effect.as(faults)
    )
  })
