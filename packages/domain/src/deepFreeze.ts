/** What was frozen here, through and through. */
const frozenThrough = new WeakSet<object>()

/** Whether nobody can change it any more, as `deepFreeze` made it. */
export const isDeeplyFrozen = (value: object): boolean => frozenThrough.has(value)

const copied = (value: unknown): unknown => {
  if (Array.isArray(value)) return Object.freeze(value.map(copied))
  if (typeof value !== "object" || value === null) return value
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)])))
}

/** Plain data that nobody can change: itself if it is that already, or else a copy, so that its owner may go on changing it. */
export const deepFreeze = <Value extends object>(value: Value): Value => {
  if (frozenThrough.has(value)) return value
  const made = copied(value) as Value
  frozenThrough.add(made)
  return made
}
