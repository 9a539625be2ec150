/** How an incident is told where Slack answers only in part. */

import { Council, councilOn, People, type Role } from "@safe-return/casework"
import { calendars, utc } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { type Policy, rotherham } from "@safe-return/domain/policy"
import {
  type Incident,
  IncidentNews,
  Incidents,
  incidentNewsLayer,
  OutsideSlack,
  type Place,
  SendFailed,
  type Transport,
  Transports
} from "@safe-return/outreach"
import { Duration, Effect, Layer, Option } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { nameOfPlace } from "../delivery/outreachWorld.ts"
import { rendered, slackFingerprint } from "../messages/rendered.ts"

const refused: Incident = {
  kind: "report-refused",
  place: "police",
  what: "1 report could not be taken.",
  remedy: "Ask the sender.",
  duty: { sentence: "Ring the police.", inChannel: true, untilAnswered: true }
}

const holders: Readonly<Partial<Record<Role, string>>> = {
  administrator: "U0ADMIN",
  mash: "U0MASH",
  "missing-coordinator": "U0COORDINATOR",
  "out-of-hours-duty": "U0DUTY"
}

const full: Incident = { kind: "journal-unwritable", what: "Nothing can be recorded.", remedy: "Make room." }
const leaving: Incident = {
  ...full,
  kind: "report-not-recorded",
  duty: { sentence: "Ring the police.", inChannel: true, outsideSlack: "Ring the police." }
}

type Fault = SendFailed["fault"]

