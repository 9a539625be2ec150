/** The reminders of what has waited too long, and when each kind may be sent. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  calendars,
  englandAndWales,
  formatInstant,
  type Instant,
  isWorkingDay,
  londonDayOf
} from "../../src/calendar/index.ts"
import { isWorkingTime, kindOf, remindersOf } from "../../src/deadlines/index.ts"
import { type ChildState, type Command, evolve, PersonId } from "../../src/pathway/index.ts"
import { type Policy, type ReminderKind, rotherham } from "../../src/policy/index.ts"
import { missingSince } from "../escalation/missingSince.ts"
import { minutesAfter, moments, time } from "../escalation/moments.ts"
import {
  about,
  allocatedWorker,
  assign,
  completedAt,
  doneAt,
  found,
  interviewId,
  log,
  notify,
  returned
} from "../pathway/madeUpChild.ts"

const HOUR = 60
const hoursAfter = (from: Instant, hours: number) => minutesAfter(from, hours * HOUR)
const monday = time("2026-11-16T10:00:00Z")

/** Told of the child, their finding and return as each happens, an hour apart, and then of the rest. */
const backAt = (returnedAt: Instant, ...then: ReadonlyArray<readonly [hours: number, command: Command]>): ChildState =>
  then.reduce(
    (state, [hours, command]) => doneAt(state, hoursAfter(returnedAt, hours), command),
    doneAt(missingSince(hoursAfter(returnedAt, -2)), returnedAt, notify(returned(returnedAt, { sentAt: returnedAt })))
  )

const timesOf = (kind: ReminderKind, state: ChildState, now = monday) =>
  remindersOf(state, now, calendars).flatMap((reminder) =>
    kindOf(reminder.stage) === kind ? [formatInstant(reminder.at)] : []
  )

const manager = PersonId.make("made-up-manager")
const assigned = (hours: number) => [hours, assign()] as const
const declined = [3, log({ offeredAt: hoursAfter(monday, 2), response: "declined" })] as const

