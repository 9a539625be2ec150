import type { ShownFigure } from "./shownFigures.ts"

const listed = (parts: ReadonlyArray<string>): string => parts.join(", ")

/** `Once 12, Twice 5`; says so where nothing may be shown. */
export const figuresInWords = (figures: ReadonlyArray<ShownFigure>): string =>
  figures.length === 0 ? "no figure is shown" : listed(figures.map(({ label, figure }) => `${label} ${figure}`))

/** How many figures have no mark, which the table says why. */
export const leftOutInWords = (shown: number, all: number): string => {
  if (shown === all) return ""
  return ` ${all - shown} of ${all} figures are not drawn: the table has a letter in their place.`
}
