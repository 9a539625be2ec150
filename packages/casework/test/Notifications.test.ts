import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addHours, utc } from "@safe-return/domain/calendar"
import {
  ChildReference,
  EpisodeId,
  isOpen,
  type Notification,
  PersonId,
  PoliceReference
} from "@safe-return/domain/pathway"
import { derbyshire, type Policy, rotherham } from "@safe-return/domain/policy"
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect, Exit, Layer, Option } from "effect"
import { TestClock } from "effect/testing"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { Casework } from "../src/Casework.ts"
import { councilLayer } from "../src/Council.ts"
import { caseworkLayer } from "../src/caseworkLayer.ts"
import { NewIds } from "../src/NewIds.ts"
import { Notifications, notificationsLayer } from "../src/Notifications.ts"

const monday = utc(2026, 11, 16, 9)
const wrong = ChildReference.make("LCS-50001")
const right = ChildReference.make("LCS-50002")
const another = ChildReference.make("LCS-50003")
const police = PersonId.make("police-intake")
const mash = PersonId.make("U0MASH")

const about = (child = wrong) => ({
  policeReference: PoliceReference.make("SYP-2026-5000001"),
  sentAt: monday,
  child: { reference: child }
})
const missing: Notification = {
  ...about(),
  kind: "missing",
  absence: "missing",
  missingFrom: "home",
  risk: "medium",
  missingAt: addHours(monday, -2),
  reportedAt: addHours(monday, -1)
}

let directory = ""
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "safe-return-notifications-"))
})
afterEach(() => rm(directory, { recursive: true }))

/** As the casework is, but something is done once just before anything is recorded under a police reference. */
const interrupted = (meanwhile: (casework: Casework["Service"]) => Effect.Effect<unknown, unknown>) =>
  Layer.effect(
    Casework,
    Effect.map(Effect.service(Casework), (casework) => {
      let isDone = false
      const first = Effect.suspend(() => {
        if (isDone) return Effect.void
        isDone = true
        return Effect.orDie(meanwhile(casework))
      })
      return Casework.of({
        ...casework,
        executeForPoliceReference: (...asked) =>
          asked[0].insteadOf === undefined
            ? casework.executeForPoliceReference(...asked)
            : Effect.andThen(first, casework.executeForPoliceReference(...asked))
      })
    })
  ).pipe(Layer.provideMerge(caseworkLayer))

/** With a casework of its own each time, as after a restart. */
const run = <A, E>(
  effect: Effect.Effect<A, E, Casework | Notifications>,
  casework: typeof caseworkLayer = caseworkLayer,
  policy: Policy = rotherham
) =>
  Effect.runPromise(
    Effect.andThen(TestClock.setTime(monday), effect).pipe(
      Effect.provide(
        notificationsLayer.pipe(
          Layer.provide(councilLayer({ authority: "Training council", policy })),
          Layer.provideMerge(casework),
          Layer.provide(Layer.mergeAll(NewIds.layer, lowdbLayer({ directory })))
        )
      ),
      Effect.provide(TestClock.layer())
    )
  )

const openOn = (child: ChildReference) =>
  Effect.gen(function* () {
    const casework = yield* Casework
    const states = yield* casework.active
    return (states.get(child)?.episodes ?? []).filter(
      (episode) => isOpen(episode) && episode.progress._tag === "Missing"
    ).length
  })

const reported = Effect.gen(function* () {
  const notifications = yield* Notifications
  const { episode } = yield* notifications.receive(missing, police)
  return Option.getOrThrow(episode).id
})