describe("what has waited too long", () => {
  it("nobody assigned: two working hours after the finding, until someone is", () => {
    expect(timesOf("no-interviewer", backAt(monday))).toEqual(["2026-11-16T12:00:00.000Z"])
    expect(timesOf("no-interviewer", backAt(monday, assigned(1)))).toEqual([])
    const evening = time("2026-12-18T18:30:00Z")
    expect(timesOf("no-interviewer", backAt(evening), evening)).toEqual(["2026-12-21T11:00:00.000Z"])
  })

  it("not offered: four working hours after the return, until it is, or there is an answer", () => {
    expect(timesOf("not-offered", backAt(monday, assigned(1)))).toEqual(["2026-11-16T14:00:00.000Z"])
    const offered = [2, log({ offeredAt: hoursAfter(monday, 1) })] as const
    expect(timesOf("not-offered", backAt(monday, assigned(1), offered))).toEqual([])
    expect(timesOf("not-offered", backAt(monday, assigned(1), declined))).toEqual([])
    const accepted = [2, log({ offeredAt: hoursAfter(monday, 1), response: "accepted" })] as const
    expect(timesOf("not-offered", backAt(monday, assigned(1), accepted))).toEqual([])
    // No decision leaves it so, but a journal may: it was offered, though nobody can say when.
    const event = { _tag: "InterviewAnswered", interviewId, response: "accepted" } as const
    const answered = { recordedAt: hoursAfter(monday, 2), recordedBy: manager, event }
    expect(timesOf("not-offered", evolve(backAt(monday, assigned(1)), answered))).toEqual([])
  })

  it("a planned time is asked about two hours later, until something is recorded of it", () => {
    const planned = (hours: number) => [1, assign({ plannedFor: hoursAfter(monday, hours) })] as const
    expect(timesOf("plan-passed", backAt(monday, planned(3)))).toEqual(["2026-11-16T15:00:00.000Z"])
    expect(timesOf("plan-passed", backAt(monday, planned(6)))).toEqual(["2026-11-17T09:00:00.000Z"])
    expect(timesOf("plan-passed", backAt(monday, assigned(1)))).toEqual([])
    const offeredAt = (hours: number) => [5, log({ offeredAt: hoursAfter(monday, hours) })] as const
    expect(timesOf("plan-passed", backAt(monday, planned(3), offeredAt(2)))).toHaveLength(1)
    expect(timesOf("plan-passed", backAt(monday, planned(3), offeredAt(3.5)))).toEqual([])
    const attempt = about("RecordAttempt", {
      attemptedAt: hoursAfter(monday, 3.2),
      method: "in-person",
      result: "no-reply"
    })
    expect(timesOf("plan-passed", backAt(monday, planned(3), [5, attempt]))).toEqual([])
    expect(timesOf("plan-passed", backAt(monday, planned(3), declined))).toEqual([])
  })

  it("a missing return time is asked for four hours after the finding, or the next morning", () => {
    const seen = (foundAt: Instant) =>
      doneAt(missingSince(hoursAfter(foundAt, -2)), foundAt, notify(found(foundAt, { sentAt: foundAt })))
    expect(timesOf("no-return-time", seen(monday))).toEqual(["2026-11-16T14:00:00.000Z"])
    expect(timesOf("no-return-time", seen(hoursAfter(monday, 5)))).toEqual(["2026-11-17T09:00:00.000Z"])
    const back = doneAt(seen(monday), hoursAfter(monday, 1), notify(returned(hoursAfter(monday, 1))))
    expect(timesOf("no-return-time", back)).toEqual([])
  })

  it("considerations: two working days after the interview was settled, by whichever way", () => {
    const held = [
      30,
      log({ offeredAt: hoursAfter(monday, 1), completed: completedAt(hoursAfter(monday, 29)) })
    ] as const
    expect(timesOf("considerations-unanswered", backAt(monday, assigned(1)))).toEqual([])
    expect(timesOf("considerations-unanswered", backAt(monday, assigned(1), held))).toEqual([
      "2026-11-19T09:00:00.000Z"
    ])
    expect(timesOf("considerations-unanswered", backAt(monday, assigned(1), declined))).toEqual([
      "2026-11-18T09:00:00.000Z"
    ])
    const allocated = [4, about("RecordAllocation", { allocated: { to: "social-worker", worker: allocatedWorker } })]
    expect(timesOf("considerations-unanswered", backAt(monday, assigned(1), declined, allocated as never))).toEqual([
      "2026-11-18T09:00:00.000Z"
    ])
    const nobody = [4, about("RecordAllocation", { allocated: { concern: false } })] as const
    expect(timesOf("considerations-unanswered", backAt(monday, assigned(1), declined, nobody))).toEqual([])
  })

  it("considerations count from when the interview was recorded, however long ago it was held", () => {
    const held = log({ offeredAt: hoursAfter(monday, 1), completed: completedAt(hoursAfter(monday, 29)) })
    expect(timesOf("considerations-unanswered", backAt(monday, assigned(1), [96, held]))).toEqual([
      "2026-11-24T09:00:00.000Z"
    ])
    const ruledOut = about("RecordNotDone", { reason: "unable-to-contact", decidedBy: manager })
    expect(timesOf("considerations-unanswered", backAt(monday, [96, ruledOut]))).toEqual(["2026-11-24T09:00:00.000Z"])
  })

  it("considerations wait for the child's return and for the last attempt or offer", () => {
    const unanswered = (...then: ReadonlyArray<readonly [hours: number, command: Command]>) =>
      timesOf("considerations-unanswered", backAt(monday, assigned(1), ...then))
    const carer = about("OfferToCarer", { offeredAt: hoursAfter(monday, 25), response: "declined" })
    expect(unanswered(declined, [26, carer])).toEqual(["2026-11-19T09:00:00.000Z"])
    const attempt = (hours: number) =>
      about("RecordAttempt", { attemptedAt: hoursAfter(monday, hours), method: "phone", result: "no-reply" })
    const decided = about("RecordNotDone", { reason: "unable-to-contact", decidedBy: manager })
    expect(unanswered([3, attempt(2)], [31, attempt(30)], [32, decided])).toEqual(["2026-11-19T09:00:00.000Z"])
    expect(unanswered([32, decided])).toEqual(["2026-11-19T09:00:00.000Z"])

    const seen = doneAt(missingSince(hoursAfter(monday, -2)), monday, notify(found(monday, { sentAt: monday })))
    const settled = doneAt(doneAt(seen, hoursAfter(monday, 1), assign()), hoursAfter(monday, 3), declined[1])
    expect(timesOf("considerations-unanswered", settled)).toEqual([])
  })

  it("counts from when the council was told, where that was later", () => {
    const late = doneAt(
      missingSince(monday, { missingAt: hoursAfter(monday, -20), reportedAt: hoursAfter(monday, -19) }),
      monday,
      notify(returned(hoursAfter(monday, -10)))
    )
    expect(timesOf("no-interviewer", late)).toEqual(["2026-11-16T12:00:00.000Z"])
    expect(timesOf("not-offered", late)).toEqual(["2026-11-16T14:00:00.000Z"])
  })
})

