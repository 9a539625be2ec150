/** Whether anything can be recorded, as every write and check of this process says; kept in memory alone. */
import { type JournalUnavailable, needsRestart, type WriteFault } from "@safe-return/journal"
import { Context, Deferred, Duration, Effect, Layer, Queue } from "effect"
import { damagedRecords, type RecordTried } from "./damagedRecords.ts"
import { Incidents } from "./Incidents.ts"
import { MustStartAgain } from "./programFaults.ts"
import { faultRemedy, faultWords } from "./writeFaults.ts"

/** A part that refused once is no longer said to be wrong after this long without another refusal. */
const PART_LASTS = Duration.minutes(10)

/** Where the incident of one record stands, beside that of everything. */
const PART = "part of the records"

/** What a write was refused with. */
export interface RefusedWrite {
  readonly fault?: WriteFault
}

export class RecordStanding extends Context.Service<
  RecordStanding,
  {
    /** A write was refused, or a read because nobody answered or the record is damaged. */
    readonly refused: (refused: RefusedWrite, tried?: RecordTried) => Effect.Effect<void>
    /** It was done: what had been wrong with that record is over. */
    readonly done: (tried: RecordTried) => Effect.Effect<void>
    /** The check was refused: from now on nothing can be recorded. */
    readonly stopped: (refused: JournalUnavailable) => Effect.Effect<void>
    /** A person answers: what is asked is asked of them again. */
    readonly answers: Effect.Effect<void>
    /** What the check was refused with while nobody answers: asking would only cost seconds each time. */
    readonly away: Effect.Effect<JournalUnavailable | undefined>
    /** The check went through, and what had waited to be recorded is. */
    readonly recorded: Effect.Effect<void>
    readonly isWritable: Effect.Effect<boolean>
    /** Returns once a write was refused since this was last asked; for one caller alone. */
    readonly doubted: Effect.Effect<void>
    /** Returns once only another process could record anything. */
    readonly restartNeeded: Effect.Effect<MustStartAgain>
  }
>()("@safe-return/slack-bot/RecordStanding") {
  static readonly layer = Layer.effect(
    RecordStanding,
    Effect.gen(function* () {
      const incidents = yield* Incidents
      const doubts = yield* Queue.sliding<void>(1)
      const restart = yield* Deferred.make<MustStartAgain>()
      const damaged = new Map<string, RecordTried>()
      const nameOf = ({ of, about, act }: RecordTried) => `${act} ${of} ${about}`
      let isWritable = true
      let away: JournalUnavailable | undefined

      const unwritable = Effect.fn("RecordStanding.unwritable")(function* ({ fault }: RefusedWrite) {
        isWritable = false
        const what = `Nothing can be recorded: ${faultWords(fault)}. Alerts go on and are marked; reports and answers are refused.`
        yield* incidents.raise({ kind: "journal-unwritable", what, remedy: faultRemedy(fault) })
        if (fault !== undefined && needsRestart(fault)) {
          yield* Deferred.succeed(
            restart,
            new MustStartAgain({ reason: `Nothing can be recorded: ${faultWords(fault)}.` })
          )
        }
      })

      /** One record refused, which the others need not: it is said, and holds nothing else up. */
      const partRefused = incidents.raise({
        kind: "journal-unwritable",
        place: PART,
        what: "A part of the records takes no writes. What people recorded there was refused, and people were told so.",
        remedy: "Look in the log for the refusal, and run journal verify.",
        lasts: PART_LASTS
      })

      const tellDamaged = Effect.suspend(() =>
        damaged.size > 0
          ? incidents.raise(damagedRecords([...damaged.values()]))
          : incidents.end("records-damaged", "Every record can be used again.")
      )

      return RecordStanding.of({
        done: (tried) => Effect.suspend(() => (damaged.delete(nameOf(tried)) ? tellDamaged : Effect.void)),
        stopped: (refused) =>
          Effect.suspend(() => {
            away = refused.fault === "away" ? refused : undefined
            return unwritable(refused)
          }),
        answers: Effect.sync(() => {
          away = undefined
        }),
        away: Effect.sync(() => away),
        refused: (refused, tried) =>
          Effect.gen(function* () {
            // One record alone: nothing is learnt of the others by looking whether anything can be written.
            if (refused.fault === undefined && tried !== undefined) {
              damaged.set(nameOf(tried), tried)
              return yield* tellDamaged
            }
            // A database that did not answer once may answer the check.
            if (refused.fault === undefined) yield* partRefused
            else if (refused.fault !== "away") yield* unwritable(refused)
            yield* Queue.offer(doubts, undefined)
          }),
        recorded: Effect.suspend(() => {
          isWritable = true
          return incidents.end(
            "journal-unwritable",
            "It can be recorded again, and what had been sent meanwhile is on record."
          )
        }),
        isWritable: Effect.sync(() => isWritable),
        doubted: Queue.take(doubts),
        restartNeeded: Deferred.await(restart)
      })
    })
  )
}
