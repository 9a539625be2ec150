/** What a refused write says of everything that is recorded. */
import { ChildReference } from "@safe-return/domain/pathway"
import { JournalUnavailable, type WriteFault } from "@safe-return/journal"
import { Effect, Layer } from "effect"
import { expect, it } from "vitest"
import { damagedRecords } from "../../src/incidents/damagedRecords.ts"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { RecordStanding } from "../../src/incidents/RecordStanding.ts"
import { faultRemedy, faultWords } from "../../src/incidents/writeFaults.ts"

const refusedWith = (fault?: WriteFault) =>
  new JournalUnavailable({ path: "journal", reason: "refused", ...(fault === undefined ? {} : { fault }) })

/** What stands after the steps: whether anything can be written, who is away, and which incidents are open. */
const after = (steps: (standing: RecordStanding["Service"]) => Effect.Effect<void>) =>
  Effect.runPromise(
    Effect.gen(function* () {
      const standing = yield* RecordStanding
      yield* steps(standing)
      const open = yield* (yield* Incidents).open
      return {
        isWritable: yield* standing.isWritable,
        isAway: (yield* standing.away) !== undefined,
        open: open.map(({ kind, place }) => `${kind} ${place ?? ""}`.trim()),
        outcomes: (yield* (yield* Incidents).ended).map(({ outcome }) => outcome)
      }
    }).pipe(Effect.provide(Layer.provideMerge(RecordStanding.layer, Incidents.layer)))
  )

const wrong = "journal-unwritable"

it("a disk that refuses one write refuses all, until the check goes through", async () => {
  const refused = (standing: RecordStanding["Service"]) => standing.refused(refusedWith("disk-full"))
  expect(await after(refused)).toEqual({ isWritable: false, isAway: false, open: [wrong], outcomes: [] })
  const healed = await after((standing) => Effect.andThen(refused(standing), standing.recorded))
  const outcomes = ["It can be recorded again, and what had been sent meanwhile is on record."]
  expect(healed).toEqual({ isWritable: true, isAway: false, open: [], outcomes })
})

it("one record that is refused holds nothing else up, and is told of beside everything", async () => {
  const part = await after((standing) => standing.refused(refusedWith()))
  expect(part).toMatchObject({ isWritable: true, isAway: false, open: [`${wrong} part of the records`] })
  const both = await after((standing) =>
    Effect.andThen(
      standing.refused(refusedWith()),
      Effect.andThen(standing.stopped(refusedWith("away")), standing.recorded)
    )
  )
  expect(both.open).toEqual([`${wrong} part of the records`])
})

it("a damaged record is told of by how many there are and whose, until it can be used", async () => {
  const tried = { of: "deliveries", about: ChildReference.make("LCS-1"), act: "read" } as const
  const damaged = (standing: RecordStanding["Service"]) => standing.refused(refusedWith(), tried)
  expect(await after(damaged)).toMatchObject({ isWritable: true, isAway: false, open: ["records-damaged"] })
  const otherDone = await after((standing) =>
    Effect.andThen(damaged(standing), standing.done({ ...tried, act: "write" }))
  )
  expect(otherDone.open).toEqual(["records-damaged"])
  expect((await after((standing) => Effect.andThen(damaged(standing), standing.done(tried)))).open).toEqual([])
  const { what, duty } = damagedRecords([tried, { ...tried, act: "write" }, { ...tried, of: "journal" }])
  expect(what).toContain("2 records cannot be read or written: 1 of what was sent, 1 of what happened.")
  expect(what).not.toContain("LCS-1")
  expect(duty?.sentence).toContain("A record about LCS-1 is damaged.")
})

it("a database that did not answer once is asked by the check before anything is said", async () => {
  expect(await after((standing) => standing.refused(refusedWith("away")))).toMatchObject({
    isWritable: true,
    isAway: false,
    open: []
  })
})

it("nobody is asked anything while nobody answers, and everybody again once a person does", async () => {
  const stopped = (standing: RecordStanding["Service"]) => standing.stopped(refusedWith("away"))
  expect(await after(stopped)).toMatchObject({ isWritable: false, isAway: true, open: [wrong] })
  const answering = await after((standing) => Effect.andThen(stopped(standing), standing.answers))
  expect(answering).toMatchObject({ isAway: false, isWritable: false })
  const otherwise = await after((standing) =>
    Effect.andThen(stopped(standing), standing.stopped(refusedWith("read-only")))
  )
  expect(otherwise.isAway).toBe(false)
})

it("a folder that another process uses is told of as a second start, not as damage", () => {
  expect(faultWords("in-use")).toContain("another process uses")
  expect(faultRemedy("in-use")).toContain("stop the one of the two that should not run")
  expect(faultRemedy("in-use")).not.toContain("backup")
})
