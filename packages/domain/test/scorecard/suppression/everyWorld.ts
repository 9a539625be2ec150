/**
 * An attacker who knows the rule itself: every table that could be is printed, and those that print alike are all that
 * the reader of one of them can tell.
 */
export const pinnedCounts = <World>(
  worlds: Iterable<World>,
  print: (world: World) => string,
  countsOf: (world: World) => ReadonlyArray<number>,
  isSmall: (count: number) => boolean
): ReadonlyArray<string> => {
  const alike = new Map<string, Array<Set<number>>>()
  for (const world of worlds) {
    const printed = print(world)
    const values = alike.get(printed) ?? []
    countsOf(world).forEach((count, place) => {
      values[place] = (values[place] ?? new Set()).add(count)
    })
    alike.set(printed, values)
  }
  return [...alike].flatMap(([printed, values]) =>
    values.flatMap((counts, place) =>
      counts.size === 1 && isSmall([...counts][0] ?? 0) ? [`${printed} place ${place}: ${[...counts]}`] : []
    )
  )
}

/** Every way to part a whole into so many parts, zeros included. */
export function* partings(whole: number, parts: number): Generator<ReadonlyArray<number>> {
  if (parts === 1) {
    yield [whole]
    return
  }
  for (let first = 0; first <= whole; first += 1) {
    for (const others of partings(whole - first, parts - 1)) yield [first, ...others]
  }
}

/** Every way in which so many children can have so many episodes, the child with most first. */
export function* episodesOfChildren(
  episodes: number,
  children: number,
  most = episodes
): Generator<ReadonlyArray<number>> {
  if (children === 0) {
    if (episodes === 0) yield []
    return
  }
  for (let first = Math.min(most, episodes - children + 1); first * children >= episodes; first -= 1) {
    for (const others of episodesOfChildren(episodes - first, children - 1, first)) yield [first, ...others]
  }
}
