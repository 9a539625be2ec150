/** What has not gone within its patience is told and listed, whatever keeps it. */

import { at, child, found, missing, tell } from "@safe-return/casework/testing"
import { ChildReference } from "@safe-return/domain/pathway"
import type { DeliveryKey } from "@safe-return/journal"
import { Incidents, monotonicMillis, Outreach } from "@safe-return/outreach"
import { Effect } from "effect"
import { describe, expect, test, vi } from "vitest"
import { outreachWorld, roles, STUCK } from "./outreachWorld.ts"

/** Hours pass in these tests, look by look. */
vi.setConfig({ testTimeout: 30_000 })

const MINUTE = 60_000
const START = at(1)
const COORDINATOR = String(roles["missing-coordinator"])
const MANAGER = String(roles["team-manager"])

/** Reported in the evening, unless said otherwise; nobody is allocated. */
const missingChild = (more: Parameters<typeof tell>[0] = [], hour = 0) => {
  const world = outreachWorld(at(hour + 1))
  world.record(child, tell([missing(hour), ...more]).recorded)
  return world
}

const limited = { reason: "ratelimited", fault: "busy", retryAfterSeconds: 300 } as const

const waiting = Effect.gen(function* () {
  const incidents = yield* Incidents
  return (yield* incidents.open).find(({ kind }) => kind === "messages-waiting")
})

const listed = Effect.gen(function* () {
  const outreach = yield* Outreach
  return (yield* Effect.orDie(outreach.undelivered)).map(({ delivery: { key, reason } }) => [key, reason])
})

const CARD: DeliveryKey = "card:episode-1"

