/** What a time that was kept aside does not fit with: each is named with the time it is held against. */
import { at, found, missing, notified, returned, tell } from "@safe-return/casework/testing"
import type { Episode, QuestionedReport } from "@safe-return/domain/pathway"
import { describe, expect, it } from "vitest"
import { setAsideInWords } from "../../src/notices/setAsideWords.ts"

const dates = { dateTime: (instant: number) => `hour ${(instant - at(0)) / 3_600_000}` }

const episodeOf = (...told: Parameters<typeof tell>[0]): Episode => {
  const [episode] = tell(told).state.episodes
  if (episode === undefined) throw new Error("No episode")
  return episode
}

const back = episodeOf(missing(), found(3), returned(4))
const report = (kind: QuestionedReport["kind"], reason: QuestionedReport["reason"], hours: number) => ({
  kind,
  reason,
  reportedTime: at(hours)
})

describe("a time of the police that was kept aside", () => {
  it.each<readonly [told: QuestionedReport, words: string]>([
    [report("found", "out-of-order", -2), "that is before the child was last seen, hour 0"],
    [report("found", "out-of-order", 9), "that is after the child was back, hour 4"],
    [report("returned", "out-of-order", 2), "that is before the child was found, hour 3"],
    [report("updated", "out-of-order", 3.5), "that is after the child was found, hour 3"],
    [report("returned", "already-recorded", 12), "hour 4 was recorded first, and stands"],
    [report("found", "already-recorded", 1), "hour 3 was recorded first, and stands"]
  ])("$0.kind $0.reason names what it does not fit with", (told, words) => {
    expect(setAsideInWords(told, dates, back)).toMatch(new RegExp(`, but ${words}$`))
  })

  it("names no time that is no longer recorded", () => {
    const words = setAsideInWords(report("found", "out-of-order", 9), dates, episodeOf(missing()))
    expect(words).toMatch(/but that time does not fit with what is recorded$/)
  })
})

it("a return that the police tell hours apart from ours is kept beside it and asked", () => {
  const told = notified(at(13), { kind: "returned", returnedAt: at(12) })
  const [asked] = episodeOf(missing(), returned(4), told).questionedReports ?? []
  expect(asked).toEqual(report("returned", "already-recorded", 12))
})
