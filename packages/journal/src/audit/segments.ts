/** The files the audit is kept in, each named for the number of its first entry: `audit/000000000001.jsonl`. */
import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import type { AuditRecord } from "../Audit.ts"
import { beginning, readLine } from "./auditLine.ts"

const SEGMENT = /^(\d{12})\.jsonl$/

export const segmentName = (firstNumber: number): string => `${String(firstNumber).padStart(12, "0")}.jsonl`

export const firstNumberOf = (name: string): number => Number(SEGMENT.exec(name)?.[1])

/** Oldest first. */
export const segmentsIn = async (folder: string): Promise<ReadonlyArray<string>> =>
  (await readdir(folder)).filter((name) => SEGMENT.test(name)).sort()

/** The lines of a segment, and how many bytes at its end are an unfinished one: nobody was ever told that it is kept. */
export const linesOf = (bytes: Buffer): { readonly lines: ReadonlyArray<string>; readonly unfinished: number } => {
  const end = bytes.lastIndexOf("\n") + 1
  const lines = bytes.toString("utf8", 0, end).split("\n").slice(0, -1)
  return { lines, unfinished: bytes.length - end }
}

/**
 * Everything in the audit's folder, oldest first. Takes no lock and changes nothing, so it may run beside the process
 * that writes: the line that process is just writing is passed over.
 */
export async function* readSegments(folder: string): AsyncGenerator<AuditRecord> {
  let expected = beginning
  for (const name of await segmentsIn(folder)) {
    const { lines } = linesOf(await readFile(join(folder, name)))
    for (const [index, text] of lines.entries()) {
      const { records, next } = readLine(expected, text, `audit/${name}, line ${index + 1}`)
      yield* records
      expected = next
    }
  }
}
