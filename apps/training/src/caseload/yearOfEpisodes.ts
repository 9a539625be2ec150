/** Lays one child's episodes out over the year, one after another, never two at once. */
import type { Instant } from "@safe-return/domain/calendar"
import { Array as Arr } from "effect"
import type { EpisodePlan } from "./episodePlan.ts"
import { type EpisodeOutline, finishedEpisode, longestCourse } from "./finishedEpisode.ts"
import type { Randomness } from "./randomness.ts"
import { addMinutes, likelyMissingTime, minutesBetween } from "./timesOfDay.ts"

/** Minutes by which an episode may be put off to a likely time of day. */
const PUT_OFF = 25 * 60

const roomFor = (outline: EpisodeOutline): number => longestCourse(outline) + PUT_OFF

/** Gives each episode the room it could need at most, and spreads what is left of the year at random between them. */
export const yearOfEpisodes = (
  from: Instant,
  until: Instant,
  outlines: ReadonlyArray<EpisodeOutline>,
  random: Randomness
): ReadonlyArray<EpisodePlan> => {
  const free = minutesBetween(from, until) - outlines.reduce((sum, outline) => sum + roomFor(outline), 0)
  const gaps = outlines.map(() => Math.floor(random.fraction() * free)).sort((a, b) => a - b)
  let taken = 0
  return Arr.zip(outlines, gaps).map(([outline, gap]) => {
    const earliest = addMinutes(from, taken + gap)
    taken += roomFor(outline)
    return finishedEpisode(likelyMissingTime(earliest, random), outline, random)
  })
}
