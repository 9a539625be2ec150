import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  addHours,
  calendars,
  civilDay,
  englandAndWales,
  type Instant,
  utc,
  withOverrides
} from "../../../src/calendar/index.ts"
import type { Episode, Interview } from "../../../src/pathway/state.ts"
import type { Policy } from "../../../src/policy/index.ts"
import { triggersNotKnown } from "../../../src/risk/index.ts"
import {
  at,
  completed,
  episode,
  fired,
  interview,
  interviewer,
  MUCH_LATER,
  number,
  policyOf,
  record,
  returnedAt
} from "../madeUpRecord.ts"

const elapsed = policyOf({ rule: "offer-late", hours: number(48), measured: "elapsed-hours" })
const working = policyOf({ rule: "offer-late", hours: number(8), measured: "working-hours" })

/** Back on Monday 16 November 2026 at 12:00. */
const back = utc(2026, 11, 16, 12)
const justAfter = (time: Instant) => (time + 1) as Instant

const one = (policy: Policy, interviewSaid?: Partial<Interview>, said: Partial<Episode> = {}) =>
  record(
    policy,
    [episode(1, at(0), { ...returnedAt(back), ...said })],
    interviewSaid === undefined ? [] : [interview(1, [1], interviewSaid)]
  )

describe("an interview not offered in time", () => {
  const due = utc(2026, 11, 18, 12)

  it("fires a millisecond after the hours, and not at them", () => {
    expect(fired(one(elapsed), { now: due })).toEqual([])
    expect(fired(one(elapsed), { now: justAfter(due) })).toMatchObject([
      {
        because: "The interview was not offered within 48 hours of the return.",
        metAt: due + 1,
        key: "offer-late:episode-1",
        mayGoToChat: true,
        title: "Interview not offered in time"
      }
    ])
  })

  it("stays true of an offer that came late, and is not true of one in time", () => {
    expect(fired(one(elapsed, { offeredAt: due }))).toEqual([])
    expect(fired(one(elapsed, { offeredAt: justAfter(due) })).map(({ key }) => key)).toEqual(["offer-late:episode-1"])
    expect(fired(one(elapsed, { offeredAt: justAfter(due) }), { now: due })).toHaveLength(1)
    for (const response of ["accepted", "declined"] as const) {
      expect(fired(one(elapsed, { offeredAt: justAfter(due), response }))).toHaveLength(1)
    }
  })

  it("counts the policy's working hours", () => {
    const workingDue = utc(2026, 11, 17, 12)
    expect(fired(one(working), { now: workingDue })).toEqual([])
    expect(fired(one(working), { now: justAfter(workingDue) })).toMatchObject([
      { because: "The interview was not offered within 8 working hours of the return.", metAt: workingDue + 1 }
    ])
  })

  it("counts on the council's own calendar where it has one", () => {
    const closed = withOverrides(englandAndWales, [
      {
        day: civilDay(2026, 11, 17),
        change: "add",
        why: "Made-up closing day",
        decidedBy: "made-up committee",
        decidedOn: civilDay(2026, 11, 1)
      }
    ])
    const own = { ...calendars, "england-and-wales": Result.getOrThrow(closed) }
    const now = justAfter(utc(2026, 11, 17, 12))
    expect([fired(one(working), { now }).length, fired(one(working), { now, calendars: own }).length]).toEqual([1, 0])
  })

  it("without working hours in the policy is not known", () => {
    const { workingHours: _, ...unsaid } = working
    expect(fired(one(unsaid))).toEqual([])
    expect(triggersNotKnown(one(unsaid), { calendars, now: MUCH_LATER }).map(({ needs }) => needs)).toEqual([
      "the office's working hours, in the policy"
    ])
    expect(triggersNotKnown(one(working), { calendars, now: MUCH_LATER })).toEqual([])
    const { workingHours: __, ...anyHours } = elapsed
    expect(triggersNotKnown(one(anyHours), { calendars, now: MUCH_LATER })).toEqual([])
  })

  it("does not fire before the child is back", () => {
    expect(fired(one(elapsed, undefined, { progress: { _tag: "Missing" } }))).toEqual([])
    expect(fired(one(elapsed, undefined, { progress: { _tag: "Found", foundAt: at(0) } }))).toEqual([])
  })

  it("is not guessed where an answer was recorded without the time of the offer", () => {
    expect(fired(one(elapsed, { response: "declined" }))).toEqual([])
    expect(fired(one(elapsed, { response: "accepted" }))).toEqual([])
    expect(fired(one(elapsed, completed(at(400))))).toEqual([])
    expect(fired(one(elapsed, { response: "no-answer" }))).toHaveLength(1)
    expect(fired(one(elapsed, {}))).toHaveLength(1)
  })

  describe("of an interview about two returns, offered after the first", () => {
    const secondBack = addHours(back, 240)
    const both = (interviewSaid: Partial<Interview>) =>
      record(
        elapsed,
        [episode(1, at(0), returnedAt(back)), episode(2, addHours(back, 200), returnedAt(secondBack))],
        [interview(1, [1, 2], interviewSaid)]
      )
    const early = { offeredAt: addHours(back, 5) }

    it("is still to be offered after the second, and says so", () => {
      expect(fired(both(early), { now: addHours(secondBack, 48) })).toEqual([])
      expect(fired(both(early), { now: justAfter(addHours(secondBack, 48)) })).toMatchObject([
        {
          key: "offer-late:episode-2",
          because:
            "The interview was not offered within 48 hours of the return. The offer on record is from before the child was found."
        }
      ])
      expect(fired(both({ ...early, response: "no-answer" }))).toHaveLength(1)
    })

    it("is neither late nor in time once the child has answered, or it was held or ruled out", () => {
      expect(fired(both({ ...early, response: "accepted" }))).toEqual([])
      expect(fired(both({ ...early, ...completed(addHours(secondBack, 300)) }))).toEqual([])
      expect(fired(both({ ...early, notDone: { reason: "aged-18", decidedBy: interviewer } }))).toEqual([])
    })

    it("is late for the first alone when it was offered at the second", () => {
      const late = fired(both({ offeredAt: addHours(secondBack, 1) }))
      expect(late.map(({ key, because }) => [key, because])).toEqual([
        ["offer-late:episode-1", "The interview was not offered within 48 hours of the return."]
      ])
    })
  })

  it("asks for no offer where no interview is due or the case was handed on", () => {
    const decided = { reason: "assessed-not-required" as const, decidedBy: interviewer }
    expect(fired(one(elapsed, { notDone: decided }))).toEqual([])
    expect(fired(one(elapsed, undefined, { interviewNotDone: decided }))).toEqual([])
    const closure = { _tag: "ClosedAtEighteen" as const, closedAt: at(500) }
    expect(fired(one(elapsed, undefined, { closure }))).toEqual([])
    expect(fired(one(elapsed, { offeredAt: justAfter(due) }, { closure }))).toHaveLength(1)
  })

  it("says that nobody has confirmed its hours, where nobody has", () => {
    const policyWith = (verified: boolean) =>
      policyOf({ rule: "offer-late", hours: number(48, verified), measured: "elapsed-hours" })
    expect([true, false].map((verified) => fired(one(policyWith(verified)))[0]?.verified)).toEqual([true, false])
  })

  it("was met when the council was told, if that was later", () => {
    expect(fired(one(elapsed, undefined, { notifiedAt: at(200) }))[0]?.metAt).toBe(at(200))
  })

  it("looks only at the episodes it is set to", () => {
    const careOnly = policyOf({
      rule: "offer-late",
      hours: number(48),
      measured: "elapsed-hours",
      counted: { missingFrom: "home" }
    })
    expect(fired(one(careOnly))).toEqual([])
  })
})
