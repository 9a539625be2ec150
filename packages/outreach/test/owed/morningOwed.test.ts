/** The one message of a working morning: who has it, once, and what is in it. */
import { knownAt } from "@safe-return/casework"
import {
  assigned,
  at,
  completed,
  entriesOf,
  episodeId,
  found,
  interviewer,
  manager,
  missing,
  notified,
  offered,
  returned,
  type Told,
  tell,
  worker
} from "@safe-return/casework/testing"
import {
  addDays,
  addHours,
  calendars,
  civilDay,
  type Instant,
  londonDayOf,
  londonTimeOn
} from "@safe-return/domain/calendar"
import { lastMorning } from "@safe-return/domain/deadlines"
import {
  CaseSystemReference,
  ChildReference,
  type ChildState,
  type Command,
  PersonId
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import {
  emptyRoster,
  type Message,
  makePlainTextRenderer,
  noticeOf,
  type Roster,
  type Style
} from "@safe-return/outreach"
import {
  type AskedDecision,
  digestOf,
  morningMessages,
  toldOfMorning,
  type UnacknowledgedAlert
} from "@safe-return/outreach/testing"
import { Option } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const [another, coordinator, cover] = ["U0ANOTHER", "U0COORDINATOR", "U0COVER"].map((id) => PersonId.make(id)) as [
  PersonId,
  PersonId,
  PersonId
]

const council: Roster = {
  ...emptyRoster,
  holders: { ...emptyRoster.holders, "missing-coordinator": [coordinator], "team-manager": [manager] },
  beside: { mash: [], worker: [worker], interviewer: [interviewer, another] }
}

const awayWithCover = (person: PersonId): Roster => ({
  ...council,
  acting: (one) =>
    one === person
      ? { _tag: "Cover", person: cover, away: { from: 20_000 as never, for: "leave" } }
      : { _tag: "Themselves" }
})

/** Back on Tuesday 24 November at 00:00: the 72 hours are over on Friday at 00:00. */
const home = [missing(), returned(6)]
const friday = londonTimeOn(civilDay(2026, 11, 27), 8 * 60 + 30)
const thursday = addHours(friday, -24)
const onThursday = "2026-11-26"
const childOf = (number: number) => ChildReference.make(`LCS-${20_000 + number}`)
const plannedAt = (hours: number, when: number): Told => {
  const given = assigned(hours)
  return { ...given, command: { ...given.command, plannedFor: at(when) } as Told["command"] }
}

type Children = ReadonlyArray<ReadonlyArray<Told>>
interface Beside {
  readonly there?: Roster
  readonly decisions?: ReadonlyArray<AskedDecision>
  readonly workers?: ReadonlyMap<ChildReference, PersonId>
  readonly unanswered?: Parameters<typeof morningMessages>[0]["unanswered"]
  readonly unacknowledged?: ReadonlyArray<UnacknowledgedAlert>
}

const { render } = makePlainTextRenderer((person) => `<${person}>`)

const plainStyle: Style = {
  workspace: "Slack",
  strong: (text) => text,
  code: (command) => command,
  text: (text) => text,
  person: (person) => person,
  sign: () => ""
}

/** What people took of the mornings, over time. */
const openMornings = (given: Children) => {
  const delivered = new Map<DeliveryKey, Delivery>()
  const shown = new Map<DeliveryKey, Message>()
  const sent = (key: DeliveryKey, now: Instant) =>
    delivered.set(key, { _tag: "Sent", key, channel: "D1", ts: "1", fingerprint: "", sentAt: now })
  const look = (
    now: Instant,
    { there = council, decisions = [], workers = new Map(), unanswered = [], unacknowledged = [] }: Beside = {}
  ) => {
    const told = given.map((one, index) => [childOf(index + 1), tell(one.filter((each) => each.now <= now))] as const)
    const { at: moment, summaryUntil } = Option.getOrThrow(lastMorning(rotherham, now, calendars))
    const known = new Map(
      told.flatMap(([child, { recorded }]): ReadonlyArray<[ChildReference, ChildState]> => {
        const state = knownAt(entriesOf(recorded, child), moment)
        return state === undefined ? [] : [[child, state]]
      })
    )
    const digest = digestOf({ states: known, policy: rotherham, calendars, announceFrom: at(-100), now: moment })
    const owed = morningMessages({
      told: toldOfMorning({
        at: moment,
        calendars,
        known,
        digest: Option.getOrUndefined(digest),
        allocatedWorkerOf: (child) => workers.get(child)
      }),
      there,
      calendars,
      delivered,
      now,
      summaryUntil,
      states: new Map(told.map(([child, { state }]) => [child, state])),
      decisions,
      unanswered,
      unacknowledged
    })
    expect(new Set(owed.map(({ key }) => key)).size).toBe(owed.length)
    const rang = owed.filter(({ key }) => !delivered.has(key)).map(({ key }) => key.split(":")[2])
    for (const { key, message } of owed) {
      sent(key, now)
      shown.set(key, message())
    }
    return rang
  }
  const wordsFor = (person: PersonId, day = "2026-11-27") => {
    const message = shown.get(`morning:${day}:${person}`)
    return message === undefined ? "" : [render(message).subject, ...render(message).lines].join("\n")
  }
  /** How many lines a person has a button beside. */
  const offersFor = (person: PersonId, day = "2026-11-27") => {
    const message = shown.get(`morning:${day}:${person}`)
    if (message?._tag !== "Morning") throw new Error("nothing was sent")
    const { paragraphs } = noticeOf(message, plainStyle)
    return paragraphs.filter((one) => typeof one === "object" && "todo" in one).length
  }
  const mayRecord = (person: PersonId, day = "2026-11-27") =>
    shown.get(`morning:${day}:${person}`)?.readerMay?.has("log-interview")
  return { look, sent, wordsFor, offersFor, mayRecord }
}

const reference = CaseSystemReference.make("LL-2026-1")
const step = (hours: number, by: PersonId, command: Command): Told => ({ by, now: at(hours), command })
const writtenUp = (hours: number) =>
  step(hours, interviewer, { _tag: "RecordInterviewReference", episodeId, reference })
const screened = (hours: number): ReadonlyArray<Told> => [
  step(hours, coordinator, { _tag: "RecordCaseReference", episodeId, reference }),
  step(hours, coordinator, { _tag: "RecordAllocation", episodeId, allocated: { concern: false } }),
  step(hours, coordinator, { _tag: "HandOver", episodeId, coordinator })
]
const finished = (hours: number): ReadonlyArray<Told> => [writtenUp(hours), ...screened(hours)]
const closed = (hours: number) => step(hours, coordinator, { _tag: "CloseEpisode", episodeId, hasDecisionLeft: false })

describe("the message of a working morning", () => {
  it("comes once to managers, co-ordinators and interviewers, with what each has to see to", () => {
    const { look, wordsFor } = openMornings([[...home, assigned(7)], home])
    expect(look(addHours(friday, -0.01))).not.toContain(interviewer)
    expect(look(friday)).toEqual([manager, coordinator, interviewer])
    expect(look(addHours(friday, 1))).toEqual([])
    for (const person of [manager, coordinator]) {
      expect(wordsFor(person)).toContain("Overdue: 2 return home interviews")
      expect(wordsFor(person)).toContain(childOf(2))
    }
    expect(wordsFor(manager)).toContain("Since Thu 26 Nov")
    expect(wordsFor(coordinator)).not.toContain("Since Thu 26 Nov")
    expect(wordsFor(interviewer)).toContain("Overdue: 1 return home interview")
    expect(wordsFor(interviewer)).not.toContain(childOf(2))
  })

  it("says to all who were alerted that nobody has acknowledged it, until a person does", () => {
    const alertedAt = addHours(friday, -10)
    const answeredAt = addHours(friday, 1)
    const reported = { ...missing(), now: alertedAt }
    const answer: Told = {
      by: coordinator,
      now: answeredAt,
      command: { _tag: "AcknowledgeAlert", episodeId, by: coordinator, as: ["missing-coordinator"] }
    }
    const { look, wordsFor } = openMornings([[reported, answer]])
    const unacknowledged = [worker, coordinator, manager].map((person) => ({ child: childOf(1), episodeId, person }))
    expect([...look(friday, { unacknowledged })].sort()).toEqual([worker, coordinator, manager].sort())
    expect(wordsFor(worker)).toContain("nobody has acknowledged the alert")
    expect(wordsFor(coordinator)).toContain(`${childOf(1)} is missing and nobody has acknowledged it`)
    expect(wordsFor(manager)).toContain("Nobody has acknowledged the alert.")
    look(answeredAt, { unacknowledged })
    for (const person of [worker, coordinator, manager]) {
      expect(wordsFor(person)).not.toMatch(/nobody has acknowledged/i)
    }
  })

  it("says to those on duty what could not be taken and nobody has answered, until a person does", () => {
    const [mash, duty] = [PersonId.make("U0MASH"), PersonId.make("U0DUTY")]
    const there: Roster = {
      ...council,
      holders: { ...council.holders, "out-of-hours-duty": [duty] },
      beside: { mash: [mash], worker: [], interviewer: [] }
    }
    const unanswered = [{ sentence: "A report could not be taken: ring the police.", since: thursday }]
    const { look, wordsFor } = openMornings([])
    expect([...look(friday, { there, unanswered })].sort()).toEqual([coordinator, duty, mash, manager].sort())
    expect(wordsFor(mash)).toContain("Nobody has answered this yet")
    expect(wordsFor(mash)).toContain("A report could not be taken: ring the police.")
    look(addHours(friday, 1), { there })
    expect(wordsFor(mash)).not.toContain("ring the police")
    const later = [{ sentence: "A report could not be taken: ring the police.", since: addHours(friday, 3) }]
    expect(openMornings([]).look(addHours(friday, 4), { there, unanswered: later })).toEqual([])
  })

  it("a summary goes to nobody who has nothing to read; with content, to managers until noon", () => {
    const { look } = openMornings([
      [...home, assigned(7), offered(8, "accepted"), completed(9), ...finished(10), closed(11)]
    ])
    expect(look(friday)).toEqual([])
    expect(openMornings([]).look(friday)).toEqual([])
    const stillMissing = [[missing()]]
    expect(openMornings(stillMissing).look(addHours(friday, 3))).toEqual([manager])
    expect(openMornings(stillMissing).look(addHours(friday, 4))).toEqual([])
  })

  it("counts an interview as not offered once a person has it, and names it once", () => {
    const wednesday = addHours(friday, -48)
    const given = [plannedAt(7, 40)]
    const { look, wordsFor } = openMornings([
      [...home, ...given],
      [missing(), returned(20), assigned(39)]
    ])
    look(wednesday)
    const words = () => wordsFor(manager, "2026-11-25")
    expect(words()).not.toContain("Also not offered yet")
    expect(words()).toContain("Not assigned: 1")
    look(at(39.5))
    expect(words()).toContain("Not assigned: 0")
    expect(words()).toContain("Not offered yet: 2")
  })

  it("says of a child who is still missing that nobody has acknowledged the alert", () => {
    const answer = step(87, manager, { _tag: "AcknowledgeAlert", episodeId, by: manager, as: ["team-manager"] })
    const { look, wordsFor } = openMornings([[missing(80), answer]])
    look(friday)
    expect(wordsFor(manager)).toContain("Nobody has acknowledged the alert")
    look(at(87.1))
    expect(wordsFor(manager)).not.toContain("Nobody has acknowledged")
  })

  it("names to the MASH a find whose report has not come, until it comes", () => {
    const mash = PersonId.make("U0MASH")
    const there: Roster = { ...council, beside: { mash: [mash], worker: [worker], interviewer: [interviewer] } }
    const waiting = notified(at(8), { kind: "found", foundAt: at(7) }, { reference: "SYP-2026-0000009" })
    const { look, wordsFor } = openMornings([[waiting]])
    expect(look(friday, { there })).toEqual([manager, mash])
    for (const person of [mash, manager]) {
      expect(wordsFor(person).match(new RegExp(`${childOf(1)} was found`, "g"))).toHaveLength(1)
      expect(wordsFor(person).split("\n")[0]).toContain("1 missing notification not received")
    }
    const come = notified(
      addHours(friday, 0.5),
      {
        kind: "missing",
        absence: "missing",
        missingFrom: "care",
        risk: "high",
        missingAt: at(1),
        reportedAt: at(2)
      },
      { reference: "SYP-2026-0000009" }
    )
    const later = openMornings([[waiting, come]])
    later.look(friday, { there })
    later.look(addHours(friday, 1), { there })
    expect(later.wordsFor(mash)).not.toContain("was found")
    expect(later.wordsFor(mash)).toContain("nothing here is left for you")
  })

  it("names to those who give them out the interviews that nobody has, before they are due", () => {
    const { look, wordsFor } = openMornings([[missing(), returned(60)]])
    expect(look(thursday)).toEqual([manager, coordinator])
    for (const person of [manager, coordinator]) {
      expect(wordsFor(person, "2026-11-26")).toContain("Also not assigned: 1 return home interview")
      expect(wordsFor(person, "2026-11-26").match(/not assigned:/g)).toHaveLength(1)
    }
    expect(look(addHours(thursday, 1))).toEqual([])
    expect(openMornings([[missing(), returned(60), assigned(61)]]).look(thursday)).not.toContain(coordinator)
  })

  it("names the trigger of every child once, whatever else waits for a decision there", () => {
    const { look, wordsFor } = openMornings(Array.from({ length: 7 }, () => [missing()]))
    const children = Array.from({ length: 7 }, (_, nth) => childOf(nth + 1))
    const decisions = children.map(
      (child): AskedDecision => ({ person: manager, child, episodeId, opens: "everything" })
    )
    look(friday, { decisions })
    const words = wordsFor(manager)
    expect(words.match(/Not found quickly/g)).toHaveLength(children.length)
    expect(words.match(/a decision waits for you/g)).toHaveLength(5)
    for (const child of children.slice(5)) expect(words).toContain(`${child} Not found quickly`)
  })

  it("names a return of the night before it, and does not say that nothing waits", () => {
    // Back on Friday at 00:46.
    const { look, wordsFor } = openMornings([[missing(), returned(78.77)]])
    const decision: AskedDecision = { person: manager, child: childOf(1), episodeId, opens: "everything" }
    look(friday, { decisions: [decision] })
    expect(wordsFor(manager)).toContain("1 returned (LCS-20001)")
    expect(wordsFor(manager)).not.toContain("nothing is waiting")
  })

  it("comes on no weekend, no bank holiday and no day between, over Christmas", () => {
    const overdue = openMornings([[...home, assigned(7)]])
    const days = Array.from({ length: 14 }, (_, index) => addDays(civilDay(2026, 12, 19), index))
    const looks = days.flatMap((day) => [8 * 60 + 30, 12 * 60, 23 * 60].map((minutes) => londonTimeOn(day, minutes)))
    const come = looks.filter((now) => overdue.look(now).length > 0)
    expect(come.map(londonDayOf)).toEqual([21, 22, 23, 24, 29, 30, 31].map((day) => civilDay(2026, 12, day)))
    for (const holder of ["team-manager", "missing-coordinator"] as const) {
      const there = { ...council, holders: { ...council.holders, [holder]: [another] } }
      // A person who takes over on a holiday is sent nothing of the working day before.
      expect(overdue.look(londonTimeOn(civilDay(2026, 12, 26), 10 * 60), { there })).toEqual([])
    }
  })

  it("the summary has what its reader has planned or due today, the earliest first", () => {
    const { look, wordsFor } = openMornings([
      [...home, plannedAt(7, 70)],
      [missing(), returned(2), assigned(7)]
    ])
    const workers = new Map([[childOf(1), worker]])
    expect(look(thursday, { workers })).toEqual([manager, coordinator, interviewer, worker])
    const words = wordsFor(interviewer, "2026-11-26")
    expect(words).toContain("Today: 2 return home interviews planned or due")
    expect(words.indexOf("planned for 16:00")).toBeGreaterThan(0)
    expect(wordsFor(worker, "2026-11-26")).toContain("Today: 1 return home interview planned or due")
  })

  it("shows through the day what became of each, and rings for none of it", () => {
    const { look, wordsFor } = openMornings([
      [...home, assigned(7), offered(88, "accepted"), completed(89)],
      [...home, assigned(7)]
    ])
    look(friday)
    expect(look(at(91))).toEqual([])
    expect(wordsFor(interviewer)).toContain(`${childOf(1)} · Interview completed`)
    expect(wordsFor(manager)).toContain("1 overdue, longest LCS-20002")
  })

  it("lists an interview that was given to another no more, and offers its log to nobody else", () => {
    const toAnother: Told = {
      ...assigned(87),
      command: { ...assigned(87).command, interviewer: another } as Told["command"]
    }
    const mine = [...home, assigned(7)]
    const { look, wordsFor, offersFor } = openMornings([[...mine, toAnother], mine])
    const workers = new Map([[childOf(1), worker]])
    look(friday, { workers })
    expect(offersFor(interviewer)).toBe(2)
    look(addHours(friday, 1), { workers })
    expect(wordsFor(interviewer)).not.toContain(childOf(1))
    expect(wordsFor(interviewer)).toContain("Overdue: 1 return home interview")
    expect(offersFor(interviewer)).toBe(1)
    expect(wordsFor(manager)).toContain(childOf(1))
    const planned = openMornings([[...home, plannedAt(7, 70)]])
    planned.look(thursday, { workers })
    expect(planned.offersFor(worker, "2026-11-26")).toBe(0)
    expect(planned.offersFor(interviewer, "2026-11-26")).toBe(1)
  })

  it("has a button for a known adult's interview, and none for who covers for them", () => {
    const given = {
      ...assigned(7, true),
      command: { ...assigned(7, true).command, interviewer: worker } as Told["command"]
    }
    const todosFor = (person: PersonId, there: Roster) => {
      const { look, offersFor, mayRecord } = openMornings([[...home, given]])
      look(friday, { there })
      return [mayRecord(person), offersFor(person)]
    }
    expect(todosFor(worker, council)).toEqual([true, 1])
    const inPlace = awayWithCover(worker)
    const beside = { mash: [], worker: [worker, cover], interviewer: [interviewer] }
    expect(todosFor(cover, { ...inPlace, beside })).toEqual([true, 0])
    expect(todosFor(cover, { ...inPlace, beside: { ...beside, interviewer: [cover] } })).toEqual([true, 1])
  })

  it("says nothing more of a child to a worker who was replaced that morning", () => {
    const replaced: Told = {
      by: manager,
      now: addHours(thursday, 0.5),
      command: { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker: another } }
    }
    const { look, wordsFor } = openMornings([[...home, plannedAt(7, 70), replaced]])
    const workers = new Map([[childOf(1), worker]])
    look(thursday, { workers })
    expect(wordsFor(worker, "2026-11-26")).toContain(childOf(1))
    look(addHours(thursday, 1), { workers })
    expect(wordsFor(worker, "2026-11-26")).not.toContain(childOf(1))
    expect(wordsFor(interviewer, "2026-11-26")).toContain(childOf(1))
  })

  it("marks what is counted from the find as provisional, and names what was brought in", () => {
    const { look, wordsFor } = openMornings([[missing(), found(6)]])
    look(friday)
    expect(wordsFor(coordinator)).toContain("(provisional, 8 h 30 min overdue)")
  })

  it("goes to the cover, who reads the name they cover for, and to nobody twice", () => {
    const ofInterviewer = openMornings([[...home, assigned(7)]])
    expect(ofInterviewer.look(friday, { there: awayWithCover(interviewer) })).toEqual([
      manager,
      coordinator,
      interviewer,
      cover
    ])
    expect(ofInterviewer.wordsFor(cover)).toContain(`You cover for <${interviewer}>.`)
    const ofManager = openMornings([home])
    expect(ofManager.look(friday, { there: awayWithCover(manager) })).toEqual([cover, coordinator])
    expect(ofManager.wordsFor(cover)).toContain(`You cover for <${manager}>.`)
    // A co-ordinator who interviews and covers has all of it in one.
    const both = { ...awayWithCover(interviewer), acting: awayWithCover(interviewer).acting }
    const holders = { ...council.holders, "missing-coordinator": [cover] }
    expect(openMornings([[...home, assigned(7)]]).look(friday, { there: { ...both, holders } })).toEqual([
      manager,
      cover,
      interviewer
    ])
  })

  it("has the decisions that wait for a person, by reference alone, until they are taken", () => {
    const { look, wordsFor } = openMornings([[missing()]])
    const decision: AskedDecision = { person: worker, child: childOf(1), episodeId, opens: "everything" }
    expect(look(friday, { decisions: [decision] })).toEqual([manager, worker])
    expect(wordsFor(worker)).toContain(`${childOf(1)} · a decision waits for you`)
    expect(look(addHours(friday, 1))).toEqual([])
    expect(wordsFor(worker)).toContain("nothing here is left for you")
  })

  it("a decision that was taken since the morning is said to be", () => {
    const { look, wordsFor, offersFor } = openMornings([[missing()]])
    const decision: AskedDecision = { person: worker, child: childOf(1), episodeId, opens: "everything" }
    look(friday, { decisions: [decision] })
    expect(offersFor(worker)).toBe(1)
    look(addHours(friday, 1), { decisions: [{ ...decision, isTaken: true }] })
    expect(wordsFor(worker)).toContain(`${childOf(1)} · decided`)
    expect(wordsFor(worker)).toContain("nothing here is left for you")
    expect(offersFor(worker)).toBe(0)
  })

  it("the summary names nothing that was seen to since the morning", () => {
    const { look, wordsFor } = openMornings([
      [missing(), returned(64)],
      [missing(), returned(60), assigned(61), offered(64)]
    ])
    look(thursday)
    const morning = wordsFor(manager, onThursday)
    expect(morning).toContain(`Still missing\n• ${childOf(1)}`)
    expect(morning).toContain(`Also not offered yet\n• ${childOf(2)}`)
    expect(morning).toContain(`${childOf(1)} Not found quickly`)
    look(addHours(thursday, 5))
    expect(wordsFor(manager, onThursday)).not.toContain("Still missing\n")
    expect(wordsFor(manager, onThursday)).not.toContain("Also not offered yet")
    expect(wordsFor(manager, onThursday)).not.toContain("Not found quickly")
  })

  it("a dropped plan leaves its interviewer's morning and is named in those of others", () => {
    const planned = [missing(), returned(60), plannedAt(61, 64)]
    const toAnother: Told = {
      ...assigned(63),
      command: { ...assigned(63).command, interviewer: another } as Told["command"]
    }
    const { look, wordsFor } = openMornings([[...planned, toAnother]])
    look(thursday)
    expect(wordsFor(interviewer, onThursday)).toContain("Today: 1 return home interview planned or due")
    look(addHours(thursday, 4))
    expect(wordsFor(interviewer, onThursday)).not.toContain("Today: ")
    expect(wordsFor(manager, onThursday)).toContain("was planned for Thu 26 Nov, 10:00, and that time is dropped")
  })

  it("a deadline in the night is due on the last working day before it", () => {
    const { look, wordsFor } = openMornings([[...home, assigned(7)]])
    look(addHours(thursday, -24))
    expect(wordsFor(manager, "2026-11-25")).toContain("Due today: 0")
    look(thursday)
    expect(wordsFor(manager, onThursday)).toContain("Due today: 1")
    for (const reader of [interviewer, coordinator]) {
      expect(wordsFor(reader, onThursday)).toContain("Today: 1 return home interview planned or due")
    }
  })

  it("an overdue interview that is planned for today says when, to the allocated worker too", () => {
    const { look, wordsFor } = openMornings([[...home, plannedAt(7, 95)]])
    const workers = new Map([[childOf(1), worker]])
    expect(look(friday, { workers })).toContain(worker)
    for (const person of [manager, interviewer]) expect(wordsFor(person)).toContain("planned for Fri 27 Nov, 17:00")
    expect(wordsFor(worker)).toContain("Today: 1 return home interview planned or due")
    expect(wordsFor(worker)).toContain("planned for 17:00")
  })

  it("no summary starts on the morning of an update for a reader who had one or a list already", () => {
    const { look, sent } = openMornings([[...home, assigned(7)]])
    sent(`digest:2026-11-27:${manager}`, friday)
    sent(`overdue:${addHours(friday, 0.5)}:${interviewer}:1:${interviewer}`, friday)
    expect(look(addHours(friday, 1))).toEqual([coordinator])
  })
})

