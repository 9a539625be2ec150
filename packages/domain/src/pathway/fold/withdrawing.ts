import type { Entry } from "../entry.ts"
import type { EarlierStretch, Episode } from "../state.ts"

/** Whether it is on the record of the episode. */
export const isRecorded = ({ stays, earlierStretches, placements }: Episode, entry: Entry): boolean => {
  switch (entry._tag) {
    case "Whereabouts":
      return stays?.some(({ since }) => since === entry.since) === true
    case "AbsenceChange":
      return earlierStretches?.some(({ until }) => until === entry.changedAt) === true
    case "Placement":
      return placements?.some(({ movedAt }) => movedAt === entry.movedAt) === true
  }
}

/** Without the change at this time, the stretch before it goes on to the end of the one after it. */
const joined = (
  { absence, earlierStretches = [] }: Episode,
  changedAt: number
): Pick<Episode, "absence" | "earlierStretches"> => {
  const earlier: Array<EarlierStretch> = []
  let goesOn: EarlierStretch["absence"] | undefined
  for (const stretch of earlierStretches) {
    const own = goesOn ?? stretch.absence
    goesOn = stretch.until === changedAt ? own : undefined
    if (goesOn === undefined) earlier.push({ absence: own, until: stretch.until })
  }
  return { absence: goesOn ?? absence, ...(earlier.length === 0 ? {} : { earlierStretches: earlier }) }
}

/** The episode without it; the same where it is not recorded. */
export const withoutEntry = (episode: Episode, entry: Entry): Episode => {
  if (!isRecorded(episode, entry)) return episode
  const { stays = [], earlierStretches: _, placements = [], ...rest } = episode
  const stretches = entry._tag === "AbsenceChange" ? joined(episode, entry.changedAt) : joined(episode, Number.NaN)
  const left = entry._tag === "Whereabouts" ? stays.filter(({ since }) => since !== entry.since) : stays
  const placed = entry._tag === "Placement" ? placements.filter(({ movedAt }) => movedAt !== entry.movedAt) : placements
  return {
    ...rest,
    ...stretches,
    ...(left.length === 0 ? {} : { stays: left }),
    ...(placed.length === 0 ? {} : { placements: placed })
  }
}
