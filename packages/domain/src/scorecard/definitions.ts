import { breakdownDefinitions } from "./breakdown.ts"
import { durationDefinition } from "./byDuration.ts"
import { concentrationDefinition } from "./concentration.ts"
import { type Definition, OUR_MEASURE, SCORECARD_SLIDES } from "./definition.ts"
import { frequencyDefinition } from "./frequency.ts"
import { interviewDefinitions } from "./interviews.ts"
import { noticeDefinition } from "./notice.ts"
import { recurrenceDefinition } from "./recurrence.ts"
import { repeatDefinitions } from "./repeat.ts"
import { trendDefinition } from "./trend.ts"

/** What every field of a scorecard counts, in the order of its fields. */
export const scorecardDefinitions: ReadonlyArray<Definition> = [
  { field: "month", counts: "A calendar month in London, `YYYY-MM`.", source: OUR_MEASURE },
  {
    field: "asOf",
    counts:
      "The moment up to which facts are known, by the date of the fact and not of its recording. What is dated later is as if it were blank; what is dated exactly then is known. A response is known from the moment of its offer, or always where no offer is dated; why no interview was done, while no date of the row is later. An episode that begins later is not there.",
    source: OUR_MEASURE
  },
  {
    field: "policy",
    counts: "The id of the one policy by which every episode is judged, whatever policy was in force when it began.",
    source: OUR_MEASURE
  },
  {
    field: "episodes.total",
    counts: "Episodes of the month: those whose `missing_at` lies in it. Missing and away both count.",
    source: SCORECARD_SLIDES
  },
  {
    field: "episodes.children",
    counts: "The children of those episodes, each once, however their reference is written.",
    source: SCORECARD_SLIDES
  },
  ...breakdownDefinitions,
  durationDefinition,
  ...repeatDefinitions,
  recurrenceDefinition,
  frequencyDefinition,
  concentrationDefinition,
  noticeDefinition,
  trendDefinition,
  ...interviewDefinitions
]