const newsWorld = (policy: Policy = rotherham, held: Readonly<Partial<Record<Role, string>>> = holders) => {
  const standing: Array<string> = []
  const acts: Array<string> = []
  const faults = new Map<string, Fault>()
  const texts: Array<string> = []
  const waits = new Map<string, number>()
  const unchecked = new Set<string>()
  const names: Array<string> = []
  const tries: Array<string> = []
  /** People who are named but hold no role by now. */
  const roleless = new Set<string>()
  const looks = { many: 0, failing: "" }
  const sinces: Array<number> = []
  const refusedBy = (act: string, to: string) => {
    const fault = faults.get(`${act} ${to}`) ?? faults.get(act)
    const seconds = waits.get(`${act} ${to}`)
    const wait = seconds === undefined ? {} : { retryAfterSeconds: seconds }
    return fault === undefined ? undefined : new SendFailed({ act, reason: "refused", fault, ...wait })
  }
  const carrierTo = (place: Place): Transport => {
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
      find: (_, _name, since) => {
        sinces.push(since)
        return done<string | undefined>("find", undefined)
      },
      post: (_, { key }, message, marks) => {
        names.push(`${to} ${key}`)
        texts.push(rendered(message, marks).text)
        return done("post", `${acts.length}`)
      },
      change: (_, _sent, { key }, message) => {
        names.push(`${to} ${key}`)
        texts.push(rendered(message).text)
        return done("change", undefined)
      },
      fingerprintOf: slackFingerprint,
      posted: ({ channel }) =>
        Effect.suspend(() => {
          looks.many += 1
          return channel === looks.failing
            ? Effect.fail(new SendFailed({ act: "look", reason: "made_up_code", fault: "passing" }))
            : Effect.succeed(standing.map((key, index) => ({ sent: `9.${index}`, key })))
        })
    }
  }
  const services = Layer.mergeAll(
    Layer.succeed(Transports, Transports.of({ of: carrierTo })),
    Layer.mock(People, {
      holdersOf: (role) => Effect.sync(() => [held[role]].flatMap((id) => (id ? [PersonId.make(id)] : []))),
      rolesOf: (person) =>
        Effect.sync(
          () =>
            new Set(
              Object.entries(held).flatMap(([role, one]) =>
                one === person && !roleless.has(one) ? [role as Role] : []
              )
            )
        )
    }),
    Layer.mock(OutsideSlack, {
      addresses: (_, way) => (way === "sms" ? ["07700900001", "07700900002"] : []),
      carrier: carrierTo({ _tag: "Outside", way: "sms", role: "out-of-hours-duty", nth: 0 })
    }),
    Layer.succeed(Council, councilOn({ authority: "Training council", policy }, calendars))
  )
  const layer = incidentNewsLayer.pipe(
    Layer.provide(services),
    Layer.provideMerge(Incidents.layer),
    Layer.provideMerge(TestClock.layer())
  )
  return {
    faults,
    looks,
    names,
    roleless,
    sinces,
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

it("an incident's end is told where its message is gone, and again if Slack does not answer", () => {
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

it("each address outside Slack has its own name, and is told again if the incident recurs", () => {
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

it("a dead process's message is ended by another, unless it is about a current incident", () => {
  const world = newsWorld()
  const ofNoIncident = "LCS-10432:card"
  world.standing.push("incident:journal-unwritable::open", "incident:role-empty:mash:open", ofNoIncident)
  return world.live(
    Effect.gen(function* () {
      yield* raise(full)
      for (let looks = 0; looks < 3; looks += 1) {
        yield* TestClock.adjust(Duration.minutes(11))
        yield* look
      }
      const over = new Set(world.names.filter((name) => !name.endsWith(":open")).map((name) => name.split(" ")[1]))
      expect([...over]).toEqual(["incident:role-empty:mash:over"])
    })
  )
})

it("an incident leaves Slack in office hours too, where every way out is for out of hours", () => {
  const value = [
    { who: "worker", by: "sms", afterMinutes: 0, clock: "always" },
    { who: "team-manager", afterMinutes: 60, clock: "always" },
    { who: "out-of-hours-duty", by: "sms", afterMinutes: 90, clock: "always", onlyOutOfHours: true }
  ] as const
  const world = newsWorld({ ...rotherham, ladder: { ...rotherham.ladder, value } } as Policy)
  return world.live(
    Effect.gen(function* () {
      // A Monday morning in the office.
      yield* TestClock.setTime(utc(2026, 11, 16, 11))
      yield* raise(leaving)
      const outside = world.acts().filter((act) => act.startsWith("post sms:"))
      expect(outside).toEqual([
        expect.stringContaining("out-of-hours-duty"),
        expect.stringContaining("out-of-hours-duty")
      ])
    })
  )
})

it("a leftover message is ended though another conversation cannot be read", () => {
  const world = newsWorld()
  world.looks.failing = "U0ADMIN"
  return world.live(
    Effect.gen(function* () {
      const lookThrough = Effect.andThen(TestClock.adjust(Duration.minutes(11)), look)
      yield* look
      yield* lookThrough
      world.standing.push("incident:role-empty:mash:open")
      yield* lookThrough
      expect(world.names).toEqual([])
      yield* lookThrough
      const key = "incident:role-empty:mash:over"
      expect(world.names).toEqual([`U0MASH ${key}`, `U0COORDINATOR ${key}`, `channel ${key}`])
    })
  )
})

it("conversations without leftovers are looked through every six hours after two looks", () => {
  const world = newsWorld()
  return world.live(
    Effect.gen(function* () {
      yield* look
      for (let minute = 0; minute < 350; minute += 10) {
        yield* TestClock.adjust(Duration.minutes(10))
        yield* look
      }
      expect(world.looks.many).toBe(2 * 4)
      yield* TestClock.adjust(Duration.hours(1))
      yield* look
      expect(world.looks.many).toBe(3 * 4)
    })
  )
})

it("what is for people on duty alone is not said in the channel", () => {
  const world = newsWorld()
  return world.live(
    Effect.gen(function* () {
      yield* raise({ ...full, duty: { sentence: "Ring the police about LCS-70001." } })
      expect(world.acts()).toEqual(["post U0MASH", "post U0COORDINATOR", "post U0ADMIN"])
    })
  )
})

it("the named administrators are told while nobody holds any role", () => {
  const world = newsWorld()
  for (const person of Object.values(holders)) world.roleless.add(person)
  return world.live(
    Effect.gen(function* () {
      yield* raise(full)
      expect(world.acts()).toEqual(["post U0ADMIN"])
    })
  )
})

it("a message is looked for from twelve hours back, and is over under its incident's name", () => {
  const world = newsWorld()
  return world.live(
    Effect.gen(function* () {
      yield* TestClock.setTime(utc(2026, 11, 16, 11))
      yield* raise(full)
      yield* TestClock.adjust(Duration.minutes(2))
      yield* look
      expect(world.sinces).toEqual([utc(2026, 11, 15, 23), utc(2026, 11, 15, 23, 2)])
      yield* end(full)
      expect(world.names.at(-1)).toBe("U0ADMIN incident:journal-unwritable::over")
    })
  )
})

it("an older message whose end could not be told is ended at the next look", () => {
  const world = newsWorld()
  const ringing: Incident = { ...full, duty: { sentence: "Ring the police.", ringsAgain: true } }
  return world.live(
    Effect.gen(function* () {
      yield* raise(ringing)
      yield* TestClock.adjust(Duration.minutes(11))
      yield* raise(ringing)
      expect(world.acts().filter((act) => act === "post U0MASH")).toHaveLength(2)
      world.faults.set("change U0MASH", "passing")
      yield* end(ringing)
      expect(world.acts()).not.toContain("change U0MASH")
      world.faults.clear()
      yield* look
      expect(world.acts().filter((act) => act === "change U0MASH")).toHaveLength(2)
    })
  )
})

it("an incident is told in Slack where the policy has no ladder", () => {
  const { ladder: _, ...withoutLadder } = rotherham
  const world = newsWorld(withoutLadder)
  return world.live(
    Effect.gen(function* () {
      yield* raise(leaving)
      expect(world.acts()).toEqual(["post U0MASH", "post U0COORDINATOR", "post channel", "post U0ADMIN"])
    })
  )
})

it("what waits for an answer rings people again each hour, and the duty out of hours", () => {
  const world = newsWorld()
  const posts = () => world.acts().filter((act) => act.startsWith("post "))
  return world.live(
    Effect.gen(function* () {
      // A Monday: half past two in the morning, and then in the office.
      yield* TestClock.setTime(utc(2026, 11, 16, 2, 30))
      yield* raise(refused)
      expect(posts()).toEqual(["post U0MASH", "post U0COORDINATOR", "post U0DUTY", "post channel", "post U0ADMIN"])
      yield* TestClock.adjust(Duration.minutes(59))
      yield* look
      expect(posts()).toEqual([])
      yield* TestClock.adjust(Duration.minutes(1))
      yield* look
      expect(posts()).toEqual(["post U0MASH", "post U0COORDINATOR", "post U0DUTY"])
      yield* TestClock.setTime(utc(2026, 11, 16, 11))
      yield* look
      expect(posts()).toEqual(["post U0MASH", "post U0COORDINATOR"])
      world.texts.splice(0)
      yield* (yield* Incidents).answer(refused, "The police were rung.", PersonId.make("U0MASH"))
      yield* look
      expect(world.acts().filter((act) => act.endsWith("U0DUTY"))).toContain("post U0DUTY")
      expect(world.texts.join("\n")).toMatch(/The police were rung\. So says <@U0MASH>/)
    })
  )
})

it("what waited for an answer when a process died is asked by the next, not said to be over", () => {
  const world = newsWorld()
  world.standing.push("incident:report-refused:police 2026-12-07T12:30:00.000Z:open")
  return world.live(
    Effect.gen(function* () {
      for (let looks = 0; looks < 3; looks += 1) {
        yield* TestClock.adjust(Duration.minutes(11))
        yield* look
      }
      expect(world.names.filter((name) => name.endsWith(":over"))).toEqual([])
      expect(yield* (yield* Incidents).open).toMatchObject([
        { kind: "report-refused", place: "police 2026-12-07T12:30:00.000Z", duty: { untilAnswered: true } }
      ])
    })
  )
})

it("a gap in the duty rota is told to the team managers too, who alone keep it", async () => {
  const gap: Incident = {
    ...full,
    kind: "role-empty",
    place: "duty rota",
    duty: { sentence: "Nobody is on the rota." }
  }
  const world = newsWorld(rotherham, { ...holders, "team-manager": "U0MANAGER" })
  await world.live(raise(gap))
  expect(world.acts().toSorted()).toContain("post U0MANAGER")
  await world.live(raise({ ...gap, kind: "program-fault" }))
  expect(world.acts().toSorted()).not.toContain("post U0MANAGER")
})

/** Since midnight, when the test's clock begins. */
const HOURS = 60 * 60_000

it("what waits for an answer is due each hour, and as the office opens or closes", () =>
  newsWorld().live(
    Effect.gen(function* () {
      const { nextDue } = yield* IncidentNews
      yield* TestClock.adjust(Duration.hours(15))
      expect(Option.isNone(yield* nextDue)).toBe(true)
      yield* raise(refused)
      expect(yield* nextDue).toEqual(Option.some(16 * HOURS))
      yield* TestClock.adjust(Duration.minutes(61))
      yield* look
      expect(yield* nextDue).toEqual(Option.some(17 * HOURS))
      yield* end(refused)
      yield* look
    })
  ))