describe("what is left once the interview is settled", () => {
  const settled = [
    ...home,
    assigned(7),
    offered(8, "accepted"),
    completed(9, { harmDisclosed: "no", exploitation: [] })
  ]

  it("stands in the morning of who can do each part, until it is done", () => {
    const { look, wordsFor, offersFor } = openMornings([[...settled, writtenUp(95), ...screened(96)]])
    expect(look(friday)).toEqual([coordinator, interviewer])
    expect(wordsFor(interviewer)).toContain("To write up: 1")
    expect(wordsFor(interviewer)).toContain("record the interview's case system reference")
    expect(wordsFor(interviewer)).not.toContain("choose its Missing Co-ordinator")
    expect(wordsFor(coordinator)).toContain("To finish or close: 1")
    expect(wordsFor(coordinator)).toContain("choose its Missing Co-ordinator")
    expect(wordsFor(coordinator)).not.toContain("record the interview's case system reference")
    expect([offersFor(interviewer), offersFor(coordinator)]).toEqual([1, 1])
    expect(look(at(97))).toEqual([])
    for (const person of [coordinator, interviewer]) {
      expect(wordsFor(person)).toContain("nothing here is left for you")
      expect(offersFor(person)).toBe(0)
    }
  })

  it("is the co-ordinators' to close, and to write up where its interviewer cannot be told", () => {
    const ready = openMornings([[...settled, ...finished(20)]])
    expect(ready.look(friday)).toEqual([coordinator])
    expect(ready.wordsFor(coordinator)).toContain("nothing is left to do: it can be closed")
    const gone = openMornings([[...settled, ...screened(20)]])
    const there = { ...council, canBeTold: (person: PersonId) => person !== interviewer }
    expect(gone.look(friday, { there })).toContain(coordinator)
    expect(gone.wordsFor(coordinator)).toContain("record the interview's case system reference")
  })

  it("is not to be closed while a decision waits", () => {
    const harm = [...home, assigned(7), offered(8, "accepted"), completed(9), ...finished(20)]
    expect(openMornings([harm]).look(friday)).toEqual([])
  })
})