describe("an overdue interview", () => {
  const morningsTo = (now: string) => timesOf("overdue-morning", backAt(monday, assigned(1)), time(now))

  it("an overdue interview has the last working morning and the next, none in between", () => {
    expect(morningsTo("2026-11-16T10:00:00Z")).toEqual(["2026-11-20T09:00:00.000Z"])
    expect(morningsTo("2026-11-20T09:00:00Z")).toEqual(["2026-11-20T09:00:00.000Z", "2026-11-23T09:00:00.000Z"])
    expect(morningsTo("2026-11-22T12:00:00Z")).toEqual(["2026-11-20T09:00:00.000Z", "2026-11-23T09:00:00.000Z"])
    expect(morningsTo("2026-12-27T12:00:00Z")).toEqual(["2026-12-24T09:00:00.000Z", "2026-12-29T09:00:00.000Z"])
  })

  it("is spoken of for as long as it is owed", () => {
    const settled = backAt(monday, assigned(1), declined)
    expect(timesOf("overdue-morning", settled, time("2026-12-27T12:00:00Z"))).toEqual([])
    expect(morningsTo("2027-11-16T12:00:00Z")).toHaveLength(2)
  })
})

describe("at any time", () => {
  const states: fc.Arbitrary<readonly [ChildState, Instant]> = fc
    .tuple(moments, fc.constantFrom("found", "back", "assigned", "declined"), fc.nat(200))
    .map(([from, how, hours]) => {
      const now = hoursAfter(from, hours)
      if (how === "found")
        return [doneAt(missingSince(hoursAfter(from, -2)), from, notify(found(from, { sentAt: from }))), now]
      if (how === "back") return [backAt(from), now]
      const answer = log({ offeredAt: hoursAfter(from, 1), response: "declined" })
      return [how === "assigned" ? backAt(from, [1, assign()]) : backAt(from, [1, assign()], [2, answer]), now]
    })

  const hours = { opens: "09:00", closes: "17:00" }
  const keyOf = (reminder: ReturnType<typeof remindersOf>[number]) => JSON.stringify([reminder.stage, reminder.dueAt])

  it("routine reminders wait for the office, but that nobody has it not beyond the breach", () => {
    fc.assert(
      fc.property(states, ([state, now]) => {
        for (const { stage, level, at, dueAt } of remindersOf(state, now, calendars)) {
          // Held back to the last working hour before the breach at most.
          if (level === "routine" && stage._tag !== "NoInterviewer")
            expect(isWorkingTime(at, hours, englandAndWales)).toBe(true)
          if (stage._tag === "Breach") expect([level, at]).toEqual(["statutory", dueAt + 1])
          if (stage._tag === "Before") expect([level, at]).toEqual(["statutory", hoursAfter(dueAt, -stage.hours)])
          if (stage._tag === "OverdueMorning") expect(isWorkingDay(englandAndWales, londonDayOf(at))).toBe(true)
        }
      }),
      { numRuns: 300 }
    )
  })

  it("each reminder is there once, in order of time, and stays due while nothing changes", () => {
    fc.assert(
      fc.property(states, fc.nat(400), ([state, now], more) => {
        const later = hoursAfter(now, more)
        const [before, after] = [remindersOf(state, now, calendars), remindersOf(state, later, calendars)]
        expect(new Set(before.map(keyOf)).size).toBe(before.length)
        expect(before.map(({ at }) => at)).toEqual(before.map(({ at }) => at).toSorted((a, b) => a - b))
        const lasting = (some: typeof before, by: Instant) =>
          some.filter(({ at, stage }) => at <= by && stage._tag !== "OverdueMorning").map(keyOf)
        expect(lasting(after, later)).toEqual(expect.arrayContaining(lasting(before, now)))
      }),
      { numRuns: 300 }
    )
  })

  it("going from one to the next misses none, and no morning twice", () => {
    fc.assert(
      fc.property(moments, (from) => {
        const state = backAt(from, [1, assign()])
        const said: Array<string> = []
        let now = from
        while (said.length < 9) {
          const next = remindersOf(state, now, calendars).find(({ at }) => at > now)
          if (next === undefined) break
          const due = remindersOf(state, next.at, calendars).filter(({ at }) => at === next.at)
          expect(due.map(keyOf)).toContain(keyOf(next))
          said.push(...due.map(keyOf))
          now = next.at
        }
        expect(new Set(said).size).toBe(said.length)
        expect(said.length).toBeGreaterThanOrEqual(9)
      }),
      { numRuns: 100 }
    )
  })
})

