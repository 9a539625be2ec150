import {
  assigned,
  at,
  child,
  closedOn,
  completed,
  episodeId,
  found,
  interviewer,
  missing,
  offered,
  returned,
  type Told,
  withOwnDays,
  worker
} from "@safe-return/casework/testing"
import { addHours, type Calendars, calendars, civilDay, type Instant } from "@safe-return/domain/calendar"
import type { Reminder } from "@safe-return/domain/deadlines"
import { PersonId } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { owedMessages } from "../../src/owed/owed.ts"
import { reminderKey } from "../../src/owed/remindersOwed.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { caseSnapshot, sentUnder } from "../../testing/caseSnapshot.ts"

const [coordinator, manager, duty] = ["U0COORDINATOR", "U0MANAGER", "U0DUTY"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]
const there: Roster = {
  ...emptyRoster,
  holders: {
    "missing-coordinator": [coordinator],
    "team-manager": [manager],
    "head-of-service": [],
    "out-of-hours-duty": [duty]
  }
}

const remindersAt = (told: ReadonlyArray<Told>, now: Instant, on: Calendars = calendars, who: Roster = there) =>
  owedMessages(caseSnapshot(told, { there: who, allocatedWorker: worker, calendars: on, now })).filter(({ key }) =>
    key.startsWith("reminder:")
  )

/** The recipients, by the end of the key's stage. */
const recipients = (told: ReadonlyArray<Told>, now: Instant, stage: string, who: Roster = there) =>
  remindersAt(told, now, calendars, who)
    .filter(({ key }) => key.includes(`:${stage}`))
    .map(({ place }) => (place._tag === "Person" ? place.person : place._tag))
    .sort()

/** Back on Tuesday 24 November at 00:00, so that the 72 hours are over on Friday at 00:00, when nobody is in the office. */
const home = [missing(), returned(6)]

it("what was sent before anyone had the interview is ended, in words, once a person has it", () => {
  const overdue = [...home]
  const sent = remindersAt(overdue, at(79)).map(({ key }) => key)
  expect(sent.some((key) => key.includes(":breach:"))).toBe(true)
  const later = { there, allocatedWorker: worker, delivered: sentUnder(sent), now: at(82) }
  const after = owedMessages(caseSnapshot([...overdue, assigned(80)], later)).filter(({ key }) => sent.includes(key))
  const said = after.map(({ message }) => message())
  expect(after).toHaveLength(sent.length)
  for (const one of said) {
    expect(one).toMatchObject({ _tag: "RequestOver", outcome: { _tag: "InterviewWith", interviewer } })
  }
  const before = owedMessages(caseSnapshot(overdue, later)).filter(({ key }) => sent.includes(key))
  expect(before.some(({ message }) => message()._tag === "RequestOver")).toBe(false)
})

const other = PersonId.make("U0MANAGER2")
const withManagers = (managers: ReadonlyArray<PersonId>): Roster => ({
  ...there,
  holders: { ...there.holders, "team-manager": managers }
})
const onLeave = (cover: PersonId): Roster => ({
  ...there,
  acting: (person) =>
    person === manager
      ? { _tag: "Cover", person: cover, away: { from: civilDay(2026, 11, 27), for: "leave" } }
      : { _tag: "Themselves" }
})

it.each([
  { how: "is another's", who: withManagers([other]), people: [interviewer, other] },
  { how: "is covered", who: onLeave(other), people: [interviewer, other] },
  { how: "is nobody's", who: withManagers([]), people: [interviewer, coordinator] }
])("an overdue message ends with the names of those it asks, once its manager's role $how", ({ who, people }) => {
  const told = [...home, assigned(7)]
  const sent = remindersAt(told, at(79)).map(({ key }) => key)
  // Before the list of the morning names the interview, and after it.
  for (const now of [at(82), at(90)]) {
    const delivered = sentUnder(sent)
    const owed = owedMessages(caseSnapshot(told, { there: who, allocatedWorker: worker, delivered, now }))
    const toManager = owed.find(({ key }) => sent.includes(key) && key.endsWith(`:${manager}`))
    expect(toManager?.message()).toMatchObject({ _tag: "RequestOver", outcome: { _tag: "WithOthers", people } })
  }
})

