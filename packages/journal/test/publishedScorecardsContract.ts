import { describe, expect, it } from "@effect/vitest"
import { utc } from "@safe-return/domain/calendar"
import { Effect } from "effect"
import { type PublishedScorecard, PublishedScorecards } from "../src/index.ts"
import { type FreshPlace, restarted } from "./restart.ts"

export const october: PublishedScorecard = {
  month: "2026-10",
  asOf: utc(2026, 11, 2, 8, 30),
  publishedAt: utc(2026, 11, 2, 8, 31),
  policy: "rotherham-2026-11-29",
  figures: [
    { month: "2026-10", measure: "episodes.total", shown: "c", whole: 3 },
    { month: "2026-09", measure: "rhi.within72Hours.percent", shown: 71.4, whole: 71.4 }
  ],
  editions: [
    {
      shownFrom: 5,
      scorecard: { month: "2026-10", policy: "rotherham-2026-11-29", episodes: { total: 3 }, rhi: { owed: 0 } },
      interviewTimes: { hours: 72, bands: { "to-24": 0 } }
    }
  ]
}
/** As they were kept before prints were. */
const { editions: _editions, ...withoutEditions } = october
const september: PublishedScorecard = { ...withoutEditions, month: "2026-09", figures: [] }

const publish = (scorecard: PublishedScorecard) =>
  Effect.flatMap(PublishedScorecards, (published) => published.publish(scorecard))

export const publishedScorecardsContract = (name: string, freshPlace: FreshPlace) => {
  describe(`${name}: the scorecards that were published`, () => {
    it.live("keeps each month's over a restart as it was published first, in the order of the months", () =>
      Effect.gen(function* () {
        const { layer, leasesRunOut } = yield* freshPlace
        const restart = restarted(layer)
        expect(yield* restart(Effect.flatMap(PublishedScorecards, ({ all }) => all))).toEqual([])
        yield* restart(publish(october))
        yield* leasesRunOut
        const again = { ...october, figures: [] }
        yield* restart(Effect.all([publish(again), publish(september)], { concurrency: "unbounded" }))
        yield* leasesRunOut
        const all = yield* restart(Effect.flatMap(PublishedScorecards, (published) => published.all))
        expect(all).toEqual([september, october])
      }).pipe(Effect.scoped)
    )
  })
}
