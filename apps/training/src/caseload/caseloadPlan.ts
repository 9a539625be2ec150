/** Deals the published totals out to children: who has how many incidents, of what length, ending how. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Policy } from "@safe-return/domain/policy"
import { Array as Arr } from "effect"
import { apportioned } from "./durations.ts"
import type { EpisodePlan, InterviewEnding } from "./episodePlan.ts"
import { type DurationBand, durationBands, rotherham2024, shareDeclined, shareWithin72Hours } from "./figures.ts"
import type { EpisodeOutline } from "./finishedEpisode.ts"
import { incidentCounts } from "./incidentCounts.ts"
import { bandsOfLivingTail, livingTail } from "./livingTail.ts"
import type { Randomness } from "./randomness.ts"
import { addMinutes } from "./timesOfDay.ts"
import { yearOfEpisodes } from "./yearOfEpisodes.ts"

const MINUTES_A_YEAR = 365 * 1_440

const repeated = <A>(item: A, times: number): ReadonlyArray<A> => Array.from({ length: times }, () => item)

/** The bands of all finished absences: England's shares of every ended one, without those the living tail has. */
const finishedBands = (ended: number): ReadonlyArray<DurationBand> => {
  const counts = apportioned(ended)
  return durationBands.flatMap((band) =>
    repeated(band, counts[band] - bandsOfLivingTail.filter((taken) => taken === band).length)
  )
}

const endings = (finished: number): ReadonlyArray<InterviewEnding> => {
  const declined = Math.round(finished * shareDeclined)
  const inTime = Math.round((finished - declined) * shareWithin72Hours)
  return [
    ...repeated<InterviewEnding>("declined", declined),
    ...repeated<InterviewEnding>("completed-in-time", inTime),
    ...repeated<InterviewEnding>("completed-late", finished - declined - inTime)
  ]
}

const isLong = ({ band }: EpisodeOutline): boolean => band !== "under-1" && band !== "1-2"

/** Each child's finished episodes: at most one absence of three days or more, so that every history fits the year. */
const dealt = (
  places: ReadonlyArray<number>,
  outlines: ReadonlyArray<EpisodeOutline>,
  random: Randomness
): ReadonlyArray<ReadonlyArray<EpisodeOutline>> => {
  const long = outlines.filter(isLong)
  const short = [...random.shuffled(outlines.filter((outline) => !isLong(outline)))]
  const longOf = new Map(Arr.zip(random.shuffled([...places.keys()]), long))
  return places.map((count, child) => {
    const own = longOf.get(child)
    return own === undefined ? short.splice(0, count) : random.shuffled([own, ...short.splice(0, count - 1)])
  })
}

/** Every child's episodes in order of time. `endsAt` falls on a whole minute. */
export const caseloadPlan = (
  endsAt: Instant,
  policy: Policy,
  random: Randomness
): ReadonlyArray<ReadonlyArray<EpisodePlan>> => {
  const counts = incidentCounts(random)
  const tail = livingTail(endsAt, policy)
  // Of repeat children only, so that everyone has a finished episode and can be dealt a long absence.
  const repeaters = random.shuffled([...counts.entries()].filter(([, count]) => count > 1).map(([child]) => child))
  const openOf = new Map(Arr.zip(repeaters, tail))
  const bands = finishedBands(rotherham2024.incidents - 1)
  const outlines = Arr.zipWith(bands, random.shuffled(endings(bands.length)), (band, ending) => ({ band, ending }))
  const places = counts.map((count, child) => (openOf.has(child) ? count - 1 : count))
  return dealt(places, outlines, random).map((own, child) => {
    const open = openOf.get(child)
    const finished = yearOfEpisodes(addMinutes(endsAt, -MINUTES_A_YEAR), open?.missingAt ?? endsAt, own, random)
    return open === undefined ? finished : [...finished, open]
  })
}
