import { describe, expect, it } from "@effect/vitest"
import { civilDay, utc } from "@safe-return/domain/calendar"
import { PupilReference } from "@safe-return/domain/education"
import { foldLinks, LinkId, type StrandRow, StrandRowId } from "@safe-return/domain/joinedUp"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { JoinedUpRecords, JournalUnavailable } from "@safe-return/journal"
import { Effect, Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import fc from "fast-check"
import { confirmLink, NewIds, takeStrandRows, undoLink } from "../../src/index.ts"
import { joinedUpRecordsInMemory } from "../../testing/index.ts"

const lead = PersonId.make("U0LEAD")
const other = PersonId.make("U0OTHER")

const link = (id: string, education = "EDU-1", socialCare = "LCS-1") => ({
  linkId: LinkId.make(id),
  education: PupilReference.make(education),
  socialCare: ChildReference.make(socialCare)
})

const links = Effect.map(
  Effect.flatMap(JoinedUpRecords, (records) => records.all),
  (streams) =>
    foldLinks(
      streams
        .flatMap(({ entries }) => entries.map(({ recorded }) => recorded.event))
        .filter((event) => event._tag === "LinkConfirmed" || event._tag === "LinkUndone")
    )
)

const kept = <A, E>(
  effect: Effect.Effect<A, E, JoinedUpRecords | NewIds>,
  records: Layer.Layer<JoinedUpRecords> = joinedUpRecordsInMemory
) =>
  Effect.andThen(TestClock.setTime(utc(2026, 12, 1, 12)), effect).pipe(
    Effect.provide(Layer.merge(records, NewIds.layer), { local: true }),
    Effect.provide(TestClock.layer())
  )

describe("a link", () => {
  it.effect("is confirmed once, however often and by however many people at once", () =>
    kept(
      Effect.gen(function* () {
        const each = ["L1", "L2", "L3", "L1"].map((id, index) => confirmLink(link(id), index === 2 ? other : lead))
        const recorded = yield* Effect.all(each, { concurrency: "unbounded" })
        expect(recorded.map((events) => events.length).toSorted()).toEqual([0, 0, 0, 1])
        expect((yield* links).standing).toMatchObject([{ confirmedOn: civilDay(2026, 12, 1) }])
        expect(yield* confirmLink(link("L9", "edu1", "lcs1"), other)).toEqual([])
        const [standing] = (yield* links).standing
        const linkId = standing?.linkId ?? LinkId.make("none")
        const undone = yield* Effect.all([undoLink(linkId, lead), undoLink(linkId, other)], { concurrency: 2 })
        expect(undone.map((events) => events.length).toSorted()).toEqual([0, 1])
        expect((yield* links).standing).toEqual([])
        const again = yield* Effect.result(confirmLink({ ...link("L1"), linkId }, lead))
        expect(Result.isFailure(again) && again.failure._tag).toBe("LinkUndoneAlready")
        expect(yield* confirmLink(link("L5"), lead)).toHaveLength(1)
      })
    )
  )

  it.effect("of one reference with two others joins nothing, where both were confirmed at once", () =>
    kept(
      Effect.gen(function* () {
        const both = [confirmLink(link("L1"), lead), confirmLink(link("L2", "EDU-2"), other)]
        yield* Effect.forEach(both, Effect.result, { concurrency: 2 })
        const { standing, contradicting } = yield* links
        expect(standing.length === 1 || contradicting.length === 2).toBe(true)
        const third = yield* Effect.flip(confirmLink(link("L3", "EDU-3"), lead))
        expect(third).toMatchObject({ _tag: "OtherLinkStands", field: "socialCareReference" })
      })
    )
  )

  it.effect("that nobody confirmed is not undone", () =>
    kept(
      Effect.gen(function* () {
        expect(yield* Effect.flip(undoLink(LinkId.make("L1"), lead))).toMatchObject({ _tag: "LinkNotKnown" })
        expect(yield* Effect.flatMap(JoinedUpRecords, (records) => records.all)).toEqual([])
      })
    )
  )

  it.effect("is sent again after a crash on either side of the write, and is recorded once", () =>
    Effect.forEach(["before", "after"], (when) => {
      const crashing = Layer.effect(
        JoinedUpRecords,
        Effect.map(JoinedUpRecords, (records) => {
          let isFirst = true
          const append: JoinedUpRecords["Service"]["append"] = (...asked) =>
            Effect.suspend(() => {
              if (!isFirst) return records.append(...asked)
              isFirst = false
              const lost = Effect.fail(new JournalUnavailable({ path: "joined-up", reason: "the answer was lost" }))
              return when === "before" ? lost : Effect.andThen(records.append(...asked), lost)
            })
          return JoinedUpRecords.of({ ...records, append })
        })
      ).pipe(Layer.provide(joinedUpRecordsInMemory))
      return kept(
        Effect.gen(function* () {
          expect(yield* Effect.flip(confirmLink(link("L1"), lead))).toMatchObject({ _tag: "JournalUnavailable" })
          expect(yield* confirmLink(link("L1"), lead)).toHaveLength(when === "before" ? 1 : 0)
          expect((yield* links).standing).toHaveLength(1)
        }),
        crashing
      )
    })
  )
})

const row = (id: string, to?: number): StrandRow => ({
  _tag: "ExclusionRecorded",
  rowId: StrandRowId.make(id),
  child_ref: PupilReference.make(id.startsWith("A") ? "EDU-1" : "edu2"),
  kind: "suspension",
  from: civilDay(2026, 3, 4),
  ...(to === undefined ? {} : { to: civilDay(2026, 3, to) })
})

describe("the table of another system", () => {
  it.effect("is taken in once, in any order, and what interrupts it changes nothing of the end", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([row("A1"), row("A2", 6), row("B1"), row("B2", 5)]),
          fc.nat(2),
          (rows, at) =>
            Effect.runPromise(
              kept(
                Effect.gen(function* () {
                  // As far as it had come when it was interrupted.
                  yield* takeStrandRows("ExclusionRecorded", rows.slice(0, at), false, lead)
                  yield* takeStrandRows("ExclusionRecorded", rows, true, lead)
                  const again = yield* takeStrandRows("ExclusionRecorded", rows, true, lead)
                  expect(again).toEqual({ recorded: 0, withdrawn: 0, same: rows.length })
                  expect(yield* takeStrandRows("ExclusionRecorded", [], true, lead)).toMatchObject({
                    withdrawn: rows.length
                  })
                })
              )
            )
        ),
        { numRuns: 40 }
      )
    )
  )
})
