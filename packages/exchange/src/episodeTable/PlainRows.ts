/** Rows that are written plainly, read from the bytes of a table: what is not plain is left to the careful reader. */
import {
  absenceWords,
  fitsPatterns,
  missingFromWords,
  notDoneWords,
  parseChildReference,
  RiskGrade,
  responseWords
} from "@safe-return/domain/pathway"
import { caseStatusWords } from "@safe-return/domain/policy"
import type { ScorecardRow } from "@safe-return/domain/scorecard"
import { Option } from "effect"
import type { EpisodeIds } from "./EpisodeIds.ts"
import { InternedCells } from "./InternedCells.ts"
import { plainTime, plainTimeLength } from "./plainTime.ts"
import type { EpisodeTableOptions } from "./read.ts"

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const QUOTE = 34
const COMMA = 44
const DELETE = 127

/** At each byte: 1 where it can stand in a cell as it is. */
const isPlain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= SPACE && byte < DELETE && byte !== COMMA && byte !== QUOTE ? 1 : 0
)

/** The columns that a scorecard reads, each at its place among the values of a row. */
const places = [
  "child_ref",
  "absence",
  "missing_from",
  "case_status",
  "area",
  "risk",
  "missing_at",
  "reported_at",
  "notified_at",
  "found_at",
  "returned_at",
  "rhi_offered_at",
  "rhi_response",
  "rhi_completed_at",
  "rhi_not_done"
] as const satisfies ReadonlyArray<keyof ScorecardRow>

const rowOf = (values: ReadonlyArray<unknown>): ScorecardRow =>
  ({
    child_ref: values[0],
    absence: values[1],
    missing_from: values[2],
    case_status: values[3],
    area: values[4],
    risk: values[5],
    missing_at: values[6],
    reported_at: values[7],
    notified_at: values[8],
    found_at: values[9],
    returned_at: values[10],
    rhi_offered_at: values[11],
    rhi_response: values[12],
    rhi_completed_at: values[13],
    rhi_not_done: values[14]
  }) as ScorecardRow

/** What a cell says; undefined where it is not plain. */
type CellReader = (bytes: Uint8Array, from: number, to: number) => unknown

const codeReader = (words: object | ReadonlyArray<string>): CellReader => {
  const codes = Array.isArray(words) ? words : Object.keys(words)
  const cells = new InternedCells((text) => codes.find((code) => code === text))
  return (bytes, from, to) => cells.get(bytes, from, to)
}

const referenceReader = ({ caseReferences }: EpisodeTableOptions): CellReader => {
  const cells = new InternedCells((text) => {
    const reference = Option.getOrUndefined(parseChildReference(text))
    const isRefused =
      reference !== undefined && caseReferences !== undefined && !fitsPatterns(reference, caseReferences)
    return isRefused ? undefined : reference
  })
  return (bytes, from, to) => cells.get(bytes, from, to)
}

const areaReader = (): CellReader => {
  const cells = new InternedCells((text) => text)
  return (bytes, from, to) => cells.get(bytes, from, to)
}

const readersOf = (options: EpisodeTableOptions): Readonly<Record<string, CellReader>> => ({
  child_ref: referenceReader(options),
  absence: codeReader(absenceWords.words),
  missing_from: codeReader(missingFromWords.words),
  case_status: codeReader(caseStatusWords),
  area: areaReader(),
  risk: codeReader(RiskGrade.literals),
  rhi_response: codeReader(responseWords.words),
  rhi_not_done: codeReader(notDoneWords.words)
})

interface PlainColumn {
  /** Of the value among those of a row; absent where a scorecard does not read the column. */
  readonly place: number | undefined
  readonly isTime: boolean
  readonly isId: boolean
  readonly mustBeGiven: boolean
  readonly read: CellReader | undefined
}

const columnsOf = (header: ReadonlyArray<string>, options: EpisodeTableOptions): ReadonlyArray<PlainColumn> => {
  const readers = readersOf(options)
  return header.map((name) => {
    const place = (places as ReadonlyArray<string>).indexOf(name)
    const isId = name === "episode_id"
    return {
      place: place === -1 ? undefined : place,
      isTime: place !== -1 && name.endsWith("_at"),
      isId,
      mustBeGiven: isId || name === "child_ref",
      read: readers[name]
    }
  })
}

/** What a line that could not be read came to. */
export const NOT_PLAIN_ROW = -1

/** Reads one row at a time; every row it takes is what the careful reader would have taken. */
export class PlainRows {
  readonly #columns: ReadonlyArray<PlainColumn>
  readonly #values: Array<unknown> = Array.from(places, () => undefined)
  readonly #ids: EpisodeIds
  readonly #take: (row: ScorecardRow, line: number) => void

  constructor(
    header: ReadonlyArray<string>,
    ids: EpisodeIds,
    take: (row: ScorecardRow, line: number) => void,
    options: EpisodeTableOptions
  ) {
    this.#columns = columnsOf(header, options)
    this.#ids = ids
    this.#take = take
  }

  /** Takes the row that begins here, and says where the next one does; or `NOT_PLAIN_ROW`, and nothing was taken. */
  read(bytes: Uint8Array, from: number, line: number): number {
    const columns = this.#columns
    const values = this.#values
    const last = columns.length - 1
    let [idFrom, idTo] = [0, 0]
    let at = from
    for (let index = 0; index <= last; index += 1) {
      const column = columns[index]
      if (column === undefined) return NOT_PLAIN_ROW
      const begins = at
      if (column.isTime) at += plainTimeLength(bytes, at)
      else while (isPlain[bytes[at] ?? 0] === 1) at += 1
      if (at === begins) {
        if (column.mustBeGiven) return NOT_PLAIN_ROW
        if (column.place !== undefined) values[column.place] = undefined
      } else if (bytes[begins] === SPACE || bytes[at - 1] === SPACE) {
        return NOT_PLAIN_ROW
      } else if (column.isId) {
        idFrom = begins
        idTo = at
      } else if (column.place !== undefined) {
        const value = column.isTime ? plainTime(bytes, begins, at - begins) : column.read?.(bytes, begins, at)
        if (value === undefined || Number.isNaN(value)) return NOT_PLAIN_ROW
        values[column.place] = value
      }
      if (index < last) {
        if (bytes[at] !== COMMA) return NOT_PLAIN_ROW
        at += 1
      }
    }
    if (bytes[at] === CARRIAGE_RETURN) at += 1
    if (bytes[at] !== LINE_FEED) return NOT_PLAIN_ROW
    if (this.#ids.addBytes(bytes, idFrom, idTo, line) !== undefined) return NOT_PLAIN_ROW
    this.#take(rowOf(values), line)
    return at + 1
  }
}
