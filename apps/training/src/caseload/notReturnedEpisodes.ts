/** The children DfE counts as not back on 31 March: episodes that stay open at the end of the caseload's year. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Absence } from "@safe-return/domain/pathway"
import { minutesWithin } from "./durations.ts"
import type { EpisodePlan } from "./episodePlan.ts"
import { apportioned, countsOf } from "./figures/apportioned.ts"
import { daysOf, durationBands } from "./figures/bands.ts"
import { type CaseloadFigures, englandDurations } from "./figures/published.ts"
import { risks } from "./finishedEpisode.ts"
import type { Randomness } from "./randomness.ts"
import { addMinutes } from "./timesOfDay.ts"

/** Days spent in each band: on any one day, a long absence is met in proportion to its length. */
const daysSpent = countsOf(
  durationBands,
  (band) => (englandDurations[band] * (daysOf[band].from + daysOf[band].before)) / 2
)

const lengthsSoFar = (children: number, random: Randomness): ReadonlyArray<number> => {
  const counts = apportioned(children, daysSpent)
  return durationBands.flatMap((band) => minutesWithin(band, counts[band], random))
}

/** `endsAt` falls on a whole minute. */
export const notReturnedEpisodes = (
  figures: CaseloadFigures,
  endsAt: Instant,
  random: Randomness
): ReadonlyArray<EpisodePlan> => {
  const kinds: ReadonlyArray<Absence> = ["missing", "away"]
  return kinds.flatMap((absence) =>
    lengthsSoFar(figures[absence].notBack, random).map((minutes): EpisodePlan => {
      const missingAt = addMinutes(endsAt, -minutes)
      const reportedAt = addMinutes(missingAt, random.between(10, 45))
      const notifiedAt = addMinutes(reportedAt, random.between(5, 40))
      return { absence, missingAt, reportedAt, notifiedAt, risk: random.weighted(risks) }
    })
  )
}
