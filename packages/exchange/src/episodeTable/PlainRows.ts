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
import { PlainTimes } from "./PlainTimes.ts"
import type { EpisodeTableOptions } from "./read.ts"

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const QUOTE = 34
const COMMA = 44
const DELETE = 127

const bytesWhere = (isOfCell: (byte: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => (isOfCell(byte) ? 1 : 0))

/** At each byte: 1 where it can stand in a cell as it is, and the same for a cell in quotes. */
const isPlain = bytesWhere((byte) => byte >= SPACE && byte < DELETE && byte !== COMMA && byte !== QUOTE)
const isQuoted = bytesWhere((byte) => byte >= SPACE && byte < DELETE && byte !== QUOTE)

/** The same where other letters than English ones may stand. */
const isLetters = bytesWhere((byte) => isPlain[byte] === 1 || byte > DELETE)
const isQuotedLetters = bytesWhere((byte) => isQuoted[byte] === 1 || byte > DELETE)

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

const codes = (words: object | ReadonlyArray<string>) => {
  const known: ReadonlyArray<string> = Array.isArray(words) ? words : Object.keys(words)
  return new InternedCells((text) => known.find((code) => code === text))
}

const references = ({ caseReferences }: EpisodeTableOptions) =>
  new InternedCells((text) => {
    const reference = Option.getOrUndefined(parseChildReference(text))
    const isRefused =
      reference !== undefined && caseReferences !== undefined && !fitsPatterns(reference, caseReferences)
    return isRefused ? undefined : reference
  })

const isTrimmed = (text: string): boolean => text.trim() === text

const cellsOf = (options: EpisodeTableOptions): Readonly<Record<string, InternedCells<string>>> => ({
  child_ref: references(options),
  absence: codes(absenceWords.words),
  missing_from: codes(missingFromWords.words),
  case_status: codes(caseStatusWords),
  area: new InternedCells((text) => (isTrimmed(text) ? text : undefined)),
  risk: codes(RiskGrade.literals),
  rhi_response: codes(responseWords.words),
  rhi_not_done: codes(notDoneWords.words)
})

interface PlainColumn {
  /** Of the value among those of a row; absent where a scorecard does not read the column. */
  readonly place: number | undefined
  readonly isTime: boolean
  /** The bytes of its cells, as they are and in quotes. */
  readonly isOfCell: Uint8Array
  readonly isInQuotes: Uint8Array
  readonly isId: boolean
  readonly mustBeGiven: boolean
  readonly cells: InternedCells<string> | undefined
}

const columnsOf = (header: ReadonlyArray<string>, options: EpisodeTableOptions): ReadonlyArray<PlainColumn> => {
  const cells = cellsOf(options)
  return header.map((name) => {
    const place = (places as ReadonlyArray<string>).indexOf(name)
    const isId = name === "episode_id"
    return {
      place: place === -1 ? undefined : place,
      isTime: place !== -1 && name.endsWith("_at"),
      isId,
      isOfCell: name === "area" ? isLetters : isPlain,
      isInQuotes: name === "area" ? isQuotedLetters : isQuoted,
      mustBeGiven: isId || name === "child_ref",
      cells: place === -1 ? undefined : cells[name]
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
  readonly #times = new PlainTimes()
  #bytes: Uint8Array = new Uint8Array()
  /** Where the cell ended that was read last. */
  #end = 0
  #idFrom = 0
  #idTo = 0

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

  /** The bytes in which the next rows stand. */
  open(bytes: Uint8Array): void {
    this.#bytes = bytes
    this.#times.open(bytes)
  }

  /** Takes the row that begins here, and says where the next one does; or `NOT_PLAIN_ROW`, and nothing was taken. */
  read(from: number, line: number): number {
    const bytes = this.#bytes
    const last = this.#columns.length - 1
    this.#end = from
    for (let index = 0; index <= last; index += 1) {
      const column = this.#columns[index]
      if (column === undefined || !this.#readCell(column)) return NOT_PLAIN_ROW
      if (index < last) {
        if (bytes[this.#end] !== COMMA) return NOT_PLAIN_ROW
        this.#end += 1
      }
    }
    let at = this.#end
    if (bytes[at] === CARRIAGE_RETURN) at += 1
    if (bytes[at] !== LINE_FEED) return NOT_PLAIN_ROW
    if (this.#ids.addUnits(bytes, this.#idFrom, this.#idTo, line) !== undefined) return NOT_PLAIN_ROW
    this.#take(rowOf(this.#values), line)
    return at + 1
  }

  /** Reads the cell that begins where the one before it ended; false where another reader has to say what it is. */
  #readCell(column: PlainColumn): boolean {
    const { place, cells } = column
    const bytes = this.#bytes
    const inQuotes = bytes[this.#end] === QUOTE
    const begins = inQuotes ? this.#end + 1 : this.#end
    const isOfCell = inQuotes ? column.isInQuotes : column.isOfCell
    const first = bytes[begins] ?? 0
    let end = begins
    if (isOfCell[first] !== 1) {
      if (column.mustBeGiven) return false
      if (place !== undefined) this.#values[place] = undefined
    } else if (column.isTime && place !== undefined) {
      const time = this.#times.read(begins)
      if (Number.isNaN(time)) return false
      this.#values[place] = time
      end = this.#times.end
    } else {
      if (cells !== undefined && place !== undefined) {
        const value = cells.get(bytes, begins, isOfCell)
        if (value === undefined) return false
        this.#values[place] = value
        end = cells.end
      } else {
        while (isOfCell[bytes[end] ?? 0] === 1) end += 1
        if (column.isId) {
          this.#idFrom = begins
          this.#idTo = end
        }
      }
      if (first === SPACE || bytes[end - 1] === SPACE) return false
    }
    if (inQuotes) {
      if (bytes[end] !== QUOTE) return false
      end += 1
    }
    this.#end = end
    return true
  }
}
