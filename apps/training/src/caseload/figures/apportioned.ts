import { Struct } from "effect"

export type Counts<Key extends string> = Readonly<Record<Key, number>>

/** Counts in the order of their keys. */
export const countsOf = <Key extends string>(keys: ReadonlyArray<Key>, count: (key: Key) => number): Counts<Key> =>
  Object.fromEntries(keys.map((key) => [key, count(key)])) as Counts<Key>

export const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** So many things shared out in proportion; what rounding leaves falls on the largest part, where it weighs least. */
export const apportioned = <Key extends string>(total: number, shares: Counts<Key>): Counts<Key> => {
  const keys = Struct.keys(shares)
  const all = sumOf(shares)
  const nearest = countsOf(keys, (key) => Math.round((total * shares[key]) / all))
  const largest = keys.reduce((most, key) => (shares[key] > shares[most] ? key : most))
  return { ...nearest, [largest]: nearest[largest] + total - sumOf(nearest) }
}
