import { type Episode, fold } from "@safe-return/domain/pathway"
import { bandOf, type CountByBand, countByBand } from "./durations.ts"
import type { CaseloadChild } from "./trainingCaseload.ts"

/** The caseload counted as DfE counts, read back from the events alone. */
export interface CaseloadSummary {
  readonly children: number
  readonly incidents: number
  readonly childrenMissingMoreThanOnce: number
  /** Incidents for each child who was missing, to one decimal place. */
  readonly incidentsPerChild: number
  /** Absences that have ended, by the time from going missing to being found. */
  readonly byDuration: CountByBand
  readonly stillMissing: number
}

/** An absence ends when the child is found, or on their return when that was the first anybody heard. */
const endOf = ({ progress }: Episode): number | undefined =>
  progress._tag === "Found"
    ? progress.foundAt
    : progress._tag === "Returned"
      ? (progress.foundAt ?? progress.returnedAt)
      : undefined

export const caseloadSummary = (caseload: ReadonlyArray<CaseloadChild>): CaseloadSummary => {
  const histories = caseload
    .map(({ events }) => fold(events.map(({ recorded }) => recorded)).episodes)
    .map((episodes) => episodes.filter(({ progress }) => progress._tag !== "Cancelled"))
    .filter((episodes) => episodes.length > 0)
  const episodes = histories.flat()
  const bands = episodes.flatMap((episode) => {
    const end = endOf(episode)
    return end === undefined ? [] : [bandOf(end - episode.missingAt)]
  })
  return {
    children: histories.length,
    incidents: episodes.length,
    childrenMissingMoreThanOnce: histories.filter((own) => own.length > 1).length,
    incidentsPerChild: Math.round((episodes.length / histories.length) * 10) / 10,
    byDuration: countByBand((band) => bands.filter((found) => found === band).length),
    stillMissing: episodes.filter(({ progress }) => progress._tag === "Missing").length
  }
}
