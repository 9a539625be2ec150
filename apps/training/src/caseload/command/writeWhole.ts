import { badInput } from "@safe-return/exchange"
import { Effect, FileSystem, Stream } from "effect"

const cannotWrite = (file: string) => () =>
  badInput({
    file,
    message: "The file cannot be written. Check that the folder is there and that you may write to it."
  })

/** Writes a file that is there whole or not at all: the text goes beside it first and takes its name at the end. */
export const writeWhole = Effect.fn("writeWhole")(function* <E, R>(file: string, text: Stream.Stream<string, E, R>) {
  const files = yield* FileSystem.FileSystem
  const beside = `${file}.part`
  yield* text.pipe(
    Stream.encodeText,
    Stream.run(files.sink(beside)),
    Effect.andThen(files.rename(beside, file)),
    Effect.onError(() => Effect.ignore(files.remove(beside))),
    Effect.mapError(cannotWrite(file))
  )
})
