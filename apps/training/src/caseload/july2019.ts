/**
 * Two years and more of Rotherham around July 2019, the month whose scorecard its managers showed: looked-after children to
 * DfE's counts of each year, and other children beside them, made up so that the looked-after are just over half.
 *
 * Sources: DfE, Children looked after in England including adoptions, Rotherham, years to March 2018 (reporting year 2022),
 * 2019 (2023) and 2020 (2024); Rotherham, Missing from Home, Care and School (2019), whose charts are pictures without numbers.
 */
import { utc } from "@safe-return/domain/calendar"
import { type CaseStatus, rotherham } from "@safe-return/domain/policy"
import type { EpisodeRow } from "@safe-return/exchange"
import { episodeRows } from "./episodeRows.ts"
import type { AbsenceFigures } from "./figures/published.ts"
import { seeded, type WeightedChoices } from "./randomness.ts"
import { syntheticCaseload } from "./syntheticCaseload.ts"

const NONE: AbsenceFigures = { children: 0, incidents: 0, childrenMoreThanOnce: 0, notBack: 0 }

/** By the year that ends with this March. DfE withholds how many were still missing: here nobody is. */
const lookedAfter: ReadonlyArray<readonly [year: number, children: number, incidents: number, moreThanOnce: number]> = [
  [2018, 105, 932, 81],
  [2019, 100, 647, 68],
  [2020, 92, 665, 65]
]

/** "Just over half of all recorded missing episodes": how many others for each of theirs. A working choice. */
const OTHERS = 0.92
/** Of those who are not looked after, a child is missing about twice, and one in three more than once. A working choice. */
const EPISODES_EACH = 2
const MORE_THAN_ONCE = 0.35

/** "The other significant cohort" is not known, or known to another authority; the others are made up. */
const statuses: WeightedChoices<CaseStatus> = [
  ["not-known", 40],
  ["other-authority", 20],
  ["child-in-need", 18],
  ["early-help", 14],
  ["child-protection", 8]
]

const figuresOf = (children: number, incidents: number, childrenMoreThanOnce: number) => ({
  missing: { children, incidents, childrenMoreThanOnce, notBack: 0 },
  away: NONE
})

/** How often the children of one year were missing who are not looked after. */
const othersBeside = (incidents: number) => {
  const others = Math.round(incidents * OTHERS)
  const children = Math.round(others / EPISODES_EACH)
  return figuresOf(children, others, Math.round(children * MORE_THAN_ONCE))
}

/** Every episode from April 2017 to March 2020, child by child; the same seed gives the same rows. */
export function* episodesAroundJuly2019(seed: number): Generator<EpisodeRow> {
  const random = seeded(seed)
  let after = { children: 0, episodes: 0 }
  for (const [year, children, incidents, moreThanOnce] of lookedAfter) {
    for (const size of [figuresOf(children, incidents, moreThanOnce), othersBeside(incidents)]) {
      const isLookedAfter = size.missing.children === children
      const options = {
        size,
        seed: seed + year,
        endsAt: utc(year, 3, 31, 23),
        policy: rotherham,
        open: "as-published"
      } as const
      for (const child of syntheticCaseload({ ...options, after })) {
        const status = isLookedAfter ? "looked-after" : random.weighted(statuses)
        const from = isLookedAfter || status === "other-authority" ? "care" : "home"
        const rows = episodeRows(child)
        yield* rows.map((row) => ({ ...row, case_status: status, missing_from: from }) as const)
        after = { children: after.children + 1, episodes: after.episodes + rows.length }
      }
    }
  }
}
