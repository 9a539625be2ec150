import { MILLISECONDS_A_DAY } from "../calendar/unitsOfTime.ts"
import { type Breakdown, countBy, NOT_RECORDED } from "./breakdown.ts"
import type { Definition } from "./definition.ts"
import type { Measure } from "./measure.ts"
import type { MonthEpisode } from "./monthEpisode.ts"

/** DfE's bands, each with the most whole days of 24 elapsed hours that it takes. */
const bands = [
  ["under-1", 0],
  ["1-2", 2],
  ["3-7", 7],
  ["8-10", 10],
  ["11-15", 15],
  ["16-20", 20],
  ["21-30", 30],
  ["over-30", Number.POSITIVE_INFINITY]
] as const

export const STILL_MISSING = "still-missing"

/** The band of one episode; one that ends before it begins has none. */
export const durationBand = ({ missingAt, endedAt }: MonthEpisode): string => {
  if (endedAt === undefined) return STILL_MISSING
  if (endedAt < missingAt) return NOT_RECORDED
  const days = Math.floor((endedAt - missingAt) / MILLISECONDS_A_DAY)
  return bands.find(([, most]) => days <= most)?.[0] ?? NOT_RECORDED
}

/** The month's episodes by how long they lasted. */
export const byDuration = (): Measure<MonthEpisode, Breakdown> =>
  countBy([...bands.map(([band]) => band), STILL_MISSING], durationBand)

export const durationDefinition: Definition = {
  field: "episodes.byDuration",
  counts:
    "By whole days of 24 elapsed hours from `missing_at` to the end. Missing ends with `found_at`, away with `returned_at`; where that is not known, with the other of the two. A blank absence is read as missing. `still-missing` has no end; an end before the beginning is `not-recorded`.",
  source:
    "Bands: DfE, Children looked after in England, missing incidents by duration. Ends: DfE's guide to SSDA903, MIS_END"
}
