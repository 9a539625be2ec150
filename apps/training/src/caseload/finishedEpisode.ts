/** An episode that has run its course: missing, found, returned, and the interview completed or declined. */
import { Instant } from "@safe-return/domain/calendar"
import type { Absence, RiskGrade } from "@safe-return/domain/pathway"
import type { EpisodePlan, InterviewEnding } from "./episodePlan.ts"
import { finishedInterview, longestClosing } from "./interviewPlan.ts"
import type { Randomness, WeightedChoices } from "./randomness.ts"
import { addMinutes, deskTime } from "./timesOfDay.ts"

/** What is settled about an episode before it has a date. */
export interface EpisodeOutline {
  readonly absence: Absence
  /** From going missing to being found. */
  readonly minutesAway: number
  readonly ending: InterviewEnding
}

/** Minutes from the find to the return, at most. */
const LONGEST_WAY_BACK = 150

/** Minutes from the child's going missing after which nothing more of the episode is recorded, whatever is drawn. */
export const longestCourse = ({ minutesAway, ending }: EpisodeOutline): number =>
  minutesAway + LONGEST_WAY_BACK + longestClosing(ending)

/** The police's gradings: a working choice, no published split was seen. */
export const risks: WeightedChoices<RiskGrade> = [
  ["no-apparent", 4],
  ["low", 26],
  ["medium", 60],
  ["high", 10]
]

const later = (a: Instant, b: Instant): Instant => Instant(Math.max(a, b))

/** One notification in eight reaches the council hours late, sometimes after the child is back. */
const minutesToNotify = (random: Randomness): number =>
  random.chance(1 / 8) ? random.between(240, 960) : random.between(5, 90)

export const finishedEpisode = (
  missingAt: Instant,
  { absence, minutesAway, ending }: EpisodeOutline,
  random: Randomness
): EpisodePlan => {
  const reportedAt = addMinutes(missingAt, Math.min(random.between(10, 180), Math.floor(minutesAway / 2)))
  const notifiedAt = addMinutes(reportedAt, minutesToNotify(random))
  const foundAt = addMinutes(missingAt, minutesAway)
  const foundRecordedAt = later(addMinutes(notifiedAt, 2), addMinutes(foundAt, random.between(10, 60)))
  const returnedAt = addMinutes(foundAt, random.between(15, LONGEST_WAY_BACK))
  const returnRecordedAt = later(
    addMinutes(foundRecordedAt, 2),
    deskTime(addMinutes(returnedAt, random.between(10, 60)))
  )
  return {
    absence,
    missingAt,
    reportedAt,
    notifiedAt,
    risk: random.weighted(risks),
    found: { foundAt, recordedAt: foundRecordedAt },
    returned: { returnedAt, recordedAt: returnRecordedAt },
    interview: finishedInterview(returnedAt, returnRecordedAt, ending, random)
  }
}
