import type { TableSource } from "@safe-return/exchange/reading"
import { Clock, Effect, Stdio, Stream } from "effect"

/** How long a person waits before they wonder, and how often they are told after that. */
const EVERY_MILLISECONDS = 500

const CLEAR_LINE = "\r\u{1b}[K"

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB read`

/** The same source; while it takes long to read, how far it has come is shown on standard error, if that is a terminal. */
export const withProgress = Effect.fn("withProgress")(function* <E, R>(source: TableSource<E, R>) {
  const stdio = yield* Stdio.Stdio
  if (!(yield* stdio.stderrIsTerminal)) return source
  const show = (text: string) => Effect.ignore(Stream.run(Stream.succeed(text), stdio.stderr({ endOnDone: false })))
  let read = 0
  let shownAt = yield* Clock.currentTimeMillis
  let isShown = false
  const counted = Stream.tap(source.bytes, (block) =>
    Effect.gen(function* () {
      read += block.length
      const now = yield* Clock.currentTimeMillis
      if (now - shownAt < EVERY_MILLISECONDS) return
      shownAt = now
      isShown = true
      yield* show(`${CLEAR_LINE}${source.file}: ${megabytes(read)}`)
    })
  )
  const bytes = Stream.ensuring(
    counted,
    Effect.suspend(() => (isShown ? show(CLEAR_LINE) : Effect.void))
  )
  return { ...source, bytes }
})

/** Tells how far something has come, on the same terms: a callback for work that counts by itself. */
export const showProgress = Effect.fn("showProgress")(function* (what: string) {
  const stdio = yield* Stdio.Stdio
  if (!(yield* stdio.stderrIsTerminal)) return () => {}
  const write = (text: string): void => {
    Effect.runFork(Effect.ignore(Stream.run(Stream.succeed(text), stdio.stderr({ endOnDone: false }))))
  }
  let shownAt = performance.now()
  let isShown = false
  return (done: number, all: number): void => {
    const now = performance.now()
    const isDone = done >= all
    if (isDone ? !isShown : now - shownAt < EVERY_MILLISECONDS) return
    shownAt = now
    isShown = !isDone
    write(isDone ? CLEAR_LINE : `${CLEAR_LINE}${what}: ${done} of ${all}`)
  }
})
