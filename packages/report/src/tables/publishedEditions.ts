import type { MonthEdition } from "@safe-return/domain/scorecard"

/** A publication as it is kept: its prints are JSON of our own writing. */
interface KeptPublication {
  readonly publishedAt: number
  readonly editions?: ReadonlyArray<{
    readonly shownFrom: number
    readonly scorecard: unknown
    readonly interviewTimes: unknown
  }>
}

/** Every print that was published, the last at the end. */
export const publishedEditions = (publications: ReadonlyArray<KeptPublication>): ReadonlyArray<MonthEdition> =>
  publications
    .toSorted((one, other) => one.publishedAt - other.publishedAt)
    .flatMap(({ editions = [] }) => editions as ReadonlyArray<MonthEdition>)
