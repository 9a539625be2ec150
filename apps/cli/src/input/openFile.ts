import { badInput, decodeUtf8 } from "@safe-return/exchange/reading"
import { Effect, FileSystem, type PlatformError, Stdio, Stream } from "effect"

const STANDARD_INPUT = "standard input"

const sentences: Partial<Record<PlatformError.PlatformError["reason"]["_tag"], string>> = {
  NotFound: "There is no such file. Check the name and the folder.",
  PermissionDenied: "The file may not be read. Ask for access to it, or copy it somewhere you may read."
}

const unreadable =
  (file: string) =>
  ({ reason }: PlatformError.PlatformError) =>
    badInput({ file, message: sentences[reason._tag] ?? "The file cannot be read." })

/** Bytes read at once. */
const USUAL_BLOCKS = 65_536
const LARGE_BLOCK = 262_144

/** Bytes of a file in one block that is filled again and again: a new block each time is what costs most of the reading. */
const inOneBlock = Effect.fnUntraced(function* (name: string) {
  const files = yield* FileSystem.FileSystem
  const file = yield* files.open(name)
  const block = new Uint8Array(LARGE_BLOCK)
  return Stream.unfold(undefined, () =>
    Effect.map(file.read(block), (length) =>
      length === 0 ? undefined : ([block.subarray(0, length), undefined] as const)
    )
  )
}, Stream.unwrap)

/**
 * The bytes of a file the person named, or of standard input for `-`.
 *
 * @param isReadAtOnce whether a block is done with before the next one is asked for
 */
export const openFile = Effect.fn("openFile")(function* (name: string, isReadAtOnce = false) {
  if (name === "-") {
    const { stdin } = yield* Stdio.Stdio
    return { file: STANDARD_INPUT, bytes: Stream.mapError(stdin, unreadable(STANDARD_INPUT)) }
  }
  const files = yield* FileSystem.FileSystem
  const { type } = yield* Effect.mapError(files.stat(name), unreadable(name))
  if (type === "Directory") {
    return yield* badInput({ file: name, message: "This is a folder. Name the file in it." })
  }
  const bytes = isReadAtOnce ? inOneBlock(name) : files.stream(name, { chunkSize: USUAL_BLOCKS })
  return { file: name, bytes: Stream.mapError(bytes, unreadable(name)) }
})

/** The whole text of a small file, such as a policy. */
export const readText = Effect.fn("readText")(function* (name: string) {
  const { file, bytes } = yield* openFile(name)
  return { file, text: yield* Stream.mkString(decodeUtf8(file, bytes)) }
})
