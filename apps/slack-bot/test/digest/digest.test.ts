import {
  assigned,
  at,
  closedOn,
  completed,
  found,
  manager,
  missing,
  offered,
  returned,
  tell,
  withOwnDays
} from "@safe-return/casework/testing"
import {
  addDays,
  type Calendars,
  type CivilDay,
  calendars,
  civilDay,
  type Instant,
  londonDayOf,
  londonTimeOn,
  utc
} from "@safe-return/domain/calendar"
import { ChildReference, type ChildState, EpisodeId, emptyChildState, preview } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { digestOf, wordsOf } from "@safe-return/outreach/testing"
import { checkMessage } from "@safe-return/slack-testkit"
import { Option } from "effect"
import { describe, expect, it } from "vitest"
import { rendered } from "../messages/rendered.ts"

const LONG_AGO = utc(2000, 1, 1)
const HALF_PAST_EIGHT = 8 * 60 + 30

const one = ChildReference.make("LCS-10432")
const other = ChildReference.make("LCS-10555")

const on = (
  day: CivilDay,
  states: ReadonlyMap<ChildReference, ChildState> = new Map(),
  counted: Calendars = calendars
) =>
  Option.getOrUndefined(
    digestOf({
      states,
      policy: rotherham,
      calendars: counted,
      announceFrom: LONG_AGO,
      now: londonTimeOn(day, HALF_PAST_EIGHT)
    })
  )

/** The made-up child went missing on Monday 23 November 2026 at 18:00. */
const tuesday = civilDay(2026, 11, 24)
const states = (...told: Parameters<typeof tell>[0]) => new Map([[one, tell(told).state]])

