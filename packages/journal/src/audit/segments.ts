/** The files the audit is kept in, each named for the number of its first entry: `audit/000000000001.jsonl`. */
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { Equal } from "effect"
import type { AuditRecord } from "../Audit.ts"
import { beginning, readLine } from "./auditLine.ts"
import { END_MARK, heldAgainst, readEndMark } from "./endMark.ts"

const SEGMENT = /^(\d{12})\.jsonl$/

export const segmentName = (firstNumber: number): string => `${String(firstNumber).padStart(12, "0")}.jsonl`

export const firstNumberOf = (name: string): number => Number(SEGMENT.exec(name)?.[1])

/** Oldest first. */
export const segmentsIn = async (folder: string): Promise<ReadonlyArray<string>> =>
  (await readdir(folder)).filter((name) => SEGMENT.test(name)).sort()

/** Bytes that are no text must not read as the sign that decoding puts in their place: it may stand there by right. */
const decoded = (bytes: Buffer): string => {
  const text = bytes.toString("utf8")
  return Buffer.from(text).equals(bytes) ? text : bytes.toString("latin1")
}

const splitLines = (bytes: Buffer): ReadonlyArray<string> => {
  const text = bytes.toString("utf8")
  if (Buffer.from(text).equals(bytes)) return text.split("\n")
  return bytes
    .toString("latin1")
    .split("\n")
    .map((line) => decoded(Buffer.from(line, "latin1")))
}

/** The lines of a segment, and how many bytes at its end are an unfinished one: nobody was ever told that it is kept. */
export const linesOf = (bytes: Buffer): { readonly lines: ReadonlyArray<string>; readonly unfinished: number } => {
  const end = bytes.lastIndexOf("\n") + 1
  const lines = splitLines(bytes.subarray(0, end)).slice(0, -1)
  return { lines, unfinished: bytes.length - end }
}

/** Everything in the audit's folder, oldest first, without a lock: a line that is just being written is passed over. */
export async function* readSegments(folder: string): AsyncGenerator<AuditRecord> {
  // First, so that whatever is written meanwhile only follows it.
  const mark = await readEndMark(folder)
  const { pass, faultAt } = heldAgainst(mark)
  let expected = beginning
  let unfinished = 0
  let isNamed = false
  let before: string | undefined
  pass(expected)
  for (const name of await segmentsIn(folder)) {
    if (unfinished > 0 && before !== undefined) yield leftIn(before, unfinished)
    const first = firstNumberOf(name)
    // What it holds is named line by line; of an empty one this is all there is to say.
    if (first < expected.number) yield { _tag: "Damage", place: `audit/${name}`, reason: "it was put in" }
    const found = linesOf(await readFile(join(folder, name)))
    unfinished = found.unfinished
    for (const [index, text] of found.lines.entries()) {
      const isAfterGap = index === 0 && first > expected.number
      const place = isAfterGap ? gapPlace(before, expected.number) : `audit/${name}, line ${index + 1}`
      const { records, next } = readLine(expected, text, place)
      yield* records
      expected = next
      // A line that was changed has been named: the mark does not fit it because of that.
      isNamed ||= records.some(({ _tag }) => _tag === "Damage")
      if (!isNamed) pass(expected)
    }
    before = name
  }
  const fault = faultAt(expected, unfinished)
  // A process may have taken the audit up again meanwhile.
  if (fault !== undefined && Equal.equals(await readEndMark(folder), mark)) {
    const isShort = typeof mark !== "string" && expected.number < mark.number
    const place = isShort ? `audit/${END_MARK}: ${gapPlace(before, expected.number)}` : `audit/${END_MARK}`
    yield { _tag: "Damage", place, reason: fault }
  }
}

/** Entries are missing from this number on: the end of a file was cut off, or the file after it is gone. */
const gapPlace = (before: string | undefined, number: number): string => {
  const gone = `audit/${segmentName(number)}`
  return before === undefined || `audit/${before}` === gone ? gone : `audit/${before}, or ${gone} after it`
}

/** A new file is begun after a whole line alone. */
const leftIn = (name: string, bytes: number): AuditRecord => ({
  _tag: "Damage",
  place: `audit/${name}`,
  reason: `${bytes} bytes at its end are no whole entry`
})
