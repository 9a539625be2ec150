/** What a mistyped word was most likely meant as: letters swapped, left out, doubled or wrong, as thumbs do it. */

/** How many single mistakes lie between two words; two letters swapped count as one. */
const mistakesBetween = (one: string, other: string): number => {
  const rows: Array<Array<number>> = [Array.from({ length: other.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= one.length; row += 1) {
    const counts = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      counts.push(
        Math.min(
          (rows[row - 1]?.[column] ?? 0) + 1,
          (counts[column - 1] ?? 0) + 1,
          (rows[row - 1]?.[column - 1] ?? 0) + (isSame ? 0 : 1),
          swapped ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
        )
      )
    }
    rows.push(counts)
  }
  return rows.at(-1)?.at(-1) ?? 0
}

/** The known words that are nearest, within this many mistakes; capitals do not count. */
export const nearest = (typed: string, known: Iterable<string>, mistakes: number): ReadonlyArray<string> => {
  const word = typed.toLowerCase()
  let best = mistakes
  let found: ReadonlyArray<string> = []
  for (const one of known) {
    if (Math.abs(one.length - word.length) > best) continue
    const distance = mistakesBetween(word, one.toLowerCase())
    if (distance > best) continue
    found = distance < best ? [one] : [...found, one]
    best = distance
  }
  return found
}

/** Short words differ by one letter soon enough: half of one may be wrong, and never more than two. */
export const didYouMean = (typed: string, known: ReadonlyArray<string>): string | undefined =>
  nearest(typed, known, Math.min(2, Math.floor(typed.length / 2)))[0]
