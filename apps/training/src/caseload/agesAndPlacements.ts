/** Deals England's ages and placements out over the children's missing incidents. */
import { apportioned, countsOf, sumOf } from "./figures/apportioned.ts"
import { type AgeBand, ageBands, type Placement, placementTypes } from "./figures/bands.ts"
import { englandAges, englandPlacements } from "./figures/published.ts"
import type { Randomness } from "./randomness.ts"

/** What a child's missing incidents have in common until it changes: an age band, a placement. */
export interface Run<A> {
  readonly value: A
  /** The first incident of the run, counted from 0 in order of time. */
  readonly from: number
}

/** Deals values out over children's incidents so that each is held by exactly its number. */
export const dealtAsRuns = <A>(
  order: ReadonlyArray<number>,
  incidentsOf: (child: number) => number,
  values: ReadonlyArray<readonly [value: A, incidents: number]>
): ReadonlyMap<number, ReadonlyArray<Run<A>>> => {
  const left = values.map(([value, incidents]) => ({ value, incidents })).filter(({ incidents }) => incidents > 0)
  return new Map(
    order.map((child) => {
      const runs: Array<Run<A>> = []
      for (let from = 0; from < incidentsOf(child); ) {
        const next = left[0]
        if (next === undefined) throw new Error("The values do not add up to the incidents")
        runs.push({ value: next.value, from })
        const taken = Math.min(next.incidents, incidentsOf(child) - from)
        from += taken
        next.incidents -= taken
        if (next.incidents === 0) left.shift()
      }
      return [child, runs]
    })
  )
}

export interface AgesAndPlacements {
  readonly ages: ReadonlyArray<Run<AgeBand>>
  readonly placements: ReadonlyArray<Run<Placement>>
}

const entriesOf = <Key extends string>(keys: ReadonlyArray<Key>, counts: Readonly<Record<Key, number>>) =>
  keys.map((key) => [key, counts[key]] as const)

/** The first children of `order` who together have so many incidents or just more, and the others. */
const splitAfter = (order: ReadonlyArray<number>, incidentsOf: (child: number) => number, incidents: number) => {
  let taken = 0
  const end = order.findIndex((child) => {
    taken += incidentsOf(child)
    return taken >= incidents
  })
  return [order.slice(0, end + 1), order.slice(end + 1)] as const
}

const isYoung = (band: AgeBand | undefined): boolean => band !== "10-15" && band !== "16-and-over"

/** For each child, by place in `missing`: one incident under ten, and independent living from sixteen on. */
export const agesAndPlacements = (
  missing: ReadonlyArray<number>,
  random: Randomness
): ReadonlyArray<AgesAndPlacements> => {
  const incidentsOf = (child: number) => missing[child] ?? 0
  const incidents = missing.reduce((sum, count) => sum + count, 0)
  const ages = apportioned(incidents, englandAges)
  const youngest = sumOf(countsOf(ageBands, (band) => (isYoung(band) ? ages[band] : 0)))
  const order = random.shuffled([...missing.keys()])
  const once = order.filter((child) => incidentsOf(child) === 1).slice(0, youngest)
  const isOnce = new Set(once)
  const byAge = [...once, ...order.filter((child) => !isOnce.has(child))]
  const ageRuns = dealtAsRuns(byAge, incidentsOf, entriesOf(ageBands, ages))

  const placements = apportioned(incidents, englandPlacements)
  // From the oldest, who stand last.
  const [independent, others] = splitAfter(byAge.toReversed(), incidentsOf, placements.independent)
  const inOrder = [
    ...others.filter((child) => isOnce.has(child)),
    ...random.shuffled(others.filter((child) => !isOnce.has(child))),
    ...independent.toReversed()
  ]
  const placementRuns = dealtAsRuns(inOrder, incidentsOf, entriesOf(placementTypes, placements))
  return missing.map((_, child) => ({ ages: ageRuns.get(child) ?? [], placements: placementRuns.get(child) ?? [] }))
}