describe("a message that does not go within its patience", () => {
  test("leaves Slack at once where all of Slack is limited, and administrators hear how many wait", () => {
    const world = missingChild()
    world.setting.refuse = (to) => (to.includes(":") ? undefined : limited)
    world.setting.addresses = { "team-manager": { email: 1, sms: 0 } }
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(14 * MINUTE)
        expect(world.posted).toEqual([])
        expect(yield* waiting).toBeUndefined()
        yield* pass(2 * MINUTE)
        expect(world.posted.map(({ to }) => to)).toEqual(["email:team-manager:0"])
        const incident = yield* waiting
        expect(incident?.what).toMatch(/^\d+ messages have waited longer than 15 minutes, \d of them alerts/)
        expect(incident?.what).toContain("ratelimited")
        expect(`${incident?.what} ${incident?.remedy}`).not.toContain(child)
        expect(incident?.duty?.sentence).toContain(child)
        expect(incident?.duty?.outsideSlack).not.toContain(child)
        expect(yield* listed).toContainEqual([CARD, "ratelimited"])
        yield* pass(60 * MINUTE)
        expect(yield* listed).toContainEqual([CARD, "ratelimited"])
        expect(world.posted.map(({ to }) => to)).toEqual(["email:team-manager:0"])

        world.setting.refuse = () => undefined
        yield* pass(10 * MINUTE)
        expect(world.posted.filter(({ key }) => key === CARD)).toHaveLength(1)
        expect(yield* listed).toEqual([])
        expect(yield* waiting).toBeUndefined()
        expect(new Set(world.posted.map(({ key }) => key)).size).toBe(world.posted.length)
      })
    )
  })

  test("tells the channel and the next rung where the person it is for is limited", () => {
    // At ten in the morning, so that no out-of-hours duty stands between.
    const world = missingChild([], 15)
    world.setting.refuse = (to) => (to === COORDINATOR ? limited : undefined)
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(14 * MINUTE)
        expect(world.posted.map(({ to }) => to)).not.toContain(MANAGER)
        yield* pass(2 * MINUTE)
        const told = world.posted.filter(({ key }) => key.startsWith("undelivered:"))
        expect(told.map(({ to }) => to).sort()).toEqual([MANAGER, "channel"])
        // Half an hour after the report, had the co-ordinator been told.
        const climbed = world.posted.find(({ key }) => key === `ladder:episode-1:1:team-manager:${MANAGER}`)
        expect(climbed?.after).toBeLessThan(16 * MINUTE)
      })
    )
  })

  test("tells managers by direct message where the channel is limited", () => {
    const world = missingChild()
    world.setting.refuse = (to) => (to === "channel" ? limited : undefined)
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(16 * MINUTE)
        const told = world.posted.filter(({ key }) => key.startsWith(`undelivered:${CARD}`))
        expect(told.map(({ to }) => to)).toEqual([MANAGER])
        expect(told[0]?.text).toContain("no more is taken there for now")
      })
    )
  })

  const kinds: ReadonlyArray<readonly [string, string, (world: ReturnType<typeof missingChild>) => void]> = [
    [
      "its way is closed so that it is never tried",
      "ratelimited",
      ({ setting }) => {
        setting.freeFrom = (to) => (to === "channel" ? 1e12 : 0)
      }
    ],
    [
      "the missing channel is not private",
      "channel-not-private",
      ({ setting }) => {
        setting.isClosed = (to) => to === "channel"
      }
    ],
    [
      "Slack asks to be left alone for ever",
      "ratelimited",
      ({ setting }) => {
        setting.refuse = (to) =>
          to === "channel" ? { ...limited, retryAfterSeconds: Number.POSITIVE_INFINITY } : undefined
      }
    ]
  ]
  test.each(kinds)("is listed and told where %s", (_, reason, arrange) => {
    const world = missingChild()
    arrange(world)
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(16 * MINUTE)
        expect(yield* listed).toContainEqual([CARD, reason])
        expect((yield* waiting)?.what).toContain(reason)
        expect(world.posted.map(({ key, to }) => [key.startsWith(`undelivered:${CARD}`), to])).toContainEqual([
          true,
          MANAGER
        ])
      })
    )
  })

  test("is taken over from another instance that claimed it and is stuck", () => {
    const world = missingChild()
    world.keptOf(child).set(CARD, { _tag: "Claimed", key: CARD, channel: "channel", claimedAt: START, by: STUCK })
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(14 * MINUTE)
        expect(world.posted.map(({ to }) => to)).not.toContain("channel")
        yield* pass(3 * MINUTE)
        expect(world.posted.filter(({ key }) => key === CARD)).toHaveLength(1)
        const incidents = yield* Incidents
        expect((yield* incidents.ended).map(({ what }) => what).join()).toContain("claimed-elsewhere")
      })
    )
  })

  test("is listed where the bot's token is refused, and so is every message behind it", () => {
    const world = missingChild()
    world.setting.refuse = (to) => (to.includes(":") ? undefined : { reason: "token_revoked", fault: "passing" })
    world.setting.addresses = { "team-manager": { email: 1, sms: 0 } }
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(17 * MINUTE)
        const keys = (yield* listed).map(([key]) => key)
        expect(keys).toContain(CARD)
        expect(keys).toContain(`ladder:episode-1:1:missing-coordinator:${COORDINATOR}`)
        expect(world.posted.map(({ to }) => to)).toEqual(["email:team-manager:0"])
        expect((yield* waiting)?.what).toContain("token_revoked")
      })
    )
  })

  test("takes what belongs under it along: a line of a thread whose head never goes is listed", () => {
    const world = missingChild([found(1)])
    world.setting.freeFrom = (to) => (to === "channel" ? 1e12 : 0)
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(16 * MINUTE)
        expect((yield* listed).filter(([, reason]) => reason === "head-not-sent").length).toBeGreaterThan(0)
      })
    )
  })

  test("is told once by an incident and not each by itself where it is no alert", () => {
    const world = missingChild([found(1)])
    world.setting.refuse = (to) => (to === "thread" ? limited : undefined)
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(16 * MINUTE)
        expect((yield* listed).length).toBeGreaterThan(0)
        expect(world.posted.filter(({ key }) => key.startsWith("undelivered:"))).toEqual([])
        expect((yield* waiting)?.duty).toBeUndefined()
      })
    )
  })

  test("goes by time that passes, whatever the wall clock shows", () => {
    const world = missingChild()
    world.setting.refuse = (to) => (to === "channel" ? limited : undefined)
    return world.watched(({ pass, jump }) =>
      Effect.gen(function* () {
        yield* jump(72 * 60 * MINUTE)
        yield* pass(MINUTE)
        expect(yield* waiting).toBeUndefined()
        yield* jump(-144 * 60 * MINUTE)
        yield* pass(15 * MINUTE)
        expect(yield* waiting).toBeDefined()
      })
    )
  })
})

