/** The heartbeat: given out only while every part of the way of an alert has shown itself lately. */
import { Instant } from "@safe-return/domain/calendar"
import { Deliveries } from "@safe-return/journal"
import {
  HEARTBEAT_KEY,
  HeartbeatSettings,
  Incidents,
  monotonicMillis,
  Outreach,
  Shadow,
  usualTimes
} from "@safe-return/outreach"
import { londonDateTime } from "@safe-return/wording"
import { Clock, Context, Effect, Layer, type Redacted, Result } from "effect"
import { type Beat, sendBeat } from "./beat.ts"
import { missingSigns, type Sign, signWords } from "./signs.ts"

/** By how much one clock may gain on the other between two beats, in milliseconds, before it has jumped. A working choice. */
const JUMP = 120_000

export interface HeartbeatReport {
  /** Milliseconds since the last beat that was given out; none before the first. */
  readonly age: number | undefined
  readonly isLate: boolean
  /** Why the last one was held back, if it was. */
  readonly missing: ReadonlyArray<Sign>
  /** Nothing is sent to anybody but administrators: nobody may rely on an alert. */
  readonly isShadow: boolean
}

export class Heartbeat extends Context.Service<
  Heartbeat,
  {
    /** Undefined where no heartbeat is set up. */
    readonly report: Effect.Effect<HeartbeatReport | undefined>
    /** Looks at every part, and gives a beat out or holds it back. */
    readonly beat: Effect.Effect<void>
    /** Beats for as long as it runs. */
    readonly run: Effect.Effect<void>
  }
>()("@safe-return/slack-bot/Heartbeat") {}

const none = Heartbeat.of({ report: Effect.undefined, beat: Effect.void, run: Effect.never })

const ofBot = "this instance"
const ofListener = "the listener"

const make = Effect.gen(function* () {
  const settings = yield* HeartbeatSettings
  if (settings === undefined) return none
  const { every, lateAfter, url } = { ...usualTimes, ...settings }
  const outreach = yield* Outreach
  const deliveries = yield* Deliveries
  const incidents = yield* Incidents
  const { isOn: isShadow } = yield* Shadow

  const startedAt = yield* monotonicMillis
  let beatAt: number | undefined
  let missing: ReadonlyArray<Sign> = []
  let unheardSince: number | undefined
  let jumpedAt: number | undefined
  /** The one clock less the other: it stays the same unless one of them jumps. */
  let offset: number | undefined

  const lookAtClock = (now: number, forward: number) => {
    const before = offset
    offset = now - forward
    if (before !== undefined && Math.abs(offset - before) > JUMP) jumpedAt = forward
  }

  const sentAt = Effect.map(
    Effect.suspend(() => deliveries.of("team")),
    (delivered) => {
      const times = [...delivered.values()].flatMap((delivery) =>
        delivery._tag === "Sent" && delivery.key.startsWith(HEARTBEAT_KEY) ? [delivery.sentAt] : []
      )
      return times.length === 0 ? undefined : Math.max(...times)
    }
  )

  const look = Effect.gen(function* () {
    const forward = yield* monotonicMillis
    const now = yield* Clock.currentTimeMillis
    lookAtClock(now, forward)
    const { watchedAt, underwaySince } = yield* outreach.health
    const sent = yield* Effect.result(sentAt)
    const open = new Set((yield* incidents.open).map(({ kind }) => kind))
    const evidence = { now, forward, startedAt, watchedAt, underwaySince, jumpedAt, open }
    return Result.isSuccess(sent)
      ? missingSigns({ ...evidence, sentAt: sent.success }, lateAfter)
      : [...new Set<Sign>(["records", ...missingSigns({ ...evidence, sentAt: undefined }, lateAfter)])]
  })

  const since = Effect.fnUntraced(function* (forward: number) {
    const now = yield* Clock.currentTimeMillis
    return londonDateTime(Instant(now - ((yield* monotonicMillis) - forward)))
  })

  const send = Effect.fnUntraced(function* (to: Redacted.Redacted, beat: Beat, words: string) {
    const sent = yield* Effect.result(sendBeat(to, beat, words))
    const forward = yield* monotonicMillis
    if (Result.isSuccess(sent)) {
      unheardSince = undefined
      return yield* incidents.end("heartbeat-lost", "The listener takes it again.", ofListener)
    }
    unheardSince ??= forward
    yield* Effect.logWarning(sent.failure.message)
    if (forward - unheardSince < lateAfter) return
    yield* incidents.raise({
      kind: "heartbeat-lost",
      place: ofListener,
      what: `The heartbeat has not got through to the monitor outside since ${yield* since(unheardSince)} (${sent.failure.reason}). It will raise the alarm, though alerts may still go.`,
      remedy:
        "Check SAFE_RETURN_HEARTBEAT_URL and the way out of this machine's network; `safe-return doctor` tries it. Tell the people who run the monitor."
    })
  })

  const give = (beat: Beat, words: string) => (url === undefined ? Effect.void : send(url, beat, words))

  const beat = Effect.gen(function* () {
    missing = yield* look
    const forward = yield* monotonicMillis
    if (missing.length === 0) {
      beatAt = forward
      yield* incidents.end("heartbeat-lost", "Every part shows itself again.", ofBot)
      return yield* give(
        "success",
        isShadow ? "Safe Return is at work in shadow: it sends nothing." : "Safe Return is at work."
      )
    }
    // Just started: what has not shown itself yet may do so, and the listener waits for the first beat by itself.
    if (beatAt === undefined && forward - startedAt <= lateAfter) return
    const words = missing.map((sign) => signWords[sign]).join("; ")
    yield* incidents.raise({
      kind: "heartbeat-lost",
      place: ofBot,
      what: `The heartbeat is held back since ${yield* since(beatAt ?? startedAt)}, so that the monitor outside raises the alarm: ${words}.`,
      remedy: "Look at what else is reported, and at the log; if nothing is, restart Safe Return.",
      duty: { sentence: "Alerts may not get out. Until this is over, ring the people who must know." }
    })
    yield* give("fail", `Safe Return cannot be relied on to alert people: ${words}.`)
  })

  /** Held back while a part does not answer at all: a beat that is never looked at again is no beat. */
  const bounded = Effect.catchDefect(beat, (defect) => Effect.logError("The heartbeat could not be looked at", defect))

  return Heartbeat.of({
    report: Effect.map(monotonicMillis, (forward) => {
      const age = beatAt === undefined ? undefined : forward - beatAt
      return { age, isLate: age === undefined || age > lateAfter, missing, isShadow }
    }),
    beat,
    run: Effect.andThen(
      give("start", "Safe Return starts."),
      Effect.forever(Effect.andThen(bounded, Effect.sleep(every)))
    )
  })
})

export const heartbeatLayer = Layer.effect(Heartbeat, make)
