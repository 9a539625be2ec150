import { Option, Stream } from "effect"
import { Flag } from "effect/cli"
import { printAll } from "./print.ts"
import { writeWhole } from "./writeWhole.ts"

export const out = Flag.String("out").pipe(
  Flag.withDescription(
    "Write it into this file in place of standard output; one that is there is replaced once the new one is whole"
  ),
  Flag.optional
)

/** What is whole as it stands, to the file that was named, or to standard output. */
export const writeContent = (content: string | Uint8Array, to: Option.Option<string>) =>
  Option.match(to, {
    onNone: () => printAll(Stream.succeed(content)),
    onSome: (file) => writeWhole(file, content)
  })

/** A text, with a line break after it, to the file that was named, or to standard output. */
export const writeOut = (text: string, to: Option.Option<string>) => writeContent(`${text}\n`, to)