test("what was held back goes within a minute of its channel being open again", () => {
  const world = missingChild()
  world.setting.isClosed = (to) => to === "channel"
  return world.watched(({ pass }) =>
    Effect.gen(function* () {
      yield* pass(3 * MINUTE)
      world.setting.isClosed = () => false
      yield* pass(MINUTE)
      expect(world.posted.filter(({ key }) => key === CARD)).toHaveLength(1)
    })
  )
})

test("alerts go before everything else once a way that was limited opens", () => {
  const world = outreachWorld(START)
  const home = (number: number) => ChildReference.make(`LCS-${number}`)
  // Records that were never tried wait beside an alert that was refused.
  for (let number = 1; number <= 12; number += 1) world.record(home(number), tell([missing(0), found(1)]).recorded)
  let opensAt = Number.POSITIVE_INFINITY
  let isLimited = true
  world.setting.freeFrom = (to) => (to === "channel" && isLimited ? opensAt : 0)
  return world.watched(({ pass }) =>
    Effect.gen(function* () {
      opensAt = (yield* monotonicMillis) + 10 * MINUTE
      yield* pass(5 * MINUTE)
      world.record(child, tell([missing(0)]).recorded)
      yield* (yield* Outreach).deliver(child)
      yield* pass(6 * MINUTE)
      isLimited = false
      yield* pass(MINUTE)
      const toChannel = world.posted.filter(({ to, key }) => to === "channel" && key.startsWith("card:"))
      expect(toChannel).toHaveLength(13)
      expect(toChannel[0]?.about).toBe(child)
    })
  )
})

describe("a way out of Slack that is limited", () => {
  const outside = (refuses: ReadonlyArray<string>, reason: string) => {
    const world = missingChild()
    world.setting.refuse = (to) => {
      if (!to.includes(":")) return limited
      return refuses.some((start) => to.startsWith(start)) ? { reason, fault: "busy" } : undefined
    }
    world.setting.addresses = {
      "out-of-hours-duty": { email: 1, sms: 1 },
      "team-manager": { email: 1, sms: 1 }
    }
    return world
  }

  test("is left for the other way of the same rung at once", () => {
    const world = outside(["sms:"], "TooManyRequestsError")
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(16 * MINUTE)
        expect(world.posted.map(({ to }) => to).sort()).toEqual(["email:out-of-hours-duty:0", "email:team-manager:0"])
        expect(world.attempts.filter(({ to }) => to === "sms:out-of-hours-duty:0")).toHaveLength(1)
      })
    )
  })

  test("is left for the next rung at once where neither way of its own goes", () => {
    const world = outside(["sms:out-of-hours-duty", "email:out-of-hours-duty"], "TooManyRequestsError")
    world.setting.refuse = (
      (refuse) => (to: string) =>
        to.includes(":") ? refuse(to) : undefined
    )(world.setting.refuse)
    return world.watched(({ pass }) =>
      Effect.gen(function* () {
        yield* pass(89 * MINUTE)
        expect(world.posted.filter(({ to }) => to.includes(":"))).toEqual([])
        yield* pass(2 * MINUTE)
        expect(world.posted.filter(({ to }) => to.includes(":")).map(({ to }) => to)).toEqual(["email:team-manager:0"])
      })
    )
  })
})
