import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "@effect/vitest"
import { civilDay, utc } from "@safe-return/domain/calendar"
import { CmeCaseId, type CmeCommand, EnquiryId, PupilReference, SchoolReference } from "@safe-return/domain/education"
import { ChildReference, EventId, PersonId, parseReferencePattern } from "@safe-return/domain/pathway"
import { EducationCases, Erasures, JournalUnavailable } from "@safe-return/journal"
import { lowdbLayer } from "@safe-return/journal/files"
import { Context, Effect, Layer, Logger, Result, Stream } from "effect"
import { TestClock } from "effect/testing"
import { EducationCasework, educationCaseworkLayer, NewIds, resolvePupil } from "../../src/index.ts"
import { educationCasesInMemory, otherPupil, pupil, referral } from "../../testing/index.ts"

const officer = PersonId.make("UOFFICER")
const caseId = CmeCaseId.make("case-1")
const start: CmeCommand = { _tag: "RecordStart", caseId, since: civilDay(2026, 10, 1) }
const reason: CmeCommand = { _tag: "RecordReason", caseId, reason: "Unknown" }
const close: CmeCommand = { _tag: "CloseCase", caseId, outcome: "abroad", closedOn: civilDay(2026, 11, 20) }

const pattern = Result.getOrThrow(parseReferencePattern("EDU-#####"))

const enquiry = (number: number): CmeCommand => ({
  _tag: "MakeEnquiry",
  caseId,
  enquiryId: EnquiryId.make(`enquiry-${number}`),
  kind: "home-visit",
  madeOn: civilDay(2026, 11, 3),
  by: officer
})

const onKept = (kept: Layer.Layer<EducationCases>) =>
  educationCaseworkLayer.pipe(Layer.provideMerge(Layer.mergeAll(kept, NewIds.layer)))

const atNoon = <A, E>(
  effect: Effect.Effect<A, E, EducationCasework | EducationCases | NewIds>,
  kept: Layer.Layer<EducationCases> = educationCasesInMemory
) =>
  Effect.andThen(TestClock.setTime(utc(2026, 12, 1, 12)), effect).pipe(
    Effect.provide(onKept(kept), { local: true }),
    Effect.provide(TestClock.layer())
  )

