import { type Role, undecidedAmong } from "@safe-return/casework"
import {
  assigned,
  at,
  cases,
  child,
  completed,
  decidedTriggers,
  entriesOf,
  episodeId,
  laterSteps,
  manager,
  missing,
  offered,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { type CivilDay, calendars, civilDay, type Instant, startOfLondonDay } from "@safe-return/domain/calendar"
import { type Away, actingFor } from "@safe-return/domain/escalation"
import { decide, EpisodeId, evolve, PersonId, type RecordedEvent } from "@safe-return/domain/pathway"
import { triggersFired } from "@safe-return/domain/risk"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { DecisionMessage } from "../../src/message/decisionMessages.ts"
import { nextDecisionRungAt } from "../../src/owed/decisionClimb.ts"
import { decisionsWaiting } from "../../src/owed/decisionsWaiting.ts"
import { type CaseSnapshot, channel, type OwedMessage } from "../../src/owed/OwedMessage.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot } from "../../testing/caseSnapshot.ts"

const coordinator = PersonId.make("U0COORDINATOR")
const mash = PersonId.make("U0MASH")
const head = PersonId.make("U0HEAD")
const duty = PersonId.make("U0DUTY")
const other = PersonId.make("U0OTHER")
const everybody = [worker, manager, coordinator, mash, head, duty, other]

const inPlainText = makePlainTextRenderer((person) => person)

const council: Roster = {
  ...emptyRoster,
  holders: {
    "missing-coordinator": [coordinator],
    "team-manager": [manager],
    "head-of-service": [head],
    "out-of-hours-duty": [duty]
  },
  beside: { mash: [mash], worker: [worker, other], interviewer: [] }
}

/** Harm and exploitation came out on Tuesday at 22:00. */
const told = [missing(), returned(4), assigned(5), offered(6), completed(28)]

const snapshotOf = (more: Partial<CaseSnapshot> = {}, extra: ReadonlyArray<Told> = []): CaseSnapshot =>
  caseSnapshot([...told, ...extra], { there: council, allocatedWorker: worker, now: at(28.1), ...more })

const decisions = (owed: ReadonlyArray<OwedMessage>) =>
  owed.map((one) => [one.place._tag === "Person" ? one.place.person : "channel", one.message()._tag])

const asSent = (owed: ReadonlyArray<OwedMessage>, now: Instant, before: CaseSnapshot["delivered"] = new Map()) => {
  const delivered = new Map<DeliveryKey, Delivery>(before)
  for (const { key, supersedes } of owed) {
    if (delivered.get(key)?._tag !== "Sent")
      delivered.set(key, { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint: "", sentAt: now })
    for (const pointless of supersedes)
      if (!delivered.has(pointless)) delivered.set(pointless, { _tag: "Superseded", key: pointless, by: key, at: now })
  }
  return delivered
}

const undecidedQuiet = ({ state, now }: CaseSnapshot) =>
  undecidedAmong(state, triggersFired(state, { now, calendars })).filter(({ firing }) => !firing.mayGoToChat)

const decided = ({ state }: CaseSnapshot, now: Instant): ReadonlyArray<Told> => decidedTriggers(state, now)

describe("harm and exploitation that came out", () => {
  it("reach the allocated worker and the team manager, each by one message for all of it", () => {
    const snapshot = snapshotOf()
    expect(undecidedQuiet(snapshot).length).toBeGreaterThan(1)
    expect(decisions(decisionsWaiting(snapshot))).toEqual([
      [worker, "DecisionWaiting"],
      [manager, "DecisionWaiting"]
    ])
  })

  it("reach the MASH and the Missing Co-ordinator where nobody is allocated", () => {
    const { allocatedWorker: _, ...unallocated } = snapshotOf()
    expect(decisions(decisionsWaiting(unallocated))).toEqual([
      [mash, "DecisionWaiting"],
      [coordinator, "DecisionWaiting"]
    ])
  })

  it("are asked for in words and under keys that say nothing of them", () => {
    for (const owed of decisionsWaiting(snapshotOf())) {
      const said = JSON.stringify([owed.key, inPlainText.render(owed.message())])
      expect(said).not.toMatch(/harm|exploit|trigger|interview|quiet|risk/i)
    }
  })

  it("are asked of the worker's cover too, who may decide if they are a worker", () => {
    const away: Roster = {
      ...council,
      acting: (person) =>
        person === worker
          ? { _tag: "Cover", person: other, away: { from: civilDay(2026, 11, 20), for: "leave", cover: other } }
          : { _tag: "Themselves" }
    }
    const owed = decisionsWaiting(snapshotOf({ there: away }))
    expect(decisions(owed)).toContainEqual([other, "DecisionWaiting"])
    const notWorker = { ...away, beside: { mash: [mash], worker: [worker], interviewer: [] } }
    expect(decisions(decisionsWaiting(snapshotOf({ there: notWorker })))).toContainEqual([other, "DecisionElsewhere"])
  })

  it("climb to the duty and the head of service, who hear with which role a decision waits", () => {
    const evening = snapshotOf()
    const next = nextDecisionRungAt(evening)
    expect(next).toBe(at(29))
    const later = decisionsWaiting({ ...evening, now: at(29) })
    expect(decisions(later)).toContainEqual([duty, "DecisionElsewhere"])
    expect(decisions(later)).not.toContainEqual([head, "DecisionElsewhere"])
    const noon = decisionsWaiting({ ...evening, now: at(28 + 15.1) })
    expect(decisions(noon)).toContainEqual([head, "DecisionElsewhere"])
  })

  it("are asked of the duty team while the office is closed, and of them no more once it opens", () => {
    const night = snapshotOf({ now: at(29.1) })
    const delivered = asSent(decisionsWaiting(night), at(29.1))
    expect(nextDecisionRungAt({ ...night, delivered })).toBeLessThan(at(39.1))
    const morning = decisionsWaiting({ ...night, delivered, now: at(39.1) })
    const toDuty = morning.find(({ place }) => place._tag === "Person" && place.person === duty)
    expect(toDuty?.message()).toMatchObject({ _tag: "DecisionOver", isElsewhere: true })
  })

  it("do not hide another decision that waits, and are not hidden by it", () => {
    const second = { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" }
    const again = [missing(30, second), returned(40, second.id)]
    const before = decisionsWaiting(snapshotOf({ now: at(46) }, again))
    const atFirst = asSent(before, at(46))
    // Nobody has offered the second interview in the working day after: Thursday at 10:00, and an hour.
    const late = snapshotOf({ now: at(66), delivered: atFirst }, again)
    const both = decisionsWaiting(late)
    const of = (owed: ReadonlyArray<OwedMessage>, person: PersonId) =>
      owed.filter(({ place }) => place._tag === "Person" && place.person === person)
    const asked = (owed: ReadonlyArray<OwedMessage>) =>
      of(owed, manager).filter(({ message }) => message()._tag === "DecisionWaiting")
    expect(asked(both)).toHaveLength(1)
    expect(atFirst.has(asked(both)[0]?.key ?? "")).toBe(false)
    expect(of(both, manager).map(({ message }) => message())).toContainEqual({
      _tag: "DecisionOver",
      child,
      isSaidLater: true
    })
    // A person who may take none of them reads with which role each waits.
    const night = decisionsWaiting(snapshotOf({ now: at(74), delivered: atFirst }, again))
    const [heard] = of(night, duty).flatMap(({ message }) =>
      message()._tag === "DecisionElsewhere" ? [message()] : []
    )
    expect(heard).toMatchObject({ waiting: [{ since: at(28) }] })
    const all = decisionsWaiting(snapshotOf({ now: at(70), delivered: atFirst }, again))
    const [byHead] = of(all, head).flatMap(({ message }) => {
      const said = message()
      return said._tag === "DecisionElsewhere" ? [said.waiting] : []
    })
    expect(byHead?.map(({ since }) => Math.floor(since / 1000))).toEqual([at(28) / 1000, at(64) / 1000])

    // The late offer alone is decided on: what was said last goes on to ask for the other.
    const delivered = asSent(both, at(66), atFirst)
    const offerLate = decided(late, at(67)).filter(({ command }) => JSON.stringify(command).includes("offer-late"))
    expect(offerLate).toHaveLength(1)
    const left = decisionsWaiting(snapshotOf({ now: at(68), delivered }, [...again, ...offerLate]))
    expect(asked(left).map(({ key }) => key)).toEqual(asked(both).map(({ key }) => key))
    expect(of(left, manager).filter(({ message }) => message()._tag === "DecisionWaiting")).toHaveLength(1)
  })

  it("reach the team manager and the head of service, and not the worker who was left out", () => {
    const leftOut: Told = {
      by: manager,
      now: at(28.05),
      command: { _tag: "RecordInterview", episodeId, record: {}, keptFrom: [worker] }
    }
    const delivered = asSent(decisionsWaiting(snapshotOf({ now: at(28.01) })), at(28.01))
    const owed = decisionsWaiting(snapshotOf({ delivered }, [leftOut]))
    expect(decisions(owed)).toEqual([
      [manager, "DecisionWaiting"],
      [head, "DecisionWaiting"],
      [worker, "DecisionOver"]
    ])
    const first = snapshotOf({}, [leftOut])
    const steps = [leftOut, ...decided(first, at(29))]
    const after = decisionsWaiting(snapshotOf({ delivered, now: at(29) }, steps))
    const toWorker = after.find(({ place }) => place._tag === "Person" && place.person === worker)
    expect(toWorker?.message()).toEqual({ _tag: "DecisionOver", child, isSaidLater: false })
  })

  it("are said to be with the person who can decide, never with the one who was left out", () => {
    const leftOut: Told = {
      by: coordinator,
      now: at(28.05),
      command: { _tag: "RecordInterview", episodeId, record: {}, keptFrom: [manager] }
    }
    const toDuty = (extra: ReadonlyArray<Told>) => {
      const owed = decisionsWaiting(snapshotOf({ now: at(29.1), allocatedWorker: manager }, extra))
      const heard = owed.find(({ place }) => place._tag === "Person" && place.person === duty)
      return heard === undefined ? "" : JSON.stringify(inPlainText.render(heard.message()))
    }
    expect(toDuty([])).toContain(`It is with ${manager}.`)
    expect(toDuty([])).toContain(`Now: make sure that ${manager} is there and has seen it.`)
    expect(toDuty([leftOut])).toContain(`It is with ${head}.`)
    expect(toDuty([leftOut])).not.toMatch(/U0MANAGER|team manager/i)
  })

  it("are said to be with everybody above the worker who was asked, once it has climbed", () => {
    const there = { ...council, beside: { mash: [], worker: [worker], interviewer: [] } }
    const late = caseSnapshot([missing(), returned(4)], { there, allocatedWorker: worker, now: at(200) })
    const heard = decisionsWaiting(late).map(({ place, message }) => ({ place, message: message() }))
    const toHead = heard.find(({ place }) => place._tag === "Person" && place.person === head)
    expect(toHead?.message).toMatchObject({ waiting: [{ reached: [manager, coordinator] }] })
    const words = toHead === undefined ? "" : JSON.stringify(inPlainText.render(toHead.message))
    expect(words).toContain(`It is with ${manager} and ${coordinator}. Now: make sure that one of them is there`)
  })

  it("leave each trigger of the channel a message of its own, which no other stands for", () => {
    const { key, ...over } = { _tag: "Sent", key: "trigger:still-missing:episode-1", channel: "C1", ts: "1" } as const
    const delivered = new Map([[key, { ...over, key, fingerprint: "", sentAt: at(25) }]])
    const [waiting] = decisionsWaiting(snapshotOf())
    if (waiting === undefined) throw new Error("nothing waits")
    const posted = [{ ...waiting, key: "trigger:repeat-episodes:episode-1", place: channel }]
    const [ended] = decisionsWaiting(snapshotOf({ delivered }), posted).filter((one) => one.key === key)
    expect(ended?.message()).toEqual({ _tag: "DecisionOver", child, isSaidLater: false })
  })

  it("are told to the channel, without content, where nobody who may decide can be told", () => {
    const there = { ...council, canBeTold: (person: PersonId) => person === head }
    expect(decisions(decisionsWaiting(snapshotOf({ there })))).toEqual([
      ["channel", "DecisionUnreached"],
      [worker, "DecisionWaiting"],
      [head, "DecisionElsewhere"]
    ])
  })

  it("are asked no more once decided: each message says who decided, and no more than that", () => {
    const first = snapshotOf({ now: at(45) })
    const delivered = asSent(decisionsWaiting(first), at(45))
    const after = snapshotOf({ delivered, now: at(46) }, decided(first, at(46)))
    const over = decisionsWaiting(after)
    expect(over.map(({ key }) => key).sort()).toEqual(
      [...delivered.values()].flatMap(({ _tag, key }) => (_tag === "Sent" ? [key] : [])).sort()
    )
    for (const one of over) {
      expect(one.message()).toEqual({ _tag: "DecisionOver", child, decided: [{ by: manager, at: at(46) }] })
    }
  })

  it("name each person who decided, with the time, where one message asked for several decisions", () => {
    const first = snapshotOf()
    const delivered = asSent(decisionsWaiting(first), at(28.1))
    const [one, ...others] = decided(first, at(30))
    expect(others.length).toBeGreaterThan(0)
    if (one === undefined) throw new Error("nothing waits")
    const byTwo = [{ ...one, by: mash, now: at(29) }, ...others]
    for (const message of decisionsWaiting(snapshotOf({ delivered, now: at(31) }, byTwo)).map((over) =>
      over.message()
    )) {
      const decisions = [
        { by: mash, at: at(29) },
        { by: manager, at: at(30) }
      ]
      expect(message).toEqual({ _tag: "DecisionOver", child, decided: decisions })
      expect(JSON.stringify(inPlainText.render(message))).toContain(
        "Decided by U0MASH, Tue 24 Nov, 23:00; by U0MANAGER, Wed 25 Nov, 00:00."
      )
    }
  })

  it.each([
    [
      "corrected",
      {
        _tag: "CorrectInterview",
        episodeId,
        harmDisclosed: "no",
        exploitation: [],
        isInterviewer: true,
        reason: "mistyped"
      }
    ],
    [
      "withdrawn",
      {
        _tag: "WithdrawFromInterview",
        episodeId,
        withdrawn: { what: "completed", completedAt: at(28) },
        reason: "mistyped"
      }
    ]
  ] as const)("once %s, say who did so and when, and ring once for each person who was asked", (_, command) => {
    const delivered = asSent(decisionsWaiting(snapshotOf()), at(28.1))
    const corrected: Told = { by: mash, now: at(29), command }
    const after = snapshotOf({ delivered, now: at(29.1) }, [corrected])
    const owed = decisionsWaiting(after)
    const asked = [...delivered.values()].flatMap(({ _tag, key }) => (_tag === "Sent" ? [key] : []))
    expect(owed.map(({ key, place }) => [asked.includes(key), place._tag === "Person" && place.person])).toEqual([
      [false, worker],
      [false, manager],
      [true, worker],
      [true, manager]
    ])
    for (const one of owed) {
      expect(one.message()).toEqual({ _tag: "DecisionOver", child, corrected: { by: mash, at: at(29) } })
      expect(inPlainText.render(one.message()).lines.join(" ")).toContain("Corrected by U0MASH, Tue 24 Nov, 23:00")
    }
    const sent = asSent(owed, at(29.1), delivered)
    const later = decisionsWaiting({ ...after, delivered: sent, now: at(29 + 72) })
    expect(later.every(({ key }) => asked.includes(key))).toBe(true)
  })

  it("ring as a new one where the harm was set to no and back to yes, and only once", () => {
    const setTo = (hours: number, harmDisclosed: "yes" | "no"): Told => ({
      by: mash,
      now: at(hours),
      command: { _tag: "CorrectInterview", episodeId, isInterviewer: false, reason: "mistyped", harmDisclosed }
    })
    const both = [setTo(29, "no"), setTo(30, "yes")]
    const before = asSent(decisionsWaiting(snapshotOf()), at(28.1))
    const between = snapshotOf({ now: at(29.1), delivered: before }, both.slice(0, 1))
    const sent = asSent(decisionsWaiting(between), at(29.1), before)
    const again = snapshotOf({ now: at(30.1), delivered: sent }, both)
    const fresh = decisionsWaiting(again).filter(({ key }) => !sent.has(key))
    expect(decisions(fresh)).toContainEqual([manager, "DecisionWaiting"])
    const after = asSent(decisionsWaiting(again), at(30.1), sent)
    expect(decisionsWaiting({ ...again, delivered: after }).filter(({ key }) => !after.has(key))).toEqual([])
    // Of what nobody had been asked by then nothing rings a second time.
    const late = snapshotOf({ now: at(30.1) }, both)
    const first = asSent(decisionsWaiting(late), at(30.1))
    expect(decisionsWaiting({ ...late, delivered: first }).filter(({ key }) => !first.has(key))).toEqual([])
  })

  it("ring for nobody who corrected it themselves, nor for a person who was left out", () => {
    const leftOut: Told = {
      by: manager,
      now: at(28.2),
      command: { _tag: "RecordInterview", episodeId, record: {}, keptFrom: [worker] }
    }
    const corrected: Told = {
      by: manager,
      now: at(29),
      command: {
        _tag: "CorrectInterview",
        episodeId,
        harmDisclosed: "no",
        exploitation: [],
        isInterviewer: true,
        reason: "mistyped"
      }
    }
    const first = asSent(decisionsWaiting(snapshotOf()), at(28.1))
    const kept = snapshotOf({ delivered: first, now: at(28.3) }, [leftOut])
    const delivered = asSent(decisionsWaiting(kept), at(28.3), first)
    const owed = decisionsWaiting(snapshotOf({ delivered, now: at(29.1) }, [leftOut, corrected]))
    const rings = owed.filter(({ key }) => !delivered.has(key))
    expect(rings.map(({ place }) => place)).toEqual([{ _tag: "Person", person: head }])
    const toWorker = owed.filter(({ place }) => place._tag === "Person" && place.person === worker)
    for (const one of toWorker) expect(one.message()).toEqual({ _tag: "DecisionOver", child, isSaidLater: false })
  })

  it("stand while one of those that one message asked for is left to decide", () => {
    const first = snapshotOf()
    const delivered = asSent(decisionsWaiting(first), at(28.1))
    const [one, ...others] = decided(first, at(30))
    expect(others.length).toBeGreaterThan(0)
    for (const each of [one, ...others]) {
      const after = snapshotOf({ delivered, now: at(28.9) }, each === undefined ? [] : [{ ...each, now: at(28.5) }])
      expect(decisions(decisionsWaiting(after))).toEqual([
        [worker, "DecisionWaiting"],
        [manager, "DecisionWaiting"]
      ])
    }
  })
})

const roles: ReadonlyArray<Role> = [
  "missing-coordinator",
  "team-manager",
  "head-of-service",
  "out-of-hours-duty",
  "mash",
  "worker"
]

const people = fc.subarray(everybody)
const anyAway = fc.option(fc.record({ cover: fc.option(fc.constantFrom(...everybody), { nil: undefined }) }), {
  nil: undefined,
  freq: 2
})

interface MadeUp {
  readonly there: Roster
  readonly held: Readonly<Partial<Record<Role, ReadonlyArray<PersonId>>>>
}

/** Everybody in any roles, away with any cover, reached or not: covers of covers, and nobody at all, come by themselves. */
const rosters: fc.Arbitrary<MadeUp> = fc
  .record({
    held: fc.tuple(...roles.map(() => people)),
    away: fc.tuple(...everybody.map(() => anyAway)),
    told: fc.oneof(fc.constant(everybody), people, fc.subarray(everybody, { maxLength: 2 }))
  })
  .map(({ held, away, told: reached }) => {
    const of: MadeUp["held"] = Object.fromEntries(roles.map((role, index) => [role, held[index] ?? []]))
    const from: CivilDay = civilDay(2026, 11, 1)
    const known = new Map(
      everybody.map((person, index): readonly [PersonId, ReadonlyArray<Away>] => {
        const absence = away[index]
        const cover = absence?.cover
        return [
          person,
          absence === undefined ? [] : [{ from, for: "leave", ...(cover === undefined ? {} : { cover }) }]
        ]
      })
    )
    const there: Roster = {
      ...emptyRoster,
      holders: {
        "missing-coordinator": of["missing-coordinator"] ?? [],
        "team-manager": of["team-manager"] ?? [],
        "head-of-service": of["head-of-service"] ?? [],
        "out-of-hours-duty": of["out-of-hours-duty"] ?? []
      },
      beside: { mash: of.mash ?? [], worker: of.worker ?? [], interviewer: [] },
      acting: (person) => actingFor(person, startOfLondonDay(from), (one) => ({ away: known.get(one) ?? [] })),
      canBeTold: (person) => reached.includes(person)
    }
    return { there, held: of }
  })

/** By hand, as the published table says it. */
const mayDecideInQuiet = ({ held, there }: MadeUp, allocated: PersonId | undefined, person: PersonId): boolean => {
  const holds = (role: Role) => held[role]?.includes(person) === true
  if (holds("team-manager")) return true
  if (allocated === undefined) return holds("mash") || holds("missing-coordinator")
  const acting = there.acting(allocated)
  const acts = allocated === person || (acting._tag === "Cover" && acting.person === person)
  return acts && holds("worker")
}

/** What an interview brought out, with whatever was recorded after. */
const interviewed = fc.array(fc.tuple(fc.integer({ min: 28, max: 400 }), fc.nat()), { maxLength: 8 }).map((steps) =>
  tell([
    ...told,
    ...steps.flatMap(([hours, nth]) => {
      const every = laterSteps(hours)
      const one = every[nth % every.length]
      return one === undefined ? [] : [one]
    })
  ])
)

const isOf = (tag: DecisionMessage["_tag"]) => (owed: OwedMessage) => owed.message()._tag === tag

it("asks a person who may decide of each trigger never posted, or says that nobody can be", () => {
  let asked = 0
  let unreached = 0
  fc.assert(
    fc.property(
      fc.oneof(cases, interviewed),
      rosters,
      fc.constantFrom(worker, other, undefined),
      fc.integer({ min: 0, max: 500 }),
      fc.boolean(),
      ({ state, recorded }, madeUp, profile, hours, isSentBefore) => {
        const of = {
          child,
          state,
          entries: entriesOf(recorded),
          there: madeUp.there,
          calendars,
          announceFrom: at(-100)
        }
        const base: CaseSnapshot = { ...of, delivered: new Map(), now: at(hours) }
        const first: CaseSnapshot = profile === undefined ? base : { ...base, allocatedWorker: profile }
        const before = decisionsWaiting({ ...first, there: council })
        const snapshot = isSentBefore ? { ...first, delivered: asSent(before, at(hours)) } : first
        const owed = decisionsWaiting(snapshot)
        const latest = state.episodes.toSorted((a, b) => a.missingAt - b.missingAt).at(-1)
        const byEpisode = latest?.allocation?._tag === "Allocated" ? latest.allocation.worker : undefined
        const waiting = owed.filter(isOf("DecisionWaiting"))
        for (const { place } of waiting) {
          const person = place._tag === "Person" ? place.person : undefined
          const everything =
            person !== undefined && [profile, byEpisode].some((one) => mayDecideInQuiet(madeUp, one, person))
          const posted = person !== undefined && [...(madeUp.held["missing-coordinator"] ?? [])].includes(person)
          expect(everything || posted || madeUp.held.mash?.includes(person ?? other)).toBe(true)
        }
        if (undecidedQuiet(snapshot).length > 0) {
          const mayBeTold = waiting.filter(
            ({ place }) =>
              place._tag === "Person" &&
              madeUp.there.canBeTold(place.person) &&
              [profile ?? byEpisode].some((one) => mayDecideInQuiet(madeUp, one, place.person))
          )
          const isSaid = owed.some(isOf("DecisionUnreached"))
          if (isSaid) unreached += 1
          else asked += 1
          expect(mayBeTold.length > 0 || isSaid).toBe(true)
        }
        const delivered = asSent(owed, at(hours), snapshot.delivered)
        const after = decided(snapshot, at(hours)).reduce(
          (sofar, { command }) => {
            const events = Result.getOrElse(decide(sofar.state, command, { now: at(hours) }), () => [])
            const more = events.map((event): RecordedEvent => ({ recordedAt: at(hours), recordedBy: manager, event }))
            return { state: more.reduce(evolve, sofar.state), recorded: [...sofar.recorded, ...more] }
          },
          { state, recorded }
        )
        const end: CaseSnapshot = { ...snapshot, ...after, entries: entriesOf(after.recorded), delivered }
        if (undecidedAmong(after.state, triggersFired(after.state, { now: end.now, calendars })).length === 0) {
          for (const one of decisionsWaiting(end)) expect(one.message()._tag).toBe("DecisionOver")
        }
      }
    ),
    { numRuns: 300 }
  )
  expect(asked).toBeGreaterThan(0)
  expect(unreached).toBeGreaterThan(0)
})
