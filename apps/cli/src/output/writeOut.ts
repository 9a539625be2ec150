import { badInput } from "@safe-return/exchange/reading"
import { Effect, FileSystem, Option } from "effect"
import { Flag } from "effect/cli"
import { print } from "./print.ts"

export const out = Flag.String("out").pipe(
  Flag.withDescription("Write it into this file in place of standard output"),
  Flag.optional
)

const notWritten = (file: string) =>
  badInput({ field: "--out", message: `${file} cannot be written. Name a file in a folder you may write to.` })

/** An answer to the file that was named, or to standard output. */
export const writeOut = Effect.fn("writeOut")(function* (text: string, to: Option.Option<string>) {
  if (Option.isNone(to)) return yield* print(text)
  const file = to.value
  const files = yield* FileSystem.FileSystem
  yield* Effect.mapError(files.writeFileString(file, `${text}\n`), () => notWritten(file))
})
