import { at, child, episodeId, missing, type Told, worker } from "@safe-return/casework/testing"
import { calendars, civilDay } from "@safe-return/domain/calendar"
import { actingFor } from "@safe-return/domain/escalation"
import { PersonId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import type { DeliveryKey } from "@safe-return/journal"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { Incidents } from "../../src/incidents/Incidents.ts"
import { asksToAcknowledge } from "../../src/owed/acknowledgement.ts"
import { owedMessages } from "../../src/owed/owed.ts"
import { tellOfRoleGaps } from "../../src/owed/roleEmpty.ts"
import { daysToCome, roleGaps, rolesNeeded } from "../../src/owed/roleGaps.ts"
import { emptyRoster, escalationRoles, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const [coordinator, manager, head, duty] = ["U0COORDINATOR", "U0MANAGER", "U0HEAD", "U0DUTY"].map((id) =>
  PersonId.make(id)
) as [PersonId, PersonId, PersonId, PersonId]

const holders = {
  "missing-coordinator": [coordinator],
  "team-manager": [manager],
  "head-of-service": [head],
  "out-of-hours-duty": [duty]
}

const absence = { away: [{ from: civilDay(2026, 11, 23), for: "leave" as const }] }
const away =
  (...people: ReadonlyArray<PersonId>): Roster["acting"] =>
  (person) =>
    actingFor(person, at(0), (one) => (people.includes(one) ? absence : undefined))

const owedTo = (
  there: Partial<Roster>,
  told: ReadonlyArray<Told> = [missing()],
  sent: ReadonlyArray<DeliveryKey> = [],
  now = at(0.1)
) =>
  owedMessages(
    caseSnapshot(told, {
      there: { ...emptyRoster, ...there },
      delivered: sentUnder(sent),
      allocatedWorker: worker,
      now
    })
  )

const nobodysAlert = "ladder:episode-1:1:nobody"
const keysOf = (owed: ReturnType<typeof owedTo>) =>
  owed.map(({ key }) => key).filter((key) => key.startsWith("ladder:"))

const nobody = (_: PersonId): boolean => false

const everybody = [worker, coordinator, manager, head, duty]

describe("the alert of a child whose ladder has nobody", () => {
  it.each([
    ["every role is unset, and the worker has left", { canBeTold: nobody }],
    ["everybody has left", { holders, canBeTold: nobody }]
  ])("goes to the channel and out of Slack at once, where %s", (_, there: Partial<Roster>) => {
    const addresses: Roster["addresses"] = (role, way) => (role === "head-of-service" && way === "sms" ? 1 : 0)
    const owed = owedTo({ ...there, addresses })
    expect(keysOf(owed)).toEqual([nobodysAlert, "ladder:episode-1:1:head-of-service:sms-0"])
    const alert = owed.find(({ key }) => key === nobodysAlert)
    expect(alert?.place).toEqual({ _tag: "MissingChannel" })
    const message = alert?.message()
    expect(message).toMatchObject({ _tag: "UnreachedAlert", child })
    expect(message?._tag === "UnreachedAlert" && asksToAcknowledge(message.episode)).toBe(true)
  })

  it("goes also to those who can be told though they are away", () => {
    const owed = owedTo({ holders, acting: away(...everybody) })
    expect(keysOf(owed).sort()).toEqual([nobodysAlert, ...everybody.map((one) => `${nobodysAlert}:${one}`)].sort())
  })

  it("goes to nobody who has answered it", () => {
    const answered: Told = {
      by: coordinator,
      now: at(1.1),
      command: { _tag: "AcknowledgeAlert", episodeId, by: coordinator, as: ["missing-coordinator"], alert: 1 }
    }
    const keys = keysOf(owedTo({ holders, acting: away(...everybody) }, [missing(), answered], [], at(1.2)))
    expect(keys).toContain(`${nobodysAlert}:${manager}`)
    expect(keys).not.toContain(`${nobodysAlert}:${coordinator}`)
  })

  it("is as any other where one person is there, on whichever rung", () => {
    for (const person of everybody.filter((one) => one !== duty)) {
      const rest = everybody.filter((one) => one !== person)
      const keys = keysOf(owedTo({ holders, acting: away(...rest) }))
      expect(keys.filter((key) => key.startsWith(nobodysAlert))).toEqual([])
    }
  })

  it("goes to the duty team as well where they alone are there, though it is in office hours", () => {
    const owed = owedTo({ holders, acting: away(worker, coordinator, manager, head) })
    expect(keysOf(owed)).toContain(`${nobodysAlert}:${duty}`)
  })

  it("tells an address on the ladder once", () => {
    const keys = keysOf(owedTo({ addresses: () => 1, canBeTold: () => false }))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain("ladder:episode-1:1:team-manager:email-0")
  })

  it("is kept current once it was said and a person is there again", () => {
    const owed = owedTo({ holders }, [missing()], [nobodysAlert]).find(({ key }) => key === nobodysAlert)
    expect(owed?.keptCurrent).toBe(true)
    expect(keysOf(owedTo({ holders }))).not.toContain(nobodysAlert)
  })
})

describe("a role without anybody", () => {
  const calendar = calendars["england-and-wales"]
  const monday = civilDay(2026, 11, 23)
  const friday = civilDay(2026, 11, 27)
  const known = (person: PersonId, from: number, to = from) =>
    new Map([
      [person, { away: [{ from: civilDay(2026, 11, from), to: civilDay(2026, 11, to), for: "leave" as const }] }]
    ])
  const gaps = (there: Partial<Roster>, availability = new Map(), today = monday) =>
    roleGaps({
      policy: rotherham,
      there: { ...emptyRoster, holders, ...there },
      availability,
      daysToCome: daysToCome(today, calendar)
    })

  it("is one that alerts need, with why", () => {
    expect(gaps({})).toEqual([])
    expect(gaps({ holders: { ...holders, "team-manager": [] } })).toEqual([{ role: "team-manager", why: "unset" }])
    expect(gaps({ canBeTold: (one) => one !== duty })).toEqual([{ role: "out-of-hours-duty", why: "unreachable" }])
    expect(gaps({ acting: away(head) })).toEqual([{ role: "head-of-service", why: "away" }])
  })

  it("is not needed where a council's alerts go to it outside Slack alone", () => {
    const value = [
      { who: "team-manager", afterMinutes: 0, clock: "always" },
      { who: "head-of-service", by: "sms", afterMinutes: 30, clock: "always" }
    ] as const
    const policy = { ...rotherham, ladder: { ...rotherham.ladder, value } } as typeof rotherham
    expect(rolesNeeded(policy)).toEqual(["team-manager"])
  })

  it("by leave to come is known the working day before, over a weekend too, and not earlier", () => {
    expect(gaps({}, known(manager, 24))).toEqual([{ role: "team-manager", why: "away", from: civilDay(2026, 11, 24) }])
    expect(gaps({}, known(manager, 25))).toEqual([])
    expect(gaps({}, known(manager, 28, 29), friday)).toHaveLength(1)
    expect(gaps({}, known(manager, 30), friday)).toEqual([
      { role: "team-manager", why: "away", from: civilDay(2026, 11, 30) }
    ])
    expect(gaps({}, known(manager, 31 - 1, 30), civilDay(2026, 11, 26))).toEqual([])
  })

  it("tomorrow alone makes no incident of every role, and says from when", async () => {
    const leave = new Map([manager, coordinator, head, duty].flatMap((person) => [...known(person, 24)]))
    const open = await Effect.runPromise(
      Effect.gen(function* () {
        yield* tellOfRoleGaps(gaps({}, leave), rolesNeeded(rotherham).length)
        return yield* (yield* Incidents).open
      }).pipe(Effect.provide(Incidents.layer))
    )
    expect(open.map(({ place }) => place)).toEqual(escalationRoles)
    expect(open.every(({ what }) => what.startsWith("From Tue 24 Nov nobody is there"))).toBe(true)
  })

  it("is an incident for as long as it is, and where every role is empty, one that leaves Slack", async () => {
    const said = await Effect.runPromise(
      Effect.gen(function* () {
        const incidents = yield* Effect.service(Incidents)
        const tellNow = (there: Partial<Roster>) =>
          Effect.andThen(tellOfRoleGaps(gaps(there), rolesNeeded(rotherham).length), incidents.open)
        const one = yield* tellNow({ acting: away(manager) })
        const all = yield* tellNow({ canBeTold: () => false })
        return [one, all, yield* tellNow({})]
      }).pipe(Effect.provide(Incidents.layer))
    )
    expect(said.map((open) => open.map(({ place }) => place))).toEqual([
      ["team-manager"],
      ["team-manager", "missing-coordinator", "head-of-service", "out-of-hours-duty", "every role"],
      []
    ])
    expect(said[0]?.[0]?.what).toContain("the team managers are away and nobody covers")
    expect(said[0]?.[0]?.duty?.sentence).toContain("cover @person")
    expect(said[1]?.at(-1)?.duty).toMatchObject({ inChannel: true, outsideSlack: expect.any(String) })
  })
})