describe("the morning summary", () => {
  it("counts a child with two open reports once, and says how they are joined", () => {
    const second = missing(1, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" })
    const digest = on(tuesday, states(missing(), second))
    expect(digest?.stillMissing).toHaveLength(1)
    const message = rendered({ _tag: "MorningSummary", digest: digest as never })
    expect(message.text).toContain("1 still missing")
    expect(wordsOf(message)).toContain(`\`/missing join ${one}\``)
  })

  it("says who is still missing, and what happened on the day before", () => {
    const digest = on(tuesday, states(missing()))
    expect(digest).toMatchObject({
      day: tuesday,
      since: civilDay(2026, 11, 23),
      news: { reported: [one], returned: [] }
    })
    expect(digest?.stillMissing.map(({ child }) => child)).toEqual([one])
    expect(digest && wordsOf(rendered({ _tag: "MorningSummary", digest }))).toContain("missing for 14 h 30 min")
  })

  it("says what is overdue, due today, not assigned and not offered, each once", () => {
    const owed = states(missing(), returned(20))
    const due = londonDayOf(at(20 + 72))
    expect(on(due, owed)).toMatchObject({ dueToday: [{ child: one }], overdue: [], unassigned: [{ child: one }] })
    expect(on(addDays(due, 3), owed)).toMatchObject({ dueToday: [], overdue: [{ child: one }] })
    const given = on(due, states(missing(), returned(20), assigned(21)))
    expect(given).toMatchObject({ unassigned: [], notOffered: [{ child: one }] })
    const words = given && wordsOf(rendered({ _tag: "MorningSummary", digest: given }))
    expect(words?.match(/LCS-10432\* <@/g)).toHaveLength(1)
    expect(words).toContain("<@U0INTERVIEWER>, not offered yet")
    const settled = on(due, states(missing(), returned(20), assigned(21), offered(22, "accepted"), completed(23)))
    expect(settled).toMatchObject({ dueToday: [], overdue: [], notOffered: [] })
  })

  it("says whose return nobody recorded", () => {
    expect(on(tuesday, states(missing(), found(5)))).toMatchObject({ stillMissing: [], noReturn: [{ child: one }] })
  })

  it("tells of triggers that wait for a decision", () => {
    const again = (nth: number) => {
      const id = EpisodeId.make(`episode-${nth}`)
      return [missing(nth, { id, reference: `SYP-2026-000000${nth}` }), returned(nth + 0.9, id)]
    }
    const digest = on(tuesday, new Map([[other, tell([...again(1), ...again(3), ...again(5)]).state]]))
    expect(digest?.undecided.map(({ child, firing }) => [child, firing.rule])).toContainEqual([
      other,
      "repeat-episodes"
    ])
  })

  it("on a Monday tells of the weekend as well", () => {
    const monday = civilDay(2026, 11, 30)
    expect(on(monday, states(missing(100)))).toMatchObject({ since: civilDay(2026, 11, 27), news: { reported: [one] } })
    expect(londonDayOf(at(100))).toBe(civilDay(2026, 11, 27))
    expect(on(monday, states(missing(120)))?.news.reported).toEqual([one])
  })

  it("is sent on a working day even where nothing waits", () => {
    const digest = on(tuesday)
    expect(digest && rendered({ _tag: "MorningSummary", digest }).text).toBe(
      "Morning summary, Tue 24 Nov: nothing is waiting."
    )
  })

  it.each([
    ["a Saturday", civilDay(2026, 11, 28), calendars],
    ["a bank holiday", civilDay(2026, 12, 28), calendars],
    ["a day of the council's own", civilDay(2026, 12, 29), withOwnDays(closedOn(civilDay(2026, 12, 29)))]
  ] as const)("is not sent on %s, though an interview is due on it", (_, day, calendars) => {
    expect(on(day, states(missing()), calendars)).toBeUndefined()
    const back = (londonTimeOn(day, 15 * 60) - 72 * 3_600_000) as Instant
    const hours = (back - at(0)) / 3_600_000
    expect(on(day, states(missing(hours - 2), returned(hours)), calendars)).toBeUndefined()
  })

  it("comes over Christmas on the working days between the holidays, and on no other", () => {
    const days = Array.from({ length: 14 }, (_, index) => addDays(civilDay(2026, 12, 19), index))
    const back = (londonTimeOn(civilDay(2026, 12, 23), 15 * 60) - at(0)) / 3_600_000
    const come = days.filter((day) => on(day, states(missing(back - 2), returned(back))) !== undefined)
    const december = [21, 22, 23, 24, 29, 30, 31].map((day) => civilDay(2026, 12, day))
    expect(come).toEqual(december)
  })

  it("that fell due before this workspace was told of anything is not sent", () => {
    const facts = { states: new Map(), policy: rotherham, calendars }
    const now = londonTimeOn(tuesday, 10 * 60)
    expect(Option.isNone(digestOf({ ...facts, announceFrom: now, now }))).toBe(true)
    expect(Option.isSome(digestOf({ ...facts, announceFrom: londonTimeOn(tuesday, 8 * 60), now }))).toBe(true)
  })

  it("tells what happened since the working day before began, and nothing from before", () => {
    // Reported on Monday at 19:00, on Tuesday at 00:00 and on Wednesday at 09:00.
    const newsOn = (day: CivilDay, ...told: Parameters<typeof tell>[0]) => on(day, states(...told))?.news
    const nothing = { reported: [], returned: [], interviewed: [] }
    expect(newsOn(addDays(tuesday, 1), missing())).toEqual(nothing)
    expect(newsOn(addDays(tuesday, 1), missing(5))).toEqual({ ...nothing, reported: [one] })
    // On the night before the summary, and after it.
    expect(newsOn(tuesday, missing(5))).toEqual({ ...nothing, reported: [one] })
    expect(newsOn(tuesday, missing(14))).toEqual(nothing)
    const cancelled = {
      _tag: "CancelEpisode",
      episodeId: EpisodeId.make("episode-1"),
      reason: "recorded-in-error"
    } as const
    const inError = { by: manager, now: at(2), command: cancelled }
    expect(newsOn(tuesday, missing(), inError)).toEqual(nothing)
    const again = missing(39, { id: EpisodeId.make("episode-2"), reference: "SYP-2026-0000002" })
    const held = [missing(), returned(20), assigned(21), offered(22, "accepted"), completed(23), again]
    expect(newsOn(addDays(tuesday, 1), ...held)).toEqual({ ...nothing, returned: [one], interviewed: [one] })
  })

  it("says what is due today by either clock, and of what is over by then that it is overdue", () => {
    const on72Hours = londonDayOf(at(12 + 72))
    const lists = (day: CivilDay, ...told: Parameters<typeof tell>[0]) => {
      const digest = on(day, states(...told))
      return [digest?.dueToday.length, digest?.overdue.length]
    }
    // Over on Friday at 06:00, two and a half hours before the summary.
    expect(lists(on72Hours, missing(), returned(12), assigned(13))).toEqual([0, 1])
    // The office is closed when they end: that is today's work on the day before, and no sooner.
    expect(lists(addDays(on72Hours, -1), missing(), returned(12), assigned(13))).toEqual([1, 0])
    expect(lists(addDays(on72Hours, -2), missing(), returned(12), assigned(13))).toEqual([0, 0])
    // Back on Friday at 14:00: 72 hours are over on Monday.
    const friday = 4 * 24 - 4
    const monday = civilDay(2026, 11, 30)
    expect(lists(monday, missing(), returned(friday), assigned(friday + 1))).toEqual([1, 0])
  })

  it("lists as not offered what a person has and nobody offered yet", () => {
    const day = addDays(tuesday, 1)
    const notOffered = (...told: Parameters<typeof tell>[0]) => on(day, states(...told))?.notOffered.length
    expect(notOffered(missing(), returned(20))).toBe(0)
    expect(notOffered(missing(), returned(20), assigned(21))).toBe(1)
    expect(notOffered(missing(), returned(20), assigned(21), offered(22))).toBe(0)
  })

  it("is a message that Slack takes, however much there is", () => {
    const { state } = tell([missing(), returned(6), assigned(7)])
    const gone = preview(emptyChildState, [])
    const many = new Map(
      Array.from({ length: 400 }, (_, index) => [
        ChildReference.make(`LCS-${String(index).padStart(36, "9")}`),
        index % 3 === 0 ? state : index % 3 === 1 ? tell([missing()]).state : gone
      ])
    )
    for (const day of [tuesday, civilDay(2026, 11, 26), civilDay(2026, 11, 27), civilDay(2026, 11, 30)]) {
      const digest = on(day, many)
      expect(digest && checkMessage(rendered({ _tag: "MorningSummary", digest }))).toEqual([])
    }
  })
})
