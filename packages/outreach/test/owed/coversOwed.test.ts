import {
  assigned,
  at,
  child,
  episodeId,
  interviewer,
  manager,
  missing,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import { addDays, type CivilDay, civilDay, type Instant, startOfLondonDay } from "@safe-return/domain/calendar"
import { type Availability, type Away, actingFor, withAbsence, withReturnOn } from "@safe-return/domain/escalation"
import { type ChildReference, type ChildState, PersonId } from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Message } from "../../src/message/Message.ts"
import { type CoverFacts, coverMessages } from "../../src/owed/coversOwed.ts"
import { keptTrueFrom } from "../../src/owed/handOversOwed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster } from "../../src/recipients/Roster.ts"

const [cover, another] = [PersonId.make("U0COVER"), PersonId.make("U0ANOTHER")]
const plain = makePlainTextRenderer((person) => person)

const monday = civilDay(2026, 11, 23)
const noon = (day: CivilDay): Instant => (startOfLondonDay(day) + 12 * 3_600_000) as Instant

interface Beside extends Partial<Pick<CoverFacts, "there" | "allocatedWorkers">> {
  readonly states?: ReadonlyMap<ChildReference, ChildState>
}

/** What covers have before them, over time. */
const openCovers = () => {
  const delivered = new Map<DeliveryKey, Delivery>()
  const shown = new Map<DeliveryKey, Message>()
  let availability: ReadonlyMap<PersonId, Availability> = new Map()
  return {
    shown,
    known: () => availability,
    change: (person: PersonId, to: (known: Availability) => Availability) => {
      availability = new Map(availability).set(person, to(availability.get(person) ?? { away: [] }))
    },
    /** Sends and changes what is owed; who got something new. */
    look: (day: CivilDay, { states = new Map(), there = emptyRoster, allocatedWorkers = new Map() }: Beside = {}) => {
      const now = noon(day)
      const fresh: Array<PersonId> = []
      for (const owed of coverMessages({ states, availability, there, allocatedWorkers, delivered, now })) {
        const { key, place, message } = owed
        if (place._tag !== "Person") throw new Error(`${key} is for nobody`)
        if (!delivered.has(key)) fresh.push(place.person)
        shown.set(key, message())
        const before = delivered.get(key)
        // What stands is kept as if it had been sent lately, and what is over is not.
        const isOver = shown.get(key)?._tag === "CoverOver"
        const sentAt = isOver && before?._tag === "Sent" ? before.sentAt : now
        delivered.set(key, { _tag: "Sent", key, channel: "D1", ts: "1.0", fingerprint: "", sentAt })
      }
      return fresh
    },
    words: () => [...shown.values()].map((message) => plain.render(message).lines.join(" "))
  }
}

const week: Away = { from: monday, to: addDays(monday, 4), for: "sickness", cover }
const away =
  (more: Partial<Away> = {}) =>
  (known: Availability) =>
    withAbsence(known, { ...week, ...more })

