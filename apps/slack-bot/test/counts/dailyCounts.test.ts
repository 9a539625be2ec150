/** Each morning and after each start it is counted whether all that is owed went, is listed or climbs. */

import { at, child, episodeId, found, missing, type Told, tell } from "@safe-return/casework/testing"
import { addHours } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import type { Delivery } from "@safe-return/journal"
import { DailyCounts, dailyCountsLayer, Incidents, Outreach, outreachLayer } from "@safe-return/outreach"
import { countDeliveries, fingerprintOf, standOfAlert } from "@safe-return/outreach/testing"
import { Duration, Effect, Layer, Option } from "effect"
import { describe, expect, test, vi } from "vitest"
import { outreachWorld, roles } from "../delivery/outreachWorld.ts"

vi.setConfig({ testTimeout: 30_000 })

const MINUTE = 60_000
const START = at(1)
const ADMINISTRATOR = String(roles.administrator)
const other = ChildReference.make("LCS-20001")

const counts = dailyCountsLayer(Duration.minutes(15))
const whole = Layer.provideMerge(counts, outreachLayer())

/** Outreach that forgets every child: nothing is looked at, and nothing says so. */
const forgetful = Layer.provideMerge(
  counts,
  Layer.mock(Outreach, {
    addTeamSource: () => Effect.void,
    watch: Effect.never,
    undelivered: Effect.succeed([]),
    nextDue: Effect.succeed(Option.none())
  })
)

const differing = Effect.gen(function* () {
  const incidents = yield* Incidents
  return (yield* incidents.open).find(({ kind }) => kind === "counts-differ")
})

const watching = Effect.gen(function* () {
  yield* Effect.forkScoped((yield* DailyCounts).watch)
})

const acknowledged: Told = {
  by: roles["missing-coordinator"] as never,
  now: addHours(START, 0.1),
  command: {
    _tag: "AcknowledgeAlert",
    episodeId,
    by: roles["missing-coordinator"] as never,
    as: ["missing-coordinator"],
    alert: 1
  }
}

describe("what is owed", () => {
  test("is said to add up once a morning, to administrators, without any reference", () => {
    // From half past six on a Tuesday morning.
    const world = outreachWorld(at(12.5))
    world.record(child, tell([missing(11.5)]).recorded)
    world.record(other, tell([missing(11.5), found(12.5)]).recorded)
    const told = () => world.posted.filter(({ key }) => key.startsWith("counts:"))
    return world.watched(
      ({ pass }) =>
        Effect.gen(function* () {
          yield* watching
          yield* pass(60 * MINUTE)
          expect(told()).toEqual([])
          yield* pass(90 * MINUTE)
          expect(told().map(({ to }) => to)).toEqual([ADMINISTRATOR])
          expect(told()[0]?.text).toMatch(
            /Alerts, exact: 2 = 0 acknowledged \+ 1 climbing \+ 0 left Slack \+ 1 settled\. Messages, exact: (\d+) = \1 sent \+ 0 superseded \+ 0 undelivered and listed\./
          )
          expect(told()[0]?.text).not.toContain("LCS-")
          expect(yield* differing).toBeUndefined()
          yield* pass(60 * MINUTE)
          expect(told()).toHaveLength(1)
        }),
      whole
    )
  })

  test("is said not to add up where a child was forgotten, with the child to those who may see it", () => {
    const world = outreachWorld(START)
    world.record(child, tell([missing(0)]).recorded)
    return world.watched(
      ({ pass }) =>
        Effect.gen(function* () {
          yield* watching
          yield* pass(39 * MINUTE)
          expect(yield* differing).toBeUndefined()
          yield* pass(3 * MINUTE)
          const incident = yield* differing
          expect(incident?.what).toContain("1 alert was sent to nobody")
          expect(incident?.what).toContain("neither sent nor listed")
          expect(`${incident?.what} ${incident?.remedy} ${incident?.duty?.outsideSlack}`).not.toContain(child)
          expect(incident?.duty?.sentence).toContain(child)
          expect(world.posted).toEqual([])
        }),
      forgetful
    )
  })

  test("is said not to add up where what was kept as sent is not there", () => {
    const world = outreachWorld(START)
    world.setting.swallows = (to) => to === "channel"
    world.record(child, tell([missing(0)]).recorded)
    return world.watched(
      ({ pass }) =>
        Effect.gen(function* () {
          yield* watching
          yield* pass(45 * MINUTE)
          expect((yield* differing)?.what).toContain("1 alert was sent to nobody")
        }),
      whole
    )
  })

  test("is said to add up again once what was forgotten has gone", () => {
    const world = outreachWorld(START)
    world.record(child, tell([missing(0)]).recorded)
    return world.watched(
      ({ pass }) =>
        Effect.gen(function* () {
          yield* watching
          yield* pass(45 * MINUTE)
          expect(yield* differing).toBeDefined()
          // The child is found: nothing of the alert is owed any more but its card.
          world.record(child, tell([missing(0), found(1), acknowledged]).recorded)
          for (const key of ["card:episode-1", "timeline:1", "timeline:2", "timeline:3"]) {
            world.keptOf(child).set(key, { _tag: "Sent", key, channel: "C1", ts: "1", fingerprint: "", sentAt: START })
          }
          yield* pass(45 * MINUTE)
          const incidents = yield* Incidents
          expect((yield* incidents.ended).map(({ kind }) => kind)).toContain("counts-differ")
        }),
      forgetful
    )
  })

  test("adds up while a message is listed as undelivered, and says how many are", () => {
    const world = outreachWorld(START)
    world.setting.refuse = (to) =>
      to === "thread" ? { reason: "ratelimited", fault: "busy", retryAfterSeconds: 60 } : undefined
    world.record(child, tell([missing(0), found(1)]).recorded)
    return world.watched(
      ({ pass }) =>
        Effect.gen(function* () {
          yield* watching
          yield* pass(50 * MINUTE)
          expect(yield* differing).toBeUndefined()
          const told = world.posted.find(({ key }) => key.startsWith("counts:"))
          expect(told?.text).toMatch(/[1-9]\d* undelivered and listed/)
        }),
      whole
    )
  })
})

