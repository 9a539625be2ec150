/** What every journal does with a child who is finished: it need not be in memory, and nothing of it is lost. */
import { expect, it } from "@effect/vitest"
import { CivilDay, Instant } from "@safe-return/domain/calendar"
import { EventId } from "@safe-return/domain/pathway"
import { Clock, Effect, Option, Result } from "effect"
import { Deliveries, Erasures, EventIdUsed, Journal, Profiles } from "../src/index.ts"
import { finishedStream, historyStream, LONG_AFTER, openStream, policeReference } from "./finishedStream.ts"
import { asked } from "./madeUpErasure.ts"
import { type FreshPlace, restarted } from "./restart.ts"
import { child, madeUpEvent } from "./syntheticEvents.ts"

const over = child("LCS-1")
const open = child("LCS-2")

const fill = Effect.gen(function* () {
  const journal = yield* Journal
  yield* journal.append(over, 0, finishedStream(over))
  yield* journal.append(open, 0, openStream(open))
})

const opening = Effect.flatMap(Journal, (journal) => journal.opening)
const names = Effect.map(opening, ({ finished, entries }) => ({
  finished: finished.map((one) => one.child),
  active: [...new Set(entries.map((one) => one.child))]
}))

export const finishedContract = (freshPlace: FreshPlace) => {
  const kept = Effect.fnUntraced(function* () {
    const place = yield* freshPlace
    const inPlace = restarted(place.layer)
    yield* inPlace(fill)
    // The first start judges, and the next has it written.
    yield* inPlace(opening)
    return inPlace
  })

  it.live("a start reads no entry of a finished child, and knows where their stream ends", () =>
    Effect.gen(function* () {
      const inPlace = yield* kept()
      const { finished, entries } = yield* inPlace(opening)
      const all = yield* inPlace(Effect.flatMap(Journal, ({ readAll }) => readAll))
      const last = all.filter((entry) => entry.child === over).at(-1)
      expect(entries.map((entry) => entry.child)).toEqual(openStream(open).map(() => open))
      expect(finished).toEqual([
        {
          child: over,
          version: last?.version,
          position: last?.position,
          recordedAt: last?.recorded.recordedAt,
          references: [{ child: over, reference: policeReference(over), position: 1, isReport: true }]
        }
      ])
      expect(all).toHaveLength(finishedStream(over).length + openStream(open).length)
    })
  )

  it.live("a finished child's stream is read whole when it is asked for, and goes on", () =>
    Effect.gen(function* () {
      const inPlace = yield* kept()
      const { before, added } = yield* inPlace(
        Effect.gen(function* () {
          const journal = yield* Journal
          const before = yield* journal.read(over)
          expect((yield* journal.children).toSorted()).toEqual([over, open])
          const [first] = before.entries
          const again = { id: first?.id ?? EventId.make("none"), recorded: madeUpEvent("x").recorded }
          const used = yield* Effect.result(journal.append(open, openStream(open).length, [again]))
          expect(Result.isFailure(used) && used.failure).toBeInstanceOf(EventIdUsed)
          expect(yield* journal.append(over, 0, finishedStream(over))).toEqual(before.entries)
          // Recorded now, for who had nothing recorded for a month is finished again.
          const more = madeUpEvent("more")
          const recordedAt = Instant(yield* Clock.currentTimeMillis)
          const added = yield* journal.append(over, before.version, [
            { ...more, recorded: { ...more.recorded, recordedAt } }
          ])
          expect((yield* journal.read(over)).entries).toEqual([...before.entries, ...added])
          return { before, added }
        })
      )
      expect(before.entries.map(({ id }) => id)).toEqual(finishedStream(over).map(({ id }) => id))
      expect((yield* inPlace(names)).finished).toEqual([])
      expect((yield* inPlace(Effect.flatMap(Journal, ({ read }) => read(over)))).entries).toEqual([
        ...before.entries,
        ...added
      ])
    })
  )

  it.live("a child with nothing but imported history is finished at once, until more is recorded", () =>
    Effect.gen(function* () {
      const inPlace = yield* kept()
      const past = child("LCS-3")
      const now = Instant(yield* Clock.currentTimeMillis)
      const stream = historyStream(past, now)
      yield* inPlace(Effect.flatMap(Journal, ({ append }) => append(past, 0, stream)))
      yield* inPlace(opening)
      expect((yield* inPlace(names)).finished.toSorted()).toEqual([over, past])
      const { entries } = yield* inPlace(Effect.flatMap(Journal, ({ read }) => read(past)))
      expect(entries.map(({ recorded }) => recorded)).toEqual(stream.map(({ recorded }) => recorded))
      yield* inPlace(Effect.flatMap(Journal, ({ append }) => append(past, 1, openStream(past))))
      expect((yield* inPlace(names)).active).toContain(past)
    })
  )

  it.live("a profile that is changed, and a message that waits, are looked at by the next start", () =>
    Effect.gen(function* () {
      const inPlace = yield* kept()
      const profile = { child: over, bornOn: CivilDay(15_000) }
      yield* inPlace(Effect.flatMap(Profiles, ({ bring }) => bring(profile)))
      expect((yield* inPlace(names)).finished).toEqual([over])
      expect(yield* inPlace(Effect.flatMap(Profiles, ({ find }) => find(over)))).toEqual(Option.some(profile))
      const undelivered = {
        _tag: "Undelivered",
        key: "card:1",
        reason: "gone",
        since: LONG_AFTER,
        at: LONG_AFTER
      } as const
      yield* inPlace(Effect.flatMap(Deliveries, ({ keep }) => keep(over, undelivered)))
      expect((yield* inPlace(names)).active).toContain(over)
      const listed = yield* inPlace(Effect.flatMap(Deliveries, ({ undelivered }) => undelivered))
      expect(listed.map(({ subject }) => subject)).toEqual([over])
    })
  )

  it.live("nothing is kept of a finished child who is erased", () =>
    Effect.gen(function* () {
      const inPlace = yield* kept()
      const erased = yield* inPlace(Effect.flatMap(Erasures, ({ erase }) => erase({ ...asked, child: over })))
      expect(erased.removed.events).toBe(finishedStream(over).length)
      expect((yield* inPlace(opening)).finished).toEqual([])
      expect(yield* inPlace(Effect.flatMap(Journal, ({ children }) => children))).toEqual([open])
    })
  )
}
