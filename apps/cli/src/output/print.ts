import { Data, Effect, type PlatformError, Stdio, Stream } from "effect"

/** `1 line`, `2 lines` */
export const count = (number: number, thing: string, things = `${thing}s`): string =>
  `${number} ${number === 1 ? thing : things}`

/** Of so many rows; of some, where small counts are withheld: a note would tell one. */
export const rowsNoted = (rows: number, isSuppressed: boolean): string =>
  isSuppressed ? "some rows" : count(rows, "row")

/** The reader of our output has gone, as `head` does once it has its lines, which is no fault. */
export class ReaderGone extends Data.TaggedError("ReaderGone") {}

const isBrokenPipe = ({ reason: { cause } }: PlatformError.PlatformError): boolean =>
  typeof cause === "object" &&
  cause !== null &&
  "code" in cause &&
  (cause.code === "EPIPE" || cause.code === "ERR_STREAM_DESTROYED")

const readerGone = Effect.catchIf(isBrokenPipe as (error: unknown) => error is PlatformError.PlatformError, () =>
  Effect.fail(new ReaderGone())
)

/** Blocks to standard output no faster than they are read; it gives way between them, so memory holds one at a time. */
export const printAll = <E, R>(text: Stream.Stream<string | Uint8Array, E, R>) =>
  Effect.flatMap(Stdio.Stdio, (stdio) =>
    text.pipe(
      Stream.tap(() => Effect.yieldNow),
      Stream.run(stdio.stdout({ endOnDone: false }))
    )
  ).pipe(readerGone)

/** A text to standard output, with a line break after it. */
export const print = (text: string) => printAll(Stream.succeed(`${text}\n`))

/** A value as JSON, indented for those who look at it. */
export const printJson = (value: unknown) => print(JSON.stringify(value, null, 2))

const ITEMS_AT_A_TIME = 256

function* jsonBlocks(items: ReadonlyArray<unknown>): Generator<string> {
  for (let from = 0; from < items.length; from += ITEMS_AT_A_TIME) {
    const block = items.slice(from, from + ITEMS_AT_A_TIME).map((item) => JSON.stringify(item, null, 2))
    yield `${from === 0 ? "[\n" : ",\n"}${block.join(",\n").replaceAll(/^/gm, "  ")}`
  }
  yield items.length === 0 ? "[]\n" : "\n]\n"
}

/** A list as JSON, indented. It may be long, so its text is never held whole. */
export const printJsonList = (items: ReadonlyArray<unknown>) =>
  printAll(Stream.suspend(() => Stream.fromIterable(jsonBlocks(items), { chunkSize: 1 })))

/** A text to standard error: notes and faults, never answers. */
export const tell = (text: string) =>
  Effect.flatMap(Stdio.Stdio, (stdio) => Stream.run(Stream.succeed(`${text}\n`), stdio.stderr({ endOnDone: false })))

/** Notes, each on a line of its own; nothing where there are none. */
export const tellAll = (notes: ReadonlyArray<string>) => (notes.length === 0 ? Effect.void : tell(notes.join("\n")))
