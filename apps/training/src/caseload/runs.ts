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