describe("the casework of children missing education", () => {
  it.effect("records what is decided, and nothing of what is on record already", () =>
    atNoon(
      Effect.gen(function* () {
        const casework = yield* EducationCasework
        const referred = yield* casework.executeAll(pupil, [referral(), start], officer)
        expect(referred).toMatchObject({ child: pupil, version: 2 })
        expect(referred.events.map(({ _tag }) => _tag)).toEqual(["CaseReferred", "StartRecorded"])
        const again = yield* casework.executeAll(PupilReference.make("edu-10432"), [referral(), start], officer)
        expect(again).toMatchObject({ child: pupil, version: 2, events: [] })
        expect(yield* casework.history(pupil)).toHaveLength(2)
        expect((yield* casework.file(pupil)).state).toEqual(referred.state)
      })
    )
  )

  it.effect("records none of several commands of which one is refused", () =>
    atNoon(
      Effect.gen(function* () {
        const casework = yield* EducationCasework
        const later: CmeCommand = { ...start, since: civilDay(2027, 1, 1) }
        const refusal = yield* Effect.flip(casework.executeAll(pupil, [referral(), later], officer))
        expect(refusal).toMatchObject({ _tag: "DayInFuture", field: "since" })
        expect(yield* casework.file(pupil)).toMatchObject({ version: 0, state: { cases: [] } })
      })
    )
  )

  it.effect("decides again where another instance was first, so that nothing is lost", () =>
    atNoon(
      Effect.gen(function* () {
        const other = Context.get(yield* Layer.build(educationCaseworkLayer), EducationCasework)
        const one = yield* EducationCasework
        yield* one.execute(pupil, referral(), officer)
        const enquiries = Array.from({ length: 12 }, (_, number) => enquiry(number))
        yield* Effect.forEach(
          enquiries,
          (command, number) => (number % 2 === 0 ? one : other).execute(pupil, command, officer),
          { concurrency: "unbounded" }
        )
        const [open] = yield* other.openCases
        expect(open?.openCase.enquiries).toHaveLength(enquiries.length)
      }).pipe(Effect.scoped)
    )
  )

  it.effect("records nothing on a version that was not expected", () =>
    atNoon(
      Effect.gen(function* () {
        const casework = yield* EducationCasework
        yield* casework.executeAll(pupil, [referral(), start], officer)
        expect(yield* Effect.flip(casework.execute(pupil, reason, officer, 1))).toMatchObject({ _tag: "StreamMoved" })
        expect(yield* casework.execute(pupil, reason, officer, 2)).toMatchObject({ version: 3 })
      })
    )
  )

  it.effect("lists open cases and what they wait for, and passes over what cannot be read", () =>
    atNoon(
      Effect.gen(function* () {
        const casework = yield* EducationCasework
        yield* casework.executeAll(pupil, [referral(), start, reason], officer)
        yield* casework.execute(otherPupil, referral("case-2", civilDay(2026, 10, 5)), officer)
        expect((yield* casework.openCases).map(({ child }) => child)).toEqual([otherPupil, pupil])
        const duties = yield* casework.duties(civilDay(2026, 12, 1))
        expect(duties.map(({ remindFrom }) => remindFrom)).toEqual(
          duties.map(({ remindFrom }) => remindFrom).toSorted((one, another) => one - another)
        )
        expect(new Set(duties.filter(({ child }) => child === otherPupil).map(({ kind }) => kind))).toEqual(
          new Set(["no-enquiry", "no-start", "no-reason"])
        )
        yield* casework.execute(pupil, close, officer)
        expect((yield* casework.openCases).map(({ child }) => child)).toEqual([otherPupil])
        expect((yield* casework.rows).map(({ case_id, closed_on }) => [case_id, closed_on])).toEqual([
          ["case-1", civilDay(2026, 11, 20)],
          ["case-2", undefined]
        ])
      })
    )
  )

  it.effect("closes a case once where two officers close it at one moment", () =>
    atNoon(
      Effect.gen(function* () {
        const casework = yield* EducationCasework
        yield* casework.execute(pupil, referral(), officer)
        const others: ReadonlyArray<CmeCommand> = [close, { ...close, outcome: "died" }, close]
        const outcomes = yield* Effect.forEach(
          others,
          (command) => Effect.result(casework.execute(pupil, command, officer)),
          { concurrency: "unbounded" }
        )
        const refused = outcomes.flatMap((one) => (Result.isFailure(one) ? [one.failure._tag] : []))
        expect(refused).toEqual(["CaseClosedBefore"])
        expect((yield* casework.history(pupil)).map(({ event }) => event._tag)).toEqual(["CaseReferred", "CaseClosed"])
      })
    )
  )

  it.effect("records a look at a return once, by the person who looked", () =>
    atNoon(
      Effect.gen(function* () {
        const casework = yield* EducationCasework
        const named = { kind: "ten-day-absence", schoolReference: SchoolReference.make("SCH-4001-17") } as const
        const absence = { ...named, sentAt: utc(2026, 11, 30, 9), from: civilDay(2026, 11, 16) }
        const look = { ...named, finding: "followed-up", by: officer } as const
        const unknown = yield* Effect.result(casework.lookAtReturn(pupil, look))
        expect(Result.isFailure(unknown) ? unknown.failure._tag : "").toBe("UnknownReturn")
        yield* casework.keepReturn(pupil, absence, PersonId.make("intake-schools"))
        const looks = yield* Effect.forEach([look, look], (one) => casework.lookAtReturn(pupil, one), {
          concurrency: "unbounded"
        })
        expect(looks.map(({ events }) => events.length).toSorted()).toEqual([0, 1])
        const history = yield* casework.history(pupil)
        expect(history.at(-1)).toMatchObject({ recordedBy: officer, event: { _tag: "SchoolReturnSeen" } })
        expect((yield* casework.keepReturn(pupil, absence, PersonId.make("intake-schools"))).events).toEqual([])
      })
    )
  )

  it.effect("names the children whose case a newer version wrote, and hides no other", () =>
    Effect.gen(function* () {
      const kept = Context.get(yield* Layer.build(educationCasesInMemory), EducationCases)
      const failing: { fault?: "away" } = {}
      const newer = EducationCases.of({
        ...kept,
        read: (child) =>
          child === otherPupil
            ? Effect.fail(new JournalUnavailable({ path: "made-up", reason: "a newer version wrote it", ...failing }))
            : kept.read(child)
      })
      yield* atNoon(
        Effect.gen(function* () {
          yield* kept.append(otherPupil, 0, [
            {
              id: EventId.make("event-1"),
              recorded: {
                recordedAt: utc(2026, 11, 1),
                recordedBy: officer,
                event: { ...start, _tag: "StartRecorded" }
              }
            }
          ])
          const casework = yield* EducationCasework
          yield* casework.execute(pupil, referral(), officer)
          expect((yield* casework.openCases).map(({ child }) => child)).toEqual([pupil])
          expect(yield* casework.unreadable).toEqual([otherPupil])
          failing.fault = "away"
          expect(yield* Effect.flip(casework.openCases)).toMatchObject({ _tag: "JournalUnavailable" })
        }),
        Layer.succeed(EducationCases, newer)
      )
    }).pipe(Effect.scoped, Effect.provide(Logger.layer([])))
  )

  it.effect("tells of a change to the one who listens, and of no repeated command", () =>
    atNoon(
      Effect.gen(function* () {
        const casework = yield* EducationCasework
        const changes = yield* casework.subscribe
        yield* casework.execute(pupil, referral(), officer)
        yield* casework.execute(pupil, referral(), officer)
        yield* casework.execute(otherPupil, referral("case-2"), officer)
        expect(yield* Stream.runCollect(Stream.take(changes, 2))).toEqual([pupil, otherPupil])
      }).pipe(Effect.scoped)
    )
  )

  it.live("is kept over a restart, and forgotten with an erasure", () =>
    Effect.gen(function* () {
      const directory = yield* Effect.acquireRelease(
        Effect.promise(() => mkdtemp(join(tmpdir(), "safe-return-education-"))),
        (made) => Effect.promise(() => rm(made, { recursive: true, force: true }))
      )
      const inFolder = <A, E>(effect: Effect.Effect<A, E, EducationCasework | Erasures>) =>
        Effect.provide(
          effect,
          educationCaseworkLayer.pipe(Layer.provide(NewIds.layer), Layer.provideMerge(lowdbLayer({ directory }))),
          { local: true }
        )
      const open = Effect.flatMap(EducationCasework, (casework) => casework.openCases)
      yield* inFolder(Effect.flatMap(EducationCasework, (casework) => casework.execute(pupil, referral(), officer)))
      expect(yield* inFolder(open)).toHaveLength(1)
      const child = ChildReference.make(pupil)
      const erasure = { child, strand: "education", at: utc(2026, 12, 1), by: officer, reason: "made-up-data" } as const
      yield* inFolder(Effect.flatMap(Erasures, (erasures) => erasures.erase(erasure)))
      expect(yield* inFolder(open)).toEqual([])
    }).pipe(Effect.scoped)
  )
})

describe("an education reference", () => {
  const resolve = (typed: string) => Effect.result(resolvePupil(PupilReference.make(typed), [pattern]))

  it.effect("is the one on record in any spelling, or of the council's forms, or not repeated", () =>
    atNoon(
      Effect.gen(function* () {
        const casework = yield* EducationCasework
        yield* casework.execute(pupil, referral(), officer)
        expect(yield* resolve("edu10432")).toEqual(Result.succeed(pupil))
        expect(yield* resolve("edu-10439")).toEqual(Result.succeed("EDU-10439"))
        const refused = yield* resolve("SMITH-JADE-14")
        const { message } = Result.isFailure(refused) ? refused.failure : { message: "" }
        expect(message).toContain("Give the education system's own, which is EDU- and 5 digits")
        expect(message).not.toContain("SMITH")
      })
    )
  )
})