describe("a report on the wrong child", () => {
  it("is moved by one of two people who move it at once, and to one child", async () => {
    const seen = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        const episodeId = yield* reported
        const moveTo = (child: ChildReference) =>
          Effect.exit(notifications.moveToChild({ episodeId, wrong, right: child, by: mash }))
        const moves = yield* Effect.all([moveTo(right), moveTo(another)], { concurrency: "unbounded" })
        const open = yield* Effect.all([openOn(wrong), openOn(right), openOn(another)])
        return { moved: moves.filter(Exit.isSuccess).length, open: open.toSorted() }
      })
    )
    expect(seen).toEqual({ moved: 1, open: [0, 0, 1] })
  })

  it("is moved with what was recorded while it was moved", async () => {
    const foundAt = addHours(monday, -0.5)
    let episodeId = EpisodeId.make("none")
    const seen = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        episodeId = yield* reported
        yield* notifications.moveToChild({ episodeId, wrong, right, by: mash })
        const { episodes } = yield* (yield* Casework).get(right)
        return [episodes.map(({ progress }) => progress), yield* openOn(wrong)]
      }),
      interrupted((casework) => casework.execute(wrong, { _tag: "RecordFound", episodeId, foundAt }, mash))
    )
    expect(seen).toEqual([[{ _tag: "Found", foundAt }], 0])
  })

  it("is the right child's for the police too, and still after a restart", async () => {
    await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        const episodeId = yield* reported
        yield* notifications.moveToChild({ episodeId, wrong, right: right, by: mash })
      })
    )
    const seen = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        const found = { ...about(right), kind: "found", foundAt: addHours(monday, -1) } as const
        yield* notifications.receive(found, police)
        return [yield* openOn(wrong), yield* openOn(right)]
      })
    )
    expect(seen).toEqual([0, 0])
  })

  it("is the right child's for the police also where their own report of it was there before", async () => {
    const own = { ...missing, ...about(right), policeReference: PoliceReference.make("SYP-2026-5000002") }
    const seen = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        yield* notifications.receive(own, police)
        const episodeId = yield* reported
        yield* notifications.moveToChild({ episodeId, wrong, right, by: mash })
        const open = [yield* openOn(wrong), yield* openOn(right)]
        const found = { ...about(right), kind: "found", foundAt: addHours(monday, -1) } as const
        yield* notifications.receive(found, police)
        return [open, [yield* openOn(wrong), yield* openOn(right)]]
      })
    )
    expect(seen).toEqual([
      [0, 1],
      [0, 0]
    ])
  })

  it("is moved with every police reference it came under", async () => {
    const theirs = { ...about(), policeReference: PoliceReference.make("WYP-2026-5000001") }
    const seen = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        const episodeId = yield* reported
        yield* notifications.receive({ ...missing, ...theirs }, police)
        yield* notifications.moveToChild({ episodeId, wrong, right, by: mash })
        const open = [yield* openOn(wrong), yield* openOn(right)]
        const found = { ...theirs, child: { reference: right }, kind: "found", foundAt: addHours(monday, -1) } as const
        yield* notifications.receive(found, police)
        return [open, yield* openOn(right)]
      })
    )
    expect(seen).toEqual([[0, 1], 0])
  })

  it("is moved with who had acknowledged it, so that they are told of the right child", async () => {
    const duty = PersonId.make("U0DUTY")
    const seen = await run(
      Effect.gen(function* () {
        const [casework, notifications] = [yield* Casework, yield* Notifications]
        const episodeId = yield* reported
        const answer = { _tag: "AcknowledgeAlert", episodeId, by: duty, as: ["out-of-hours-duty"] } as const
        yield* casework.execute(wrong, answer, duty)
        const { events } = yield* notifications.moveToChild({ episodeId, wrong, right, by: mash })
        return events
      })
    )
    expect(seen[0]).toMatchObject({ _tag: "NotificationReceived", actedBefore: [duty] })
  })

  it("is moved with the find and the return that are known of it", async () => {
    const seen = await run(
      Effect.gen(function* () {
        const [casework, notifications] = [yield* Casework, yield* Notifications]
        const episodeId = yield* reported
        const back = { ...about(), kind: "returned", returnedAt: addHours(monday, -0.5) } as const
        yield* notifications.receive({ ...about(), kind: "found", foundAt: addHours(monday, -1) }, police)
        yield* notifications.receive(back, police)
        const { events } = yield* notifications.moveToChild({ episodeId, wrong, right, by: mash })
        return {
          events: events.map(({ _tag }) => _tag),
          progress: (yield* casework.get(right)).episodes.map(({ progress }) => progress)
        }
      })
    )
    // In one record, so that nobody is alerted meanwhile.
    expect(seen.events).toEqual(["NotificationReceived", "EpisodeOpened", "ChildFound", "ChildReturned"])
    expect(seen.progress).toMatchObject([
      { _tag: "Returned", foundAt: addHours(monday, -1), returnedAt: addHours(monday, -0.5) }
    ])
  })

  it("sent once more word for word is a repeat, and other news of the wrong child is refused", async () => {
    const seen = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        const episodeId = yield* reported
        yield* notifications.moveToChild({ episodeId, wrong, right, by: mash })
        const again = yield* notifications.receive(missing, police)
        const other = yield* Effect.flip(notifications.receive({ ...missing, risk: "high" }, police))
        return [again.events, other._tag]
      })
    )
    expect(seen).toEqual([[], "PoliceReferenceElsewhere"])
  })
})

