/** How long the absences of the caseload last, within their bands. */
import { type DurationBand, daysOf } from "./figures/bands.ts"
import type { Randomness } from "./randomness.ts"

const MINUTES_A_DAY = 1_440

/** Minutes left free at the end of a band, so that the return falls into the band as well as the find. */
const ROOM_FOR_THE_RETURN = 180

/** Minutes: long enough for the absence to be noticed and reported before it ends. */
const SHORTEST = 90

/** Chosen so that England's mean comes to the published 1.9 days: an even spread (1) would come to 2.2. */
const LEAN_TO_THE_SHORT = 1.65

/** Minutes of so many absences in a band, shortest first: one from each equal part, so that the mean keeps still. */
export const minutesWithin = (band: DurationBand, absences: number, random: Randomness): ReadonlyArray<number> => {
  const least = Math.max(daysOf[band].from * MINUTES_A_DAY, SHORTEST)
  const most = daysOf[band].before * MINUTES_A_DAY - ROOM_FOR_THE_RETURN
  return Array.from({ length: absences }, (_, part) => {
    const along = (part + random.fraction()) / absences
    return least + Math.floor(along ** LEAN_TO_THE_SHORT * (most - least))
  })
}