const HEADING = /^(?:Overdue|Today|Also|To |Triggers|Records|Still missing|Found|Since|As of)/

/** The children that each part of a message names, under its heading. */
const partsOf = (words: string): ReadonlyMap<string, ReadonlyArray<string>> => {
  const parts = new Map<string, Array<string>>()
  let part: Array<string> = []
  for (const line of words.split("\n").slice(1)) {
    const child = /^(?:• )?LCS-\d+/.exec(line)
    if (child === null) {
      // Further lines of a child's own begin with neither.
      if (HEADING.exec(line) !== null) {
        part = []
        parts.set(line, part)
      }
    } else part.push(line.replace("• ", ""))
  }
  return parts
}

const countIn = (words: string, fact: string): number => Number(new RegExp(`^${fact}: (\\d+)$`, "m").exec(words)?.[1])

interface Own {
  readonly back: number
  readonly assigned: number | undefined
  readonly planned: number | undefined
  readonly offered: number | undefined
  readonly held: number | undefined
}

const own: fc.Arbitrary<Own> = fc.record({
  back: fc.integer({ min: 2, max: 80 }),
  assigned: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
  planned: fc.option(fc.integer({ min: 60, max: 110 }), { nil: undefined }),
  offered: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
  held: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined })
})

/** Found some hours after the child went missing; each step some hours after that. */
const historyOf = ({ back, assigned: given, planned, offered: offer, held }: Own) =>
  [
    missing(),
    returned(back),
    ...(given === undefined ? [] : [planned === undefined ? assigned(back + given) : plannedAt(back + given, planned)]),
    ...(given === undefined || offer === undefined ? [] : [offered(back + given + offer, "accepted")]),
    ...(given === undefined || held === undefined ? [] : [completed(back + given + held)])
  ] satisfies ReadonlyArray<Told>

