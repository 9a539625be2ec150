import { type Figure, isSmall, WITHHELD, withheldIf } from "./figure.ts"

/** Which parts of a whole are withheld, by their place; `throughout` when the zeros would give the others back. */
export type HiddenParts = ReadonlySet<number> | "throughout"

/** From this many small parts on, a small whole would follow from their number. */
const MANY_PARTS = 3

/**
 * Which parts of a whole to withhold, so that their sum gives no small one back, even to those who know this rule. The whole is
 * published by its value alone. A large part is added in fixed order, never the smallest: what is added must not tell.
 */
export const hiddenParts = (parts: ReadonlyArray<number>, shownFrom: number): HiddenParts => {
  const places = parts.map((_, place) => place)
  const occurring = places.filter((place) => parts[place] !== 0)
  const small = places.filter((place) => isSmall(parts[place] ?? 0, shownFrom))
  if (small.length === 0) return new Set()
  const whole = parts.reduce((sum, part) => sum + part, 0)
  if (whole < shownFrom) return occurring.length >= MANY_PARTS ? "throughout" : new Set(small)
  if (whole === occurring.length || whole === parts.length) return "throughout"
  const partner = places.find((place) => (parts[place] ?? 0) >= shownFrom)
  if (partner === undefined) return new Set(small)
  const hidden = small.reduce((sum, place) => sum + (parts[place] ?? 0), 0)
  const isEachOne = hidden === small.length
  const isEachLargest = hidden === small.length * (shownFrom - 1)
  const hidesAlone = small.length > 1 && !isEachOne && (!isEachLargest || (small[0] ?? partner) < partner)
  return new Set(hidesAlone ? small : [...small, partner])
}

export const isHidden = (hidden: HiddenParts, place: number): boolean => hidden === "throughout" || hidden.has(place)

/** A table by name with these parts withheld. */
export const withholdParts = <Name extends string>(
  table: Readonly<Record<Name, number>>,
  hidden: HiddenParts
): Readonly<Record<Name, Figure>> =>
  Object.fromEntries(
    Object.entries<number>(table).map(([name, count], place) => [name, withheldIf(isHidden(hidden, place), count)])
  ) as Record<Name, Figure>

/** A table whose names are values that occur: where all is withheld the names are too, because each is at least one. */
export const withholdNamedParts = (
  table: Readonly<Record<string, number>>,
  hidden: HiddenParts
): Readonly<Record<string, Figure>> =>
  hidden === "throughout" ? { [WITHHELD]: WITHHELD } : withholdParts(table, hidden)

/** A table whose parts are those of a published whole. */
export const suppressTable = <Name extends string>(
  table: Readonly<Record<Name, number>>,
  shownFrom: number
): Readonly<Record<Name, Figure>> => withholdParts(table, hiddenParts(Object.values<number>(table), shownFrom))

/** The same for a table that names only what occurs, such as areas. */
export const suppressNamedTable = (
  table: Readonly<Record<string, number>>,
  shownFrom: number
): Readonly<Record<string, Figure>> => withholdNamedParts(table, hiddenParts(Object.values(table), shownFrom))