describe("a person who covers", () => {
  it("is told once from when to when and who for, and never why", () => {
    const { change, look, words } = openCovers()
    change(worker, away())
    expect(look(addDays(monday, -7))).toEqual([cover])
    expect(look(monday)).toEqual([])
    const [said] = words()
    expect(said).toContain(`${worker} is away, and you cover. Mon 23 Nov`)
    expect(said).toContain("5 days")
    expect(said).not.toMatch(/sick/)
  })

  it("is told what they answer for, as it stands", () => {
    const { change, look, words } = openCovers()
    change(worker, away())
    change(interviewer, away())
    const there = { ...emptyRoster, holders: { ...emptyRoster.holders, "team-manager": [worker] } }
    const states = new Map([[child, tell([missing(), returned(6), assigned(7)]).state]])
    look(monday, { states, there, allocatedWorkers: new Map([[child, worker]]) })
    const [ofWorker, ofInterviewer] = words()
    expect(ofWorker).toContain(`what comes to a team manager • as the allocated worker: ${child}`)
    expect(ofInterviewer).toContain(`• return home interviews: ${child} (due Fri 27 Nov`)
    look(addDays(monday, 1))
    expect(words()[1]).toContain("Nothing of theirs is open")
  })

  it("reads of no child whose interviewer left out the worker they cover for", () => {
    const record = { _tag: "RecordInterview", episodeId, record: {}, keptFrom: [worker] } as const
    const told = [missing(), returned(6), assigned(7), { by: interviewer, now: at(8), command: record }]
    const states = new Map([[child, tell(told).state]])
    const { change, look, words } = openCovers()
    change(worker, away())
    look(monday, { states, allocatedWorkers: new Map([[child, worker]]) })
    expect(words().join(" ")).not.toContain(child)
  })

  it("reads of a new last day in the same message", () => {
    const { change, look, words } = openCovers()
    change(worker, away())
    look(monday)
    change(worker, away({ to: addDays(monday, 11) }))
    expect(look(monday)).toEqual([])
    expect(words()).toEqual([expect.stringContaining("12 days")])
  })

  it("reads that it is over, that it was withdrawn, that other days hold, or who covers now", () => {
    const back = openCovers()
    back.change(worker, away())
    back.look(monday)
    back.look(addDays(monday, 5))
    expect(back.words()).toEqual([
      expect.stringContaining(`${worker} is away no longer. What is for them comes to you`)
    ])

    const withdrawn = openCovers()
    withdrawn.change(worker, away())
    withdrawn.look(addDays(monday, -3))
    withdrawn.change(worker, (known) => withReturnOn(known, addDays(monday, -2)))
    withdrawn.look(addDays(monday, -2))
    expect(withdrawn.words()).toEqual([expect.stringContaining("was withdrawn")])

    const moved = openCovers()
    moved.change(worker, away())
    moved.look(addDays(monday, -3))
    moved.change(worker, away({ from: addDays(monday, -1) }))
    expect(moved.look(addDays(monday, -3))).toEqual([cover])
    expect(moved.words()).toEqual([
      expect.stringContaining("A later message says which"),
      expect.stringContaining("6 days")
    ])

    const given = openCovers()
    given.change(worker, away())
    given.look(monday)
    given.change(worker, away({ cover: another }))
    expect(given.look(monday)).toEqual([another])
    expect(given.words()[0]).toContain(`${another} covers for ${worker} now`)
    given.change(worker, away({ cover: undefined as never }))
    given.look(monday)
    expect(given.words().every((words) => words.includes("and nobody does"))).toBe(true)
  })

  it("is the cover of a cover who is away, on those days alone", () => {
    const { change, look, words } = openCovers()
    change(worker, away())
    change(cover, away({ from: addDays(monday, 2), to: addDays(monday, 9), cover: another }))
    expect(look(monday).toSorted()).toEqual([another, another, cover].toSorted())
    const said = words().filter((one) => one.includes(`${worker} is away`))
    expect(said[0]).toContain("Mon 23 Nov to Tue 24 Nov: 2 days")
    expect(said[1]).toContain("Wed 25 Nov to Fri 27 Nov: 3 days")
    expect(said[1]).toContain(`${cover} was to cover and is away too`)
  })

  it("is told nothing of an absence that is over; nobody is where no cover can be told", () => {
    for (const more of [{ to: addDays(monday, 1) }, { cover: undefined as never }]) {
      const { change, look } = openCovers()
      change(worker, away(more))
      expect(look(addDays(monday, 3))).toEqual([])
    }
    const { change, look } = openCovers()
    change(worker, away())
    expect(look(monday, { there: { ...emptyRoster, canBeTold: () => false } })).toEqual([])
  })
})

it("a cover who acts for a missing child and the person who is back are both told to speak", () => {
  const reported: ReadonlyArray<Told> = [
    missing(),
    {
      by: cover,
      now: at(1),
      command: { _tag: "AcknowledgeAlert", episodeId, by: cover, as: ["worker"] }
    }
  ]
  const states = new Map([[child, tell(reported).state]])
  const beside = { states, allocatedWorkers: new Map([[child, worker]]) }
  const { change, look, words } = openCovers()
  change(worker, away())
  expect(look(monday, beside)).toEqual([cover])
  change(worker, (known) => withReturnOn(known, addDays(monday, 1)))
  expect(look(addDays(monday, 1), beside).toSorted()).toEqual([cover, worker].toSorted())
  expect(look(addDays(monday, 1), beside)).toEqual([])
  expect(words().join(" ")).toContain(`${worker} is back. ${child} is missing, and that is theirs again`)
  expect(words().join(" ")).toContain(`${cover}, who covered for you, answered the alert`)
})