describe("the parts of a message of the morning", () => {
  it("name each child once, as many as are counted, whatever is seen to that day", () => {
    let named = 0
    fc.assert(
      fc.property(fc.array(own, { minLength: 1, maxLength: 5 }), (children) => {
        const { look, wordsFor } = openMornings(children.map(historyOf))
        for (const hours of [0, 1, 3, 6, 10]) {
          look(addHours(friday, hours))
          for (const person of [manager, coordinator, interviewer]) {
            const words = wordsFor(person)
            if (words === "") continue
            const parts = partsOf(words)
            for (const [heading, lines] of parts) {
              const each = lines.map((line) => line.split(" ")[0])
              expect([heading, each]).toEqual([heading, [...new Set(each)]])
              const counts = [...heading.matchAll(/: (\d+) return home|, (\d+) (?:seen|assigned)/g)]
              const total = counts.reduce((sum, [, one, two]) => sum + Number(one ?? two), 0)
              if (counts.length > 0) expect([heading, lines.length]).toEqual([heading, total])
            }
            expect(
              words.split("\n").filter((line) => /^This morning|^As of|^You cover/.exec(line) === null)
            ).not.toEqual([])
            if (person !== manager) continue
            const all = [...parts.values()].flat()
            named += all.length
            for (const [fact, said] of [
              ["Not offered yet", "not offered yet"],
              ["Not assigned", "not assigned"]
            ] as const) {
              const lines = all.filter((line) => line.includes(said)).length
              if (lines !== countIn(words, fact)) throw new Error(words)
            }
          }
        }
      }),
      { numRuns: 40 }
    )
    expect(named).toBeGreaterThan(0)
  })

  it("name an interview once that is planned for the day and not offered yet", () => {
    const { look, wordsFor } = openMornings([[...[missing(), returned(50)], plannedAt(51, 90)]])
    look(friday)
    expect(wordsFor(manager)).toContain("Today: 1 return home interview planned or due")
    expect(wordsFor(manager)).not.toContain("Also not offered yet")
  })

  it("count as not offered what was given to an interviewer since the morning", () => {
    const { look, wordsFor } = openMornings([[...home, assigned(87)]])
    look(friday)
    expect(wordsFor(manager)).toContain("Not assigned: 1\nNot offered yet: 0")
    look(addHours(friday, 3))
    expect(wordsFor(manager)).toContain("Not assigned: 0\nNot offered yet: 1")
  })

  it("agree on an interview whose interviewer gave it up and its planned time with it", () => {
    const givenUp: Told = {
      by: interviewer,
      now: at(87),
      command: { _tag: "UnassignInterview", episodeId, reason: "interviewer-unavailable" }
    }
    const { look, wordsFor } = openMornings([[missing(), returned(50), plannedAt(51, 90), givenUp]])
    const workers = new Map([[childOf(1), worker]])
    look(friday, { workers })
    for (const reader of [coordinator, manager, worker]) expect(wordsFor(reader)).toContain("planned for 12:00")
    look(addHours(friday, 3), { workers })
    for (const reader of [coordinator, manager, worker]) {
      expect(wordsFor(reader)).toContain("was planned for Fri 27 Nov, 12:00, and that time is dropped")
      expect(wordsFor(reader)).not.toContain("Nothing is left")
    }
    expect(wordsFor(interviewer)).toContain("Nothing is left for you of this morning.")
  })

  it("say that nothing is left where all of it is another's by now", () => {
    const { look, wordsFor } = openMornings([
      [...home, assigned(7), offered(8, "accepted"), completed(9), writtenUp(88)]
    ])
    look(friday)
    expect(wordsFor(interviewer)).toContain("To write up: 1")
    look(addHours(friday, 3))
    expect(wordsFor(interviewer)).toContain("Nothing is left for you of this morning.")
  })
})
