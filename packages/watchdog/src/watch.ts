/** The watch itself: looks, judges, tells people, and keeps what it knows in a file, so that a restart forgets nothing. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { Effect, Schema } from "effect"
import { afterAlert, dueAlert, type HeartbeatReport, hear, isLost, WatchState } from "./judge.ts"
import { askForBeat, takeBeats } from "./listenForBeats.ts"
import { sendAlert } from "./sendAlert.ts"
import type { WatchSettings } from "./WatchSettings.ts"
import { awakeDay, awakeWords, wordsOf } from "./words.ts"

type Say = (line: string) => Effect.Effect<void>

/** For the person who sets it up: a wrong address would else show only at the first alarm. */
const CHECK_SETUP = "Check SAFE_RETURN_WATCH_URL, and that the bot's heartbeat is turned on: docs/watchdog.md."

const decode = Schema.decodeUnknownOption(Schema.fromJsonString(WatchState))

/** A file that is gone or cannot be read is begun again: it holds nothing but what was told. */
const readState = (file: string, now: number): WatchState => {
  try {
    const known = decode(readFileSync(file, "utf8"))
    return known._tag === "Some" ? known.value : { since: now }
  } catch {
    return { since: now }
  }
}

const writeState = (file: string, watched: WatchState, say: Say): Effect.Effect<void> =>
  Effect.try({
    try: () => {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(`${file}.new`, JSON.stringify(watched))
      renameSync(`${file}.new`, file)
    },
    catch: (cause) => String((cause as { readonly code?: unknown }).code)
  }).pipe(
    // It goes on: told once too often is better than not at all.
    Effect.catch((code) => say(`What the watch knows cannot be kept in ${file} (${code}): see to its disk and rights.`))
  )

interface LookResult {
  readonly watched: WatchState
  readonly isLost: boolean
  /** An alert was due, and nobody has taken it. */
  readonly isUntold: boolean
}

const alertIfNeeded = Effect.fnUntraced(function* (
  settings: WatchSettings,
  watched: WatchState,
  now: number,
  say: Say
) {
  const { council, patience, channels } = settings
  const lost = isLost(watched, now, patience)
  const alert = dueAlert(watched, now, patience)
  if (alert === undefined) return { watched, isLost: lost, isUntold: false } satisfies LookResult
  const words = wordsOf(alert, council, watched)
  yield* say(words)
  const hasWay = channels.notify !== undefined || channels.webhook !== undefined
  const { isSent, failures } = yield* sendAlert(channels, words)
  for (const failure of failures) yield* say(failure)
  // Without any way of its own, the person who runs it passes on what it prints.
  const isTold = isSent || !hasWay
  if (!isTold) yield* say("Nobody could be told. It is tried again at the next look: tell people by telephone.")
  return { watched: afterAlert(watched, alert, isTold, now), isLost: lost, isUntold: !isTold } satisfies LookResult
})

const sayAwake = Effect.fnUntraced(function* (settings: WatchSettings, watched: WatchState, now: number, say: Say) {
  const day = awakeDay(now, settings.awakeHour)
  if (day === undefined || watched.awakeOn === day) return watched
  const { isSent, failures } = yield* sendAlert(settings.channels, awakeWords(settings.council, watched))
  for (const failure of failures) yield* say(failure)
  return isSent ? { ...watched, awakeOn: day } : watched
})

const lookOnce = Effect.fnUntraced(function* (settings: WatchSettings, known: WatchState, now: number, say: Say) {
  const heard: HeartbeatReport | undefined = settings.ask === undefined ? undefined : yield* askForBeat(settings.ask)
  const watched = heard === undefined ? known : hear(known, heard, now)
  const looked = yield* alertIfNeeded(settings, watched, now, say)
  if (heard?._tag === "Nothing") {
    if (looked.isLost) yield* say(`Nothing was heard: ${heard.reason}.`)
    else if (watched.lastBeatAt === undefined) yield* say(`Nothing was heard yet: ${heard.reason}. ${CHECK_SETUP}`)
  }
  return { ...looked, watched: yield* sayAwake(settings, looked.watched, now, say) }
})

/** One look, to run every few minutes: silent and true when all is well and told. */
export const watchOnce = Effect.fn("watchOnce")(function* (settings: WatchSettings, say: Say) {
  const now = Date.now()
  const looked = yield* lookOnce(settings, readState(settings.stateFile, now), now, say)
  yield* writeState(settings.stateFile, looked.watched, say)
  return !looked.isLost && !looked.isUntold
})

/** Looks for as long as it runs. Time goes by the clock that only goes forward, so that a jump of the wall's tells nobody. */
export const watch = (settings: WatchSettings, say: Say) =>
  Effect.scoped(
    Effect.gen(function* () {
      const begun = Date.now() - performance.now()
      const clock = () => begun + performance.now()
      const inbox: Array<{ readonly heard: HeartbeatReport; readonly at: number }> = []
      let watched = readState(settings.stateFile, clock())
      if (settings.listen !== undefined) {
        const port = yield* takeBeats(settings.listen, (heard) => void inbox.push({ heard, at: clock() }))
        yield* say(`Beats are taken on port ${port}.`)
      }
      yield* say("The watch has begun.")
      const look = Effect.gen(function* () {
        for (const { heard, at } of inbox.splice(0)) watched = hear(watched, heard, at)
        watched = (yield* lookOnce(settings, watched, clock(), say)).watched
        yield* writeState(settings.stateFile, watched, say)
      })
      const safely = Effect.catchDefect(look, () => say("A look of the watch failed; the next goes on."))
      return yield* Effect.forever(Effect.andThen(safely, Effect.sleep(settings.lookEvery)))
    })
  )
