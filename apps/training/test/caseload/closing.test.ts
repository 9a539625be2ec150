import { undecidedAmong } from "@safe-return/casework"
import { addHours, calendars, utc } from "@safe-return/domain/calendar"
import { fold, isOpen, remainingTasks } from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { triggersFired } from "@safe-return/domain/risk"
import { expect, it } from "vitest"
import { syntheticCaseload } from "../../src/caseload/syntheticCaseload.ts"

const endsAt = utc(2026, 11, 16, 9)
const asked = { size: 60, seed: 2024, endsAt, policy: rotherham, open: "one-of-each-task" } as const

/** What waits for a person on the first day, of the episodes that were over a week before. */
const waiting = (isPastClosed: boolean) =>
  [...syntheticCaseload({ ...asked, isPastClosed })].flatMap(({ events }) => {
    const state = fold(events.map(({ recorded }) => recorded))
    const old = new Set(
      state.episodes
        .filter(({ progress }) => progress._tag === "Returned" && progress.returnedAt < addHours(endsAt, -7 * 24))
        .map(({ id }) => id)
    )
    const decisions = undecidedAmong(state, triggersFired(state, { now: endsAt, calendars }))
    return [
      ...state.episodes
        .filter((episode) => old.has(episode.id) && isOpen(episode))
        .flatMap((episode) => remainingTasks(state, episode)),
      ...decisions.filter(({ episodeId }) => old.has(episodeId)).map(({ firing }) => firing.key)
    ]
  })

it("a caseload whose past is closed leaves nobody anything to do about it", () => {
  expect(waiting(true)).toEqual([])
  expect(waiting(false).length).toBeGreaterThan(100)
})

it("a closed past leaves the same children missing at the same times", () => {
  const times = (isPastClosed: boolean) =>
    [...syntheticCaseload({ ...asked, isPastClosed })].map(({ events }) =>
      fold(events.map(({ recorded }) => recorded)).episodes.map(({ missingAt }) => missingAt)
    )
  expect(times(true)).toEqual(times(false))
})
