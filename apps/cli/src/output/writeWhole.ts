import { badInput } from "@safe-return/exchange/reading"
import { Effect, FileSystem } from "effect"

const notWritten = (file: string) =>
  badInput({ field: "--out", message: `${file} cannot be written. Name a file in a folder you may write to.` })

/** A file whole or not at all: one that is there is replaced once the new one is written. */
export const writeWhole = Effect.fn("writeWhole")(function* (
  file: string,
  content: string | Uint8Array,
  options?: { readonly mode?: number }
) {
  const files = yield* FileSystem.FileSystem
  const partial = `${file}.partial`
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  yield* files.writeFile(partial, bytes, options).pipe(
    Effect.andThen(files.rename(partial, file)),
    Effect.tapError(() => Effect.ignore(files.remove(partial))),
    Effect.mapError(() => notWritten(file))
  )
})
