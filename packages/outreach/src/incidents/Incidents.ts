/** What is wrong with the bot itself, kept in memory alone, so that it works while the journal does not. */
import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { PersonId } from "@safe-return/domain/pathway"
import { Clock, Context, Duration, Effect, Layer, Queue } from "effect"
import { monotonicMillis } from "../clocks/monotonic.ts"
import type { IncidentKind } from "./IncidentKind.ts"

/** How long what ended is kept in mind, in milliseconds: people are told of its end until then. */
const ENDED_KEPT = 60 * 60_000

export interface Incident {
  readonly kind: IncidentKind
  /** Tells one from another of its kind, such as a user group or a sender; never a case reference. */
  readonly place?: string
  /** What is wrong, in a sentence or two with counts and places, for administrators: no case reference. */
  readonly what: string
  /** What an administrator does about it, in a sentence. */
  readonly remedy: string
  /** What those who run the pathway must do themselves meanwhile; absent where only administrators can act. */
  readonly duty?: {
    /** For MASH and Missing Co-ordinators, who may see case references. */
    readonly sentence: string
    /** For the education team's managers in place of those of the pathway. */
    readonly team?: "education"
    /** Raised again after some minutes it is a new message, because it may be about another child. */
    readonly ringsAgain?: boolean
    /** Said in the missing channel, too. */
    readonly inChannel?: boolean
    /** Said by the last way out of Slack, too, without any case reference: every word here leaves Slack. */
    readonly outsideSlack?: string
    /** It stands and rings again until a person says what came of it: a child may hang on it, however long it is. */
    readonly untilAnswered?: true
  }
  /** Over by itself when not raised again for this long, unless it waits for an answer; without it, other code ends it. */
  readonly lasts?: Duration.Duration
}

export interface OpenIncident extends Incident {
  /** Unique among all of this process: an incident that comes again is another one. */
  readonly id: number
  readonly since: Instant
  /** How often it was raised. */
  readonly times: number
}

export interface EndedIncident extends OpenIncident {
  readonly endedAt: Instant
  /** What became of it, in a sentence. */
  readonly outcome: string
  /** The person who said so. */
  readonly answeredBy?: PersonId
}

export class Incidents extends Context.Service<
  Incidents,
  {
    /** Something is wrong. Raised again while it is, its newest words stand, and nobody is told a second time. */
    readonly raise: (incident: Incident) => Effect.Effect<void>
    /** It is over, in a sentence that says what became of it; nothing where it was not open. */
    readonly end: (kind: IncidentKind, outcome: string, place?: string) => Effect.Effect<void>
    /** A person says what came of it; false where it was not open. */
    readonly answer: (
      name: Pick<Incident, "kind" | "place">,
      outcome: string,
      answeredBy: PersonId
    ) => Effect.Effect<boolean>
    /** What is wrong now, oldest first. */
    readonly open: Effect.Effect<ReadonlyArray<OpenIncident>>
    /** What ended in the last hour, oldest first. */
    readonly ended: Effect.Effect<ReadonlyArray<EndedIncident>>
    /** Returns once something has changed since this was last asked; for one caller alone. */
    readonly changed: Effect.Effect<void>
  }
>()("@safe-return/slack-bot/Incidents") {
  static readonly layer = Layer.effect(
    Incidents,
    Effect.gen(function* () {
      const open = new Map<string, OpenIncident & { readonly raisedAt: number }>()
      let ended: ReadonlyArray<EndedIncident> = []
      let lastId = 0
      const news = yield* Queue.sliding<void>(1)
      const clock = Effect.map(Clock.currentTimeMillis, Instant)
      const nameOf = (kind: IncidentKind, place = "") => `${kind} ${place}`

      const close = Effect.fnUntraced(function* (name: string, outcome: string, answeredBy?: PersonId) {
        const incident = open.get(name)
        if (incident === undefined) return false
        open.delete(name)
        const endedAt = yield* clock
        const over = { ...incident, endedAt, outcome, ...definedFields({ answeredBy }) }
        ended = [...ended.filter((one) => endedAt - one.endedAt < ENDED_KEPT), over]
        yield* Effect.logInfo(`Over: ${incident.what} ${outcome}`)
        yield* Queue.offer(news, undefined)
        return true
      })

      const raise = Effect.fn("Incidents.raise")(function* (incident: Incident) {
        const name = nameOf(incident.kind, incident.place)
        const before = open.get(name)
        const since = before?.since ?? (yield* clock)
        const id = before?.id ?? ++lastId
        open.set(name, { ...incident, id, since, times: (before?.times ?? 0) + 1, raisedAt: yield* monotonicMillis })
        if (before === undefined) yield* Effect.logError(`${incident.what} ${incident.remedy}`)
        // What cannot be told raises incidents itself: raised in the same words it is no news.
        const isSame = before !== undefined && before.what === incident.what && before.remedy === incident.remedy
        if (!isSame || incident.duty?.ringsAgain === true) yield* Queue.offer(news, undefined)
      })

      /** What lasts only while it is raised has ended by itself. */
      const lapse = Effect.gen(function* () {
        const now = yield* monotonicMillis
        for (const [name, { duty, lasts, raisedAt }] of [...open]) {
          if (duty?.untilAnswered === true) continue
          if (lasts !== undefined && now - raisedAt >= Duration.toMillis(lasts)) {
            yield* close(name, "It has not come again since.")
          }
        }
      })

      return Incidents.of({
        raise,
        end: (kind, outcome, place) => Effect.asVoid(close(nameOf(kind, place), outcome)),
        answer: ({ kind, place }, outcome, answeredBy) => close(nameOf(kind, place), outcome, answeredBy),
        open: Effect.andThen(
          lapse,
          Effect.sync(() => [...open.values()])
        ),
        ended: Effect.andThen(
          lapse,
          Effect.sync(() => ended)
        ),
        changed: Queue.take(news)
      })
    })
  )
}