describe("reminders that are owed", () => {
  it("of the 72 hours go to the interviewer, and to no duty team, who could do nothing", () => {
    const told = [...home, assigned(7)]
    expect(recipients(told, at(54), "24h")).toEqual(["MissingChannel", interviewer].sort())
  })

  it("of an interview that nobody has go to the co-ordinators, and climb to the managers", () => {
    expect(recipients(home, at(54), "24h")).toEqual(["MissingChannel", coordinator].sort())
    expect(recipients(home, at(74), "4h")).toEqual(["MissingChannel", coordinator, manager].sort())
    expect(recipients(home, at(79), "breach")).toEqual(["MissingChannel", coordinator, manager].sort())
  })

  it("that nobody has the interview come by the last working hour before the breach", () => {
    // Back on Christmas Eve at 15:30: the 72 hours are over on Sunday, and the office opens again on Tuesday.
    const christmas = 21.5 + 24 * 30
    const told = [missing(christmas - 6), returned(christmas)]
    expect(recipients(told, at(christmas + 0.4), "no-interviewer")).toEqual([])
    expect(recipients(told, at(christmas + 0.5), "no-interviewer")).toEqual(["MissingChannel", coordinator].sort())
    // After the office has closed for days: at once, and the news of the return asks the co-ordinator.
    const evening = [missing(christmas - 6), returned(christmas + 4)]
    expect(recipients(evening, at(christmas + 4), "no-interviewer")).toEqual(["MissingChannel"])
  })

  it("that an interview has nobody go to the episode's own co-ordinator, else to all of them", () => {
    const own = PersonId.make("U0OWN")
    const handedOver: Told = {
      by: coordinator,
      now: at(6.5),
      command: { _tag: "HandOver", episodeId, coordinator: own }
    }
    const allocated: ReadonlyArray<Told> = [
      {
        by: coordinator,
        now: at(6.2),
        command: { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker } }
      }
    ]
    expect(recipients(home, at(54), "no-interviewer")).toEqual(["MissingChannel", coordinator])
    expect(recipients([...home, ...allocated, handedOver], at(54), "no-interviewer")).toEqual(["MissingChannel", own])
  })

  it("at the breach go to the managers too, who are named", () => {
    const told = [...home, assigned(7)]
    expect(recipients(told, at(79), "breach")).toEqual(["MissingChannel", interviewer, manager].sort())
    const breach = remindersAt(told, at(79))
    for (const { message } of breach) {
      expect(message()).toMatchObject({ _tag: "InterviewOverdue", child, managers: [manager], interviewer })
    }
    expect(Object.fromEntries(breach.map(({ key, supersedes }) => [key, supersedes]))).toMatchInlineSnapshot(`
      {
        "reminder:episode-1:breach:1795737600000": [
          "reminder:episode-1:24h:1795737600000",
          "reminder:episode-1:4h:1795737600000",
          "reminder:episode-1:not-offered:1795525200000",
        ],
        "reminder:episode-1:breach:1795737600000:U0INTERVIEWER": [
          "reminder:episode-1:24h:1795737600000:U0INTERVIEWER",
          "reminder:episode-1:4h:1795737600000:U0INTERVIEWER",
          "reminder:episode-1:not-offered:1795525200000:U0INTERVIEWER",
        ],
        "reminder:episode-1:breach:1795737600000:U0MANAGER": [
          "reminder:episode-1:24h:1795737600000:U0MANAGER",
          "reminder:episode-1:4h:1795737600000:U0MANAGER",
          "reminder:episode-1:not-offered:1795525200000:U0MANAGER",
        ],
      }
    `)
  })

  it("at the breach go to the next role where no manager can be told", () => {
    const told = [...home, assigned(7)]
    const head = PersonId.make("U0HEAD")
    const withHead: Roster = { ...there, holders: { ...there.holders, "head-of-service": [head] } }
    const noManager = { ...withHead, canBeTold: (person: PersonId) => person !== manager }
    expect(recipients(told, at(79), "breach", noManager)).toEqual(["MissingChannel", head, interviewer].sort())
    const unset = { ...withHead, holders: { ...withHead.holders, "team-manager": [] } }
    expect(recipients(told, at(79), "breach", unset)).toEqual(["MissingChannel", head, interviewer].sort())
    const onlyCoordinator = { ...there, canBeTold: (person: PersonId) => person !== manager }
    expect(recipients(told, at(79), "breach", onlyCoordinator)).toContain(coordinator)
  })

  it("are none of the deadline once a morning's list has named the interview", () => {
    const told = [...home, assigned(7)]
    // Friday at 09:00: the office is open.
    expect(
      remindersAt(told, addHours(at(87), -0.01))
        .map(({ key }) => key)
        .join()
    ).toContain(":breach:")
    expect(remindersAt(told, at(87))).toEqual([])
    expect(remindersAt(home, at(87 + 72))).toEqual([])
  })

  it("say that it is overdue where that was learnt after the list, until the next names it", () => {
    // Back since Tuesday, which is recorded on Friday at 10:00.
    const late = { ...returned(6), now: at(88) }
    expect(recipients([missing(), late], at(88), "breach")).toEqual(["MissingChannel", coordinator, manager].sort())
    expect(remindersAt([missing(), late], at(87 + 72))).toEqual([])
  })

  it("of what waits go to those who can do it, once the office is open", () => {
    expect(recipients([missing(), found(5)], at(8), "no-")).toEqual([])
    expect(recipients([missing(), found(5)], at(20), "no-return-time")).toEqual(["MissingChannel", coordinator].sort())
    expect(recipients(home, at(20), "no-interviewer")).toEqual(["MissingChannel", coordinator].sort())
    expect(recipients(home, at(20), "not-offered")).toEqual([])
    expect(recipients([...home, assigned(7)], at(20), "not-offered")).toEqual(["MissingChannel", interviewer].sort())
    expect(recipients([...home, assigned(7), offered(8)], at(20), "not-offered")).toEqual([])
  })

  it("of unanswered questions go to the allocated worker alone", () => {
    const told = [...home, assigned(7), offered(8, "accepted"), completed(20)]
    expect(recipients(told, at(90), "considerations")).toEqual([worker])
  })

  it("wait over a day on which the council's offices are closed", () => {
    // Tuesday, the day of the return.
    const on = withOwnDays(closedOn(civilDay(2026, 11, 24)))
    const keys = (now: Instant, own?: Calendars) => remindersAt(home, now, own).map(({ key }) => key)
    expect(keys(at(20)).some((key) => key.includes("no-interviewer"))).toBe(true)
    expect(keys(at(20), on)).toEqual([])
    expect(keys(at(44), on).some((key) => key.includes("no-interviewer"))).toBe(true)
  })

  it("say in facts what is due, overdue or late", () => {
    const tags = (told: ReadonlyArray<Told>, now: Instant) => [
      ...new Set(remindersAt(told, now).map(({ message }) => message()._tag))
    ]
    expect(tags([...home, assigned(7), offered(8)], at(54))).toEqual(["InterviewDue"])
    expect(tags(home, at(79))).toEqual(["InterviewOverdue"])
    expect(tags(home, at(20))).toEqual(["LateStep"])
  })
})

