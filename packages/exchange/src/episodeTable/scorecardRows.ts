import type { ScorecardRow } from "@safe-return/domain/scorecard"
import { Effect, Pull, Stream } from "effect"
import type { BadInput } from "../badInput.ts"
import { cellsOfLine } from "../text/cellsOfLine.ts"
import { csvLines, recordOf } from "../text/csvLines.ts"
import { acceptAll, gatherRows, type RowGatherer, rowGatherer } from "../text/gatherRows.ts"
import { formatByName } from "../text/inputLine.ts"
import type { TableSource } from "../text/tableLines.ts"
import { decodeUtf8 } from "../text/utf8.ts"
import { NOT_PLAIN_ROW, PlainRows } from "./PlainRows.ts"
import { type EpisodeTableColumns, type EpisodeTableOptions, episodeReader } from "./read.ts"

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

const noBytes = new Uint8Array()

const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  if (one.length === 0) return other
  const whole = new Uint8Array(one.length + other.length)
  whole.set(one)
  whole.set(other, one.length)
  return whole
}

/** A line without its break; undefined where only the careful reader can tell what it holds. */
const simpleText = (bytes: Uint8Array): string | undefined => {
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length
  const line = bytes.subarray(0, end)
  if (line.includes(CARRIAGE_RETURN)) return undefined
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line)
  } catch {
    return undefined
  }
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte) ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes

interface SimpleHeader {
  readonly columns: ReadonlyArray<string>
  /** Where the first row begins. */
  readonly end: number
}

/** The header of a CSV file, where it is as simple as most are. */
const simpleHeader = (bytes: Uint8Array): SimpleHeader | undefined => {
  const end = bytes.indexOf(LINE_FEED)
  const text = end === -1 ? undefined : simpleText(withoutMark(bytes.subarray(0, end)))
  if (text === undefined || text.trim() === "" || text.trimStart().startsWith("{")) return undefined
  const cells = cellsOfLine(text)
  return cells === undefined ? undefined : { columns: cells.map((cell) => cell.trim()), end: end + 1 }
}

/** Rows one after another from blocks of bytes, until something needs the careful reader for all that follows. */
class RowsInBlocks {
  readonly #file: string
  readonly #columns: ReadonlyArray<string>
  readonly #plain: PlainRows
  readonly #gatherer: RowGatherer
  #line = 2
  /** The beginning of a row whose end is not there yet. */
  #carried: Uint8Array = noBytes
  /** From where on the careful reader has to read, or that nothing is left to read. */
  left: { readonly _tag: "Nothing" } | { readonly _tag: "Careful"; readonly bytes: Uint8Array } | undefined

  constructor(file: string, columns: ReadonlyArray<string>, plain: PlainRows, gatherer: RowGatherer) {
    this.#file = file
    this.#columns = columns
    this.#plain = plain
    this.#gatherer = gatherer
  }

  get line(): number {
    return this.#line
  }

  add(block: Uint8Array): void {
    const whole = block.lastIndexOf(LINE_FEED) + 1
    if (whole === 0) {
      this.#carried = joined(this.#carried, block)
      return
    }
    const first = this.#carried.length === 0 ? 0 : block.indexOf(LINE_FEED) + 1
    if (first > 0) this.#read(joined(this.#carried, block.subarray(0, first)), block.subarray(first))
    if (this.left !== undefined) return
    this.#read(block.subarray(first, whole), block.subarray(whole))
    this.#carried = block.slice(whole)
  }

  /** The last row need not end with a line break. */
  end(): void {
    if (this.#carried.length > 0) this.#read(joined(this.#carried, Uint8Array.of(LINE_FEED)), noBytes)
  }

  /** Whole rows; `after` follows them, for the careful reader. */
  #read(rows: Uint8Array, after: Uint8Array): void {
    this.#plain.open(rows)
    for (let at = 0; at < rows.length; this.#line += 1) {
      const next = this.#plain.read(at, this.#line)
      if (next !== NOT_PLAIN_ROW) {
        at = next
        continue
      }
      const end = rows.indexOf(LINE_FEED, at)
      const text = simpleText(rows.subarray(at, end))
      const cells = text === undefined ? undefined : cellsOfLine(text)
      if (text === undefined || cells === undefined) {
        this.left = { _tag: "Careful", bytes: joined(rows.subarray(at), after) }
        return
      }
      const isBlank = text.trim() === "" && !text.includes(",")
      if (!isBlank && this.#gatherer.accept(recordOf(this.#file, this.#columns, cells, this.#line))) {
        this.left = { _tag: "Nothing" }
        return
      }
      at = end + 1
    }
  }
}

/**
 * Hands over what a scorecard reads of an episode table, row by row, and keeps none of it; or fails as
 * `readEpisodeTable` does. Rows that are written plainly are read from their bytes, ten times as fast, and the others,
 * and every fault, by the careful reader.
 */
export const forEachScorecardRow = Effect.fn("forEachScorecardRow")(function* <E, R>(
  source: TableSource<E, R>,
  take: (row: ScorecardRow, line: number) => void,
  options: EpisodeTableOptions = {}
): Effect.fn.Return<EpisodeTableColumns, E | BadInput, R> {
  const { file, format = formatByName(file) } = source
  const { reader, ids, columnsFound } = episodeReader(file, ({ row, line }) => take(row, line), options)

  const read = Effect.gen(function* () {
    const pull = yield* Stream.toPull(source.bytes)
    const next = pull.pipe(Pull.catchDone(() => Effect.succeed(undefined)))
    const rest = Stream.fromPull(Effect.succeed(pull))
    const [first = noBytes, ...others] = (yield* next) ?? []
    const header = format === "ndjson" ? undefined : simpleHeader(first)
    if (header === undefined) {
      const bytes = Stream.concat(Stream.fromIterable([first, ...others]), rest)
      return yield* gatherRows({ ...source, bytes }, reader)
    }
    const gatherer = rowGatherer(file, reader)
    if (gatherer.accept({ _tag: "Header", line: 1, columns: header.columns })) return yield* gatherer.verdict
    const rows = new RowsInBlocks(file, header.columns, new PlainRows(header.columns, ids, take, options), gatherer)
    const blocks: Array<Uint8Array> = [first.subarray(header.end), ...others]
    for (;;) {
      for (const [index, block] of blocks.entries()) {
        rows.add(block)
        if (rows.left === undefined) continue
        if (rows.left._tag === "Nothing") return yield* gatherer.verdict
        const unread = Stream.fromIterable([rows.left.bytes, ...blocks.slice(index + 1)])
        const text = decodeUtf8(file, Stream.concat(unread, rest), rows.line)
        return yield* acceptAll(csvLines(file, text, { line: rows.line, columns: header.columns }), gatherer)
      }
      const more = yield* next
      if (more === undefined) break
      blocks.splice(0, blocks.length, ...more)
    }
    rows.end()
    if (rows.left?._tag !== "Careful") return yield* gatherer.verdict
    const text = decodeUtf8(file, Stream.succeed(rows.left.bytes), rows.line)
    return yield* acceptAll(csvLines(file, text, { line: rows.line, columns: header.columns }), gatherer)
  })
  yield* Effect.scoped(read)
  return columnsFound()
})
