import {
  type BadInput,
  type EpisodeTable,
  type EpisodeTableOptions,
  type FileFault,
  readEpisodeTable
} from "@safe-return/exchange"
import { Effect, Result, Stream } from "effect"

const encoder = new TextEncoder()

/** The bytes of a text in blocks of a given size, as a disk or a pipe may hand them over. */
export const blocksOf = (text: string | Uint8Array, size = 65_536): Stream.Stream<Uint8Array> => {
  const bytes = typeof text === "string" ? encoder.encode(text) : text
  const blocks: Array<Uint8Array> = []
  for (let from = 0; from < bytes.length; from += size) blocks.push(bytes.subarray(from, from + size))
  return Stream.fromIterable(blocks)
}

export const attempt = (
  text: string | Uint8Array,
  file: string,
  size?: number,
  options?: EpisodeTableOptions
): Result.Result<EpisodeTable, BadInput> =>
  Effect.runSync(Effect.result(readEpisodeTable({ file, bytes: blocksOf(text, size) }, options)))

/** The table in this text; the text must be right. */
export const tableIn = (text: string | Uint8Array, file = "episodes.csv", size?: number): EpisodeTable =>
  Result.getOrThrow(attempt(text, file, size))

/** What is wrong with this text; something must be. */
export const badInputIn = (text: string | Uint8Array, file = "episodes.csv", size?: number): BadInput => {
  const read = attempt(text, file, size)
  if (Result.isSuccess(read)) throw new Error("The text was read as a table, and it should have been refused.")
  return read.failure
}

export const faultsIn = (text: string | Uint8Array, file?: string): ReadonlyArray<FileFault> =>
  badInputIn(text, file).faults