it("a planned time that passed is asked of who has the interview, and of nobody else", () => {
  const given = assigned(7)
  const planned = { ...given, command: { ...given.command, plannedFor: at(16) } as Told["command"] }
  expect(recipients([...home, planned], at(17.9), "plan-passed")).toEqual([])
  expect(recipients([...home, planned], at(18.1), "plan-passed")).toEqual([interviewer])
  const [asked] = remindersAt([...home, planned], at(18.1)).filter(({ key }) => key.includes("plan-passed"))
  const words = asked && makePlainTextRenderer(String).render(asked.message()).lines.join(" ")
  expect(words).toContain("The interview was planned for Tue 24 Nov, 10:00, and nothing is recorded of it since.")
})

it("a reminder of each kind keeps the key it was first sent under", () => {
  const keyOf = (stage: Reminder["stage"]) =>
    reminderKey({ episodeId, stage, level: "routine", at: at(1), dueAt: at(2) })
  const stages: ReadonlyArray<readonly [Reminder["stage"], string]> = [
    [{ _tag: "Before", hours: 24 }, "24h"],
    [{ _tag: "Breach" }, "breach"],
    [{ _tag: "OverdueMorning", day: civilDay(2026, 11, 27) }, `overdue-${civilDay(2026, 11, 27)}`],
    [{ _tag: "NoReturnTime" }, "no-return-time"],
    [{ _tag: "NoInterviewer" }, "no-interviewer"],
    [{ _tag: "NotOffered" }, "not-offered"],
    [{ _tag: "PlanPassed", plannedFor: at(0) }, "plan-passed"],
    [{ _tag: "ConsiderationsUnanswered" }, "considerations"]
  ]
  for (const [stage, named] of stages) expect(keyOf(stage)).toBe(`reminder:episode-1:${named}:${at(2)}`)
})