describe("under a policy from before there were more than the first two", () => {
  const before: Policy = {
    ...rotherham,
    reminders: { hoursBefore: rotherham.reminders.hoursBefore, atBreach: true }
  }

  it("without office hours, considerations are asked for from the start of the day", () => {
    const { workingHours: _, ...allDay } = rotherham
    const back = (...then: ReadonlyArray<readonly [hours: number, command: Command]>) =>
      then.reduce(
        (state, [hours, command]) => doneAt(state, hoursAfter(monday, hours), command),
        doneAt(missingSince(hoursAfter(monday, -2), {}, allDay), monday, notify(returned(monday, { sentAt: monday })))
      )
    expect(remindersOf(back(), monday, calendars).map(({ stage }) => kindOf(stage))).not.toContain("no-interviewer")
    expect(timesOf("not-offered", back(assigned(1)))).toEqual([])
    expect(timesOf("considerations-unanswered", back(assigned(1), declined))).toEqual(["2026-11-18T00:00:00.000Z"])
  })

  it("asks for no considerations", () => {
    const state = doneAt(
      missingSince(hoursAfter(monday, -2), {}, before),
      monday,
      notify(returned(monday, { sentAt: monday }))
    )
    const settled = doneAt(doneAt(state, hoursAfter(monday, 1), assign()), hoursAfter(monday, 3), declined[1])
    expect(remindersOf(settled, monday, calendars)).toEqual([])
  })

  it("there are those of the 72 hours alone, none is held and none is called statutory", () => {
    const evening = time("2026-12-18T22:00:00Z")
    const state = doneAt(
      missingSince(hoursAfter(evening, -2), {}, before),
      evening,
      notify(returned(evening, { sentAt: evening }))
    )
    const reminders = remindersOf(state, evening, calendars)
    expect(reminders.map(({ stage }) => kindOf(stage))).toEqual(["due-soon", "due-soon", "breach"])
    expect(reminders.map(({ at, dueAt }) => Math.round((at - dueAt) / 3_600_000))).toEqual([-24, -4, 0])
    expect(new Set(reminders.map(({ level }) => level))).toEqual(new Set(["routine"]))
  })
})