describe("where an alert stands", () => {
  const sent = (key: string, fingerprint = ""): readonly [string, Delivery] => [
    key,
    { _tag: "Sent", key, channel: "C1", ts: "1", fingerprint, sentAt: START }
  ]
  const withheld = fingerprintOf({ fingerprintOf: () => "" }, { _tag: "WithheldAlert" })
  const standOf = (told: ReadonlyArray<Told>, ...delivered: ReadonlyArray<readonly [string, Delivery]>) => {
    const { state } = tell(told)
    const [episode] = state.episodes
    if (episode === undefined) throw new Error("no episode")
    return standOfAlert(state, episode, new Map(delivered))
  }

  test.each([
    ["unsent where nothing was sent", standOf([missing(0)]), "unsent"],
    [
      "unsent where only another child's or an older alert's was",
      standOf([missing(0)], sent("card:episode-2")),
      "unsent"
    ],
    [
      "unsent where no more was shown than that there is one",
      standOf([missing(0)], sent("ladder:episode-1:1:team-manager:U1", withheld)),
      "unsent"
    ],
    ["climbing once its card was sent", standOf([missing(0)], sent("card:episode-1")), "climbing"],
    [
      "climbing once a person on its ladder was",
      standOf([missing(0)], sent("ladder:episode-1:1:team-manager:U1")),
      "climbing"
    ],
    [
      "out of Slack once a text or an e-mail was",
      standOf([missing(0)], sent("card:episode-1"), sent("ladder:episode-1:1:team-manager:email-0")),
      "leftSlack"
    ],
    ["acknowledged once a person has seen it", standOf([missing(0), acknowledged]), "acknowledged"],
    ["settled once the child is found", standOf([missing(0), found(1)]), "settled"]
  ])("is %s", (_, stand, expected) => {
    expect(stand).toBe(expected)
  })

  test("each message that is owed stands in one place", () => {
    const delivered = new Map<string, Delivery>([
      sent("a"),
      sent("f", withheld),
      ["b", { _tag: "Superseded", key: "b", by: "a", at: START }],
      ["c", { _tag: "Undelivered", key: "c", reason: "ratelimited", since: START, at: START }],
      ["d", { _tag: "Claimed", key: "d", channel: "C1", claimedAt: START }],
      sent("never owed")
    ])
    expect(countDeliveries(["a", "b", "c", "d", "e", "f"], delivered)).toEqual({
      sent: 1,
      superseded: 1,
      listed: 1,
      unsent: 3
    })
  })
})