it("a person who was recorded as away is told who did so, until it is taken back", () => {
  const { change, look, words } = openCovers()
  change(worker, away({ recordedBy: manager }))
  expect(look(monday).toSorted()).toEqual([cover, worker].toSorted())
  expect(words().join(" ")).toContain(`${manager} recorded that you are away. Mon 23 Nov to Fri 27 Nov`)
  expect(look(addDays(monday, 1))).toEqual([])
  change(worker, (known) => withReturnOn(known, addDays(monday, 1)))
  look(addDays(monday, 1))
  expect(words().join(" ")).toContain("is over, was taken back")
  const own = openCovers()
  own.change(worker, away({ recordedBy: worker }))
  expect(own.look(monday)).toEqual([cover])
})

describe("a cover who has gone", () => {
  const there = { ...emptyRoster, holders: { ...emptyRoster.holders, "team-manager": [manager] } }

  it("is told of to who is away and to their manager, until another person covers", () => {
    const { change, look, words } = openCovers()
    change(worker, away())
    expect(look(addDays(monday, -7), { there })).toEqual([cover])
    change(cover, away({ from: addDays(monday, 2), to: addDays(monday, 9), cover: undefined as never }))
    expect(look(addDays(monday, -6), { there }).toSorted()).toEqual([manager, worker].toSorted())
    expect(look(addDays(monday, -5), { there })).toEqual([])
    const said = words().filter((one) => one.includes("Nobody covers"))
    expect(said).toEqual([
      expect.stringContaining(
        `You are away, and ${cover}, who was to cover, is away then too. Nobody covers: Wed 25 Nov`
      ),
      expect.stringContaining(`${worker} is away, and ${cover}, who was to cover, is away then too.`)
    ])
    change(worker, away({ cover: another }))
    expect(look(addDays(monday, -4), { there })).toEqual([another])
    const after = words()
    expect(after.filter((one) => one.includes("Nobody covers"))).toEqual([])
    expect(after).toContainEqual(expect.stringContaining(`${another} covers for you now`))
  })

  it("is told of where their account is closed, and no more once the time away is over", () => {
    const { change, look, words } = openCovers()
    change(worker, away())
    look(monday, { there })
    const closed = { ...there, canBeTold: (person: PersonId) => person !== cover }
    expect(look(addDays(monday, 1), { there: closed }).toSorted()).toEqual([manager, worker].toSorted())
    expect(words()).toContainEqual(expect.stringContaining("cannot be told anything here any more"))
    expect(look(addDays(monday, 6), { there: closed })).toEqual([])
    expect(words().filter((one) => one.includes("Now:"))).toEqual([])
  })

  it("is told of to nobody where no cover was named", () => {
    const { change, look } = openCovers()
    change(worker, away({ cover: undefined as never }))
    expect(look(monday, { there })).toEqual([])
  })
})

describe("whatever is recorded of absences, one after another", () => {
  const people = [worker, interviewer, manager, cover, another]
  const person = fc.constantFrom(...people)
  const step = fc.record({
    who: person,
    covers: fc.option(person, { nil: undefined }),
    from: fc.integer({ min: -3, max: 12 }),
    days: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
    isReturn: fc.boolean(),
    later: fc.nat({ max: 3 })
  })

  it("every cover of today has one message that says today, and nobody else has one", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const { change, look, known, shown } = openCovers()
        let today = monday
        for (const { who, covers, from, days, isReturn, later } of steps) {
          today = addDays(today, later)
          const first = addDays(today, from)
          const absence: Away = {
            from: first,
            for: "leave",
            ...(days === undefined ? {} : { to: addDays(first, days) }),
            ...(covers === undefined || covers === who ? {} : { cover: covers })
          }
          const day = today
          change(who, (before) => (isReturn ? withReturnOn(before, day) : withAbsence(before, absence)))
          look(today)
          const said = [...shown].flatMap(([key, message]) =>
            message._tag === "CoverRequest" &&
            message.days.some(({ from: one, to }) => one <= day && (to === undefined || day <= to))
              ? [`${message.person} ${key.split(":")[3]}`]
              : []
          )
          const covering = people.flatMap((one) => {
            const acting = actingFor(one, noon(day), (other) => known().get(other))
            return acting._tag === "Cover" ? [`${one} ${acting.person}`] : []
          })
          expect(said.toSorted()).toEqual(covering.toSorted())
        }
      })
    )
  })
})

it("an absence that is over is spoken of for as many days as the policy says", () => {
  expect(keptTrueFrom({ now: noon(monday) })).toBe(addDays(monday, -7))
  expect(keptTrueFrom({ now: noon(monday), actedOnDays: 3 })).toBe(addDays(monday, -3))
})
