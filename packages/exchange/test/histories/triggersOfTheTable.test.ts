import { addHours, calendars, type Instant, utc } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, InterviewId } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { type Firing, triggersFired } from "@safe-return/domain/risk"
import { childHistories, type EpisodeRow } from "@safe-return/exchange"
import fc from "fast-check"
import { expect, test } from "vitest"

const LATER = utc(2027, 6, 1)

const fired = (rows: ReadonlyArray<EpisodeRow>, now: Instant = LATER): ReadonlyArray<Firing> => {
  const lines = rows.map((row, index) => ({ line: index + 2, row, aside: {} }))
  return childHistories(lines, { policy: rotherham, asOf: now }).histories.flatMap(({ state, facts }) =>
    triggersFired(state, { now, calendars, ...(facts === undefined ? {} : { facts }) })
  )
}

const rules = (rows: ReadonlyArray<EpisodeRow>) => fired(rows).map(({ rule, episodeIds }) => [rule, ...episodeIds])

/** A Monday evening; every other time is so many hours after it. */
const MONDAY = utc(2026, 11, 2, 20)
const after = (hours: number) => addHours(MONDAY, hours)

const row = (facts: Partial<EpisodeRow> & { readonly missing_at: Instant }, id = "E1"): EpisodeRow => ({
  child_ref: ChildReference.make("LCS-1"),
  episode_id: EpisodeId.make(id),
  absence: "missing",
  missing_from: "home",
  risk: "medium",
  ...facts
})

const offered = { found_at: after(11.5), returned_at: after(12), rhi_offered_at: after(13) }

test("a prompt find and a prompt offer stay prompt, though the interview came days later", () => {
  expect(rules([row({ missing_at: MONDAY, ...offered, rhi_completed_at: after(68) })])).toEqual([])
})

test("an offer on the first return an interview covers is not late, whatever it covers later", () => {
  const rhi_id = InterviewId.make("R1")
  const second = { missing_at: after(300), returned_at: after(301), rhi_completed_at: after(302) }
  const both = [row({ missing_at: MONDAY, ...offered, rhi_id }), row({ ...second, rhi_id }, "E2")]
  expect(rules(both).filter(([rule, id]) => rule === "offer-late" && id === "E1")).toEqual([])
})

test("an answer to an offer without a date says nothing of when the offer was made", () => {
  const answered = { returned_at: after(12), rhi_response: "accepted", rhi_completed_at: after(200) } as const
  expect(rules([row({ missing_at: MONDAY, ...answered })])).toEqual([])
})

const hours = (max: number) => fc.integer({ min: 0, max })
const drawn = fc.record({
  gap: hours(400),
  steps: fc.array(hours(80), { maxLength: 4 }),
  isFound: fc.boolean(),
  isOffered: fc.boolean()
})

/** Episodes one after another, each as far as it went: found, back, offered, interviewed. */
const rowsOf = fc.array(drawn, { minLength: 1, maxLength: 5 }).map((episodes) => {
  let at = MONDAY
  const step = (more: number) => {
    at = addHours(at, more)
    return at
  }
  return episodes.map(({ gap, steps, isFound, isOffered }, index) => {
    const missing_at = step(gap)
    const [found, returned, offer, completed] = steps.map(step)
    const facts = {
      ...(found === undefined || !isFound ? {} : { found_at: found }),
      ...(returned === undefined ? {} : { returned_at: returned }),
      ...(offer === undefined || !isOffered ? {} : { rhi_offered_at: offer }),
      ...(completed === undefined ? {} : { rhi_completed_at: completed })
    }
    return row({ missing_at, ...facts }, `E${index + 1}`)
  })
})

test("what a table is said to have met was met on the table as it stood then", () => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      for (const { rule, episodeIds, metAt } of fired(rows)) {
        const then = fired(rows, metAt).map((firing) => [firing.rule, ...firing.episodeIds])
        expect(then).toContainEqual([rule, ...episodeIds])
      }
    })
  )
})
