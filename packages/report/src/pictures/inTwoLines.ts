/** From so many letters on a label takes two lines where there is little room. */
const LONG_LABEL = 14

/** The label with a line break at the space nearest its middle, if it is long. */
export const inTwoLines = (label: string, long = LONG_LABEL): string => {
  const spaces = [...label.matchAll(/ /g)].map(({ index }) => index)
  if (label.length < long || spaces.length === 0) return label
  const middle = label.length / 2
  const at = spaces.reduce((best, one) => (Math.abs(one - middle) < Math.abs(best - middle) ? one : best))
  return `${label.slice(0, at)}\n${label.slice(at + 1)}`
}
