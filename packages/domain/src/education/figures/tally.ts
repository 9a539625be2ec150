/** How many items have each value: the named values first and in their order, zeros included, then any other that occurs. */
export const tallyBy = <Item>(
  items: Iterable<Item>,
  values: Iterable<string>,
  readValue: (item: Item) => string
): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, 0)
  for (const item of items) {
    const value = readValue(item)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}