describe("a notification in another spelling", () => {
  const sent = (reference: string, policeReference: string, hours = 0) => ({
    ...missing,
    policeReference: PoliceReference.make(policeReference),
    missingAt: addHours(monday, -2 - hours),
    child: { reference: ChildReference.make(reference) }
  })
  const open = { _tag: "ReceiveNotification", newEpisodeId: EpisodeId.make("E-EARLIER"), policy: rotherham } as const

  /** As an earlier version recorded it: under the reference as it was sent. */
  const recordedEarlier = (notification: Notification) =>
    Effect.gen(function* () {
      const casework = yield* Casework
      yield* casework.execute(notification.child.reference, { ...open, notification }, police)
    })

  const onRecord = Effect.gen(function* () {
    const states = yield* (yield* Casework).active
    return [...states].map(([child, { episodes }]) => `${child}: ${episodes.length}`)
  })

  it("is the same when it is sent again, and opens no second child", async () => {
    const seen = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        yield* notifications.receive(sent("lcs-50001", "syp-2026-5000001"), police)
        const again = yield* notifications.receive(sent("LCS50001", "SYP-2026-5000001"), police)
        const second = yield* notifications.receive(sent("Lcs-50001", "SYP-2026-5000002", 20), police)
        return { again: again.events, second: second.events.map(({ _tag }) => _tag), children: yield* onRecord }
      })
    )
    expect(seen).toEqual({
      again: [],
      second: ["NotificationReceived", "EpisodeOpened"],
      children: ["LCS-50001: 2"]
    })
  })

  it("goes to the child on record, who keeps the spelling of an earlier version", async () => {
    await run(recordedEarlier(sent("lcs-50001", "syp-2026-5000001")))
    const seen = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        const repeated = yield* notifications.receive(sent("LCS-50001", "SYP-2026-5000001"), police)
        yield* notifications.receive(sent("LCS-50001", "SYP-2026-5000002", 20), police)
        return { repeated: repeated.events, children: yield* onRecord }
      })
    )
    expect(seen).toEqual({ repeated: [], children: ["lcs-50001: 2"] })
  })

  it("is refused with both names where two children could be meant, and goes to the exact one", async () => {
    const seen = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        yield* recordedEarlier(sent("lcs-50001", "SYP-2026-5000001"))
        yield* recordedEarlier(sent("LCS-50001", "SYP-2026-5000002"))
        const refused = yield* Effect.flip(notifications.receive(sent("LcS-50001", "SYP-2026-5000003"), police))
        yield* notifications.receive(sent("lcs-50001", "SYP-2026-5000004", 20), police)
        return { refused: refused.message, children: yield* onRecord }
      })
    )
    expect(seen.refused).toContain("lcs-50001 and LCS-50001 are each on record")
    expect(seen.children).toEqual(["lcs-50001: 2", "LCS-50001: 1"])
  })

  it("with and without its dash at the same moment makes one child", async () => {
    const children = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        const both = ["LCS-50001", "LCS50001"].map((reference, index) =>
          notifications.receive(sent(reference, `SYP-2026-500000${index}`, index), police)
        )
        yield* Effect.all(both, { concurrency: "unbounded" })
        return yield* onRecord
      })
    )
    expect(children).toEqual(["LCS-50001: 2"])
  })

  it("under the police reference of another child is refused in any spelling", async () => {
    const refused = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        yield* notifications.receive(sent("LCS-50001", "SYP-2026-5000001"), police)
        return yield* Effect.flip(notifications.receive(sent("LCS-50002", "syp-2026-5000001"), police))
      })
    )
    expect(refused._tag).toBe("PoliceReferenceElsewhere")
  })

  it("that looks like a name is refused before its capitals are changed", async () => {
    const refused = await run(
      Effect.gen(function* () {
        return yield* Effect.flip((yield* Notifications).receive(sent("Zed-2011", "SYP-2026-5000001"), police))
      })
    )
    expect(refused._tag).toBe("PersonalReference")
  })

  it("moves a report to no second child", async () => {
    const seen = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        yield* notifications.receive(sent("LCS-50002", "SYP-2026-5000002"), police)
        const episodeId = yield* reported
        const moveTo = (child: string) =>
          notifications.moveToChild({ episodeId, wrong, right: ChildReference.make(child), by: mash })
        const same = yield* Effect.flip(moveTo("lcs-50001"))
        yield* moveTo("lcs50002")
        return { same: same._tag, children: yield* onRecord }
      })
    )
    expect(seen).toEqual({ same: "SameChild", children: ["LCS-50002: 1", "LCS-50001: 1"] })
  })
})

describe("a child's disappearance", () => {
  it("is open from the report until they are found or it is cancelled", async () => {
    const seen = await run(
      Effect.gen(function* () {
        const [casework, notifications] = [yield* Casework, yield* Notifications]
        const before = yield* notifications.isMissing(wrong)
        yield* reported
        const open = yield* notifications.isMissing(wrong)
        yield* notifications.receive({ ...about(), kind: "found", foundAt: addHours(monday, -1) }, police)
        const found = yield* notifications.isMissing(wrong)
        const other = { ...missing, ...about(right), policeReference: PoliceReference.make("SYP-2026-5000002") }
        const { episode } = yield* notifications.receive(other, police)
        const episodeId = Option.getOrThrow(episode).id
        yield* casework.execute(right, { _tag: "CancelEpisode", episodeId, reason: "recorded-in-error" }, mash)
        return { before, open, found, cancelled: yield* notifications.isMissing(right) }
      })
    )
    expect(seen).toEqual({ before: false, open: true, found: false, cancelled: false })
  })
})

describe("a council that changes its policy", () => {
  it("keeps the policy of an open episode, and opens the next under the new one", async () => {
    await run(reported)
    const policies = await run(
      Effect.gen(function* () {
        const notifications = yield* Notifications
        const other = { ...missing, policeReference: PoliceReference.make("SYP-2026-000002") }
        yield* notifications.receive({ ...other, child: { reference: right } }, police)
        const states = yield* (yield* Casework).active
        return [wrong, right].map((child) => states.get(child)?.episodes[0]?.policy.id)
      }),
      caseworkLayer,
      derbyshire
    )
    expect(policies).toEqual([rotherham.id, derbyshire.id])
  })
})
