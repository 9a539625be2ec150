/** How an incident is told where Slack answers only in part. */
import { calendars, utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { type Policy, rotherham } from "@safe-return/domain/policy"
import { WebClient } from "@slack/web-api"
import { Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { Council } from "../../src/casework/Council.ts"
import { type Carrier, Carriers, NotCarried } from "../../src/delivery/Carrier.ts"
import type { Place } from "../../src/delivery/OwedMessage.ts"
import { IncidentNews } from "../../src/incidents/IncidentNews.ts"
import { type Incident, Incidents } from "../../src/incidents/Incidents.ts"
import { incidentNewsLayer } from "../../src/incidents/incidentNewsLayer.ts"
import { OutsideSlack } from "../../src/notify/OutsideSlack.ts"
import { People } from "../../src/people/People.ts"
import type { Role } from "../../src/people/roles.ts"
import { SlackApi } from "../../src/slack/SlackApi.ts"
import { nameOfPlace } from "../delivery/courierWorld.ts"

const holders: Readonly<Partial<Record<Role, string>>> = {
  administrator: "U0ADMIN",
  mash: "U0MASH",
  "missing-coordinator": "U0COORDINATOR"
}

const full: Incident = { kind: "journal-unwritable", what: "Nothing can be recorded.", remedy: "Make room." }
const leaving: Incident = {
  ...full,
  kind: "report-not-recorded",
  duty: { sentence: "Ring the police.", inChannel: true, outsideSlack: "Ring the police." }
}

type Fault = NotCarried["fault"]

/** A message of ours as Slack shows it. */
const messageOf = (key: string) => ({ ts: "60.000100", metadata: { event_payload: { about: "team", key } } })

const newsWorld = (policy: Policy = rotherham) => {
  const standing: Array<string> = []
  const acts: Array<string> = []
  const faults = new Map<string, Fault>()
  const texts: Array<string> = []
  const waits = new Map<string, number>()
  const unchecked = new Set<string>()
  const names: Array<string> = []
  const tries: Array<string> = []
  const refusedBy = (act: string, to: string) => {
    const fault = faults.get(`${act} ${to}`) ?? faults.get(act)
    const seconds = waits.get(`${act} ${to}`)
    const wait = seconds === undefined ? {} : { retryAfterSeconds: seconds }
    return fault === undefined ? undefined : new NotCarried({ act, reason: "refused", fault, ...wait })
  }
  const carrierTo = (place: Place): Carrier => {
    const to = nameOfPlace(place)
    const done = <A>(act: string, answer: A) =>
      Effect.suspend(() => {
        const refused = refusedBy(act, to)
        if (act !== "find") tries.push(`${act} ${to}`)
        if (refused !== undefined) return Effect.fail(refused)
        if (act !== "find") acts.push(`${act} ${to}`)
        return Effect.succeed(answer)
      })
    return {
      name: "Slack",
      addressOf: () => Effect.succeed({ channel: to, ...(unchecked.has(to) ? { isUnchecked: true as const } : {}) }),
      find: () => done<string | undefined>("find", undefined),
      post: (_, { key }, { text }) => {
        names.push(`${to} ${key}`)
        texts.push(text)
        return done("post", `${acts.length}`)
      },
      change: (_, _sent, { key }, { text }) => {
        names.push(`${to} ${key}`)
        texts.push(text)
        return done("change", undefined)
      }
    }
  }
  const services = Layer.mergeAll(
    Layer.succeed(Carriers, Carriers.of({ of: carrierTo })),
    Layer.mock(People, {
      holdersOf: (role) => Effect.sync(() => [holders[role]].flatMap((id) => (id ? [PersonId.make(id)] : []))),
      rolesOf: (person) =>
        Effect.sync(
          () => new Set(Object.entries(holders).flatMap(([role, one]) => (one === person ? [role as Role] : [])))
        )
    }),
    Layer.mock(OutsideSlack, {
      addresses: (_, way) => (way === "sms" ? ["07700900001", "07700900002"] : []),
      carrier: carrierTo({ _tag: "Outside", way: "sms", role: "out-of-hours-duty", nth: 0 })
    }),
    Layer.succeed(Council, { authority: "Training council", policy, calendars }),
    Layer.mock(SlackApi, {
      client: new WebClient(),
      rates: { freeFrom: () => 0, atOnce: 1 },
      call: () => Effect.sync(() => ({ messages: standing.map((key) => messageOf(key)) }) as never)
    })
  )
  const layer = incidentNewsLayer.pipe(
    Layer.provide(services),
    Layer.provideMerge(Incidents.layer),
    Layer.provideMerge(TestClock.layer())
  )
  return {
    faults,
    names,
    texts,
    tries,
    unchecked,
    waits,
    standing,
    acts: () => acts.splice(0),
    live: <A, E>(life: Effect.Effect<A, E, Incidents | IncidentNews>) =>
      Effect.runPromise(life.pipe(Effect.provide(layer)))
  }
}

const raise = (incident: Incident) =>
  Effect.gen(function* () {
    yield* (yield* Incidents).raise(incident)
    yield* (yield* IncidentNews).tellNow
  })
const end = ({ kind }: Incident) =>
  Effect.gen(function* () {
    yield* (yield* Incidents).end(kind, "It is over.")
    yield* (yield* IncidentNews).tellNow
  })
const look = Effect.flatMap(IncidentNews, ({ tellNow }) => tellNow)

it("an incident is told though it cannot be looked for whether another instance has told it", () => {
  const world = newsWorld()
  world.faults.set("find", "passing")
  return world.live(
    Effect.gen(function* () {
      yield* raise(full)
      expect(world.acts()).toEqual(["post U0ADMIN"])
      expect(world.texts).toEqual([expect.stringContaining("May have been sent before")])
      yield* look
      expect(world.acts()).toEqual([])
    })
  )
})

it("nothing is posted to a place before the time it asked to be left alone for is over", () => {
  const world = newsWorld()
  world.faults.set("post U0ADMIN", "busy")
  world.waits.set("post U0ADMIN", 60)
  return world.live(
    Effect.gen(function* () {
      yield* raise(full)
      for (let looks = 0; looks < 5; looks += 1) {
        yield* TestClock.adjust(Duration.seconds(2))
        yield* look
      }
      expect(world.tries).toEqual(["post U0ADMIN"])
      world.faults.clear()
      yield* TestClock.adjust(Duration.seconds(60))
      yield* look
      expect(world.acts()).toEqual(["post U0ADMIN"])
    })
  )
})

it("the end of an incident whose answer was lost is looked for before it is told again", () => {
  const world = newsWorld()
  return world.live(
    Effect.gen(function* () {
      yield* raise(leaving)
      world.faults.set("post U0MASH", "unknown")
      yield* end(leaving)
      world.faults.clear()
      world.faults.set("find U0MASH", "passing")
      world.texts.splice(0)
      yield* look
      expect(world.texts.at(-1)).toContain("May have been sent before")
    })
  )
})

it("a duty holder reads no case until Slack has named the account", () => {
  const world = newsWorld()
  world.unchecked.add("U0MASH").add("U0COORDINATOR")
  const named: Incident = { ...full, duty: { sentence: "Ring the police about LCS-70001." } }
  return world.live(
    Effect.gen(function* () {
      yield* raise(named)
      expect(world.texts.filter((text) => text.includes("LCS-70001"))).toEqual([])
      expect(world.acts()).toContain("post U0MASH")
      world.unchecked.delete("U0MASH")
      yield* look
      expect(world.texts.filter((text) => text.includes("LCS-70001"))).toHaveLength(1)
      world.texts.splice(0)
      yield* end(named)
      expect(world.names.at(-1)).toContain("U0")
      expect(world.texts.filter((text) => text.includes("LCS-70001")).length).toBeLessThanOrEqual(1)
    })
  )
})

it("one person who cannot be told holds up nobody, and is told once they can be", () => {
  const world = newsWorld()
  world.faults.set("post U0MASH", "passing")
  return world.live(
    Effect.gen(function* () {
      yield* raise(leaving)
      expect(world.acts().filter((act) => /U0|channel/.test(act))).toEqual([
        "post U0COORDINATOR",
        "post channel",
        "post U0ADMIN"
      ])
      world.faults.clear()
      yield* look
      expect(world.acts()).toEqual(["post U0MASH"])
    })
  )
})

it("the end of an incident is told where its message is gone, and again where Slack does not answer", () => {
  const world = newsWorld()
  return world.live(
    Effect.gen(function* () {
      yield* raise(leaving)
      world.acts()
      world.faults.set("change channel", "gone")
      world.faults.set("change U0MASH", "passing")
      yield* end(leaving)
      const first = world.acts()
      expect(first).toContain("post channel")
      expect(first).not.toContain("post U0MASH")
      world.faults.clear()
      yield* look
      expect(world.acts()).toEqual(["change U0MASH", "post U0MASH"])
      yield* look
      expect(world.acts()).toEqual([])
    })
  )
})

it("each address outside Slack is told under a name of its own, and anew when the incident comes again", () => {
  const world = newsWorld()
  const outside = () => world.names.splice(0).filter((name) => name.startsWith("sms:"))
  return world.live(
    Effect.gen(function* () {
      yield* raise(leaving)
      const first = outside()
      expect(first.length).toBeGreaterThan(1)
      expect(new Set(first.map((name) => name.split(" ")[1])).size).toBe(first.length)
      yield* end(leaving)
      outside()
      yield* TestClock.adjust(Duration.minutes(30))
      yield* raise(leaving)
      const second = outside()
      expect(second).toHaveLength(first.length)
      expect(second.filter((name) => first.includes(name))).toEqual([])
    })
  )
})

it("a message of a process that died is ended by another, and one about what is wrong now is not", () => {
  const world = newsWorld()
  world.standing.push("incident:journal-unwritable::open", "incident:role-empty:mash:open")
  return world.live(
    Effect.gen(function* () {
      yield* raise(full)
      for (let looks = 0; looks < 3; looks += 1) {
        yield* TestClock.adjust(Duration.minutes(11))
        yield* look
      }
      const over = new Set(world.names.filter((name) => name.endsWith(":over")).map((name) => name.split(" ")[1]))
      expect([...over]).toEqual(["incident:role-empty:mash:over"])
    })
  )
})

it("an incident leaves Slack in office hours too, where every way out is for out of hours", () => {
  const value = [
    { who: "out-of-hours-duty", by: "sms", afterMinutes: 90, clock: "always", onlyOutOfHours: true }
  ] as const
  const world = newsWorld({ ...rotherham, ladder: { ...rotherham.ladder, value } } as Policy)
  return world.live(
    Effect.gen(function* () {
      // A Monday morning in the office.
      yield* TestClock.setTime(utc(2026, 11, 16, 11))
      yield* raise(leaving)
      expect(world.acts().filter((act) => act.startsWith("post sms:"))).toHaveLength(2)
    })
  )
})
