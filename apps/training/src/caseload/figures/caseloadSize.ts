/** How large a caseload is: a published area, or England's figures brought down to a number of children. */
import { type AbsenceFigures, type Area, areas, type CaseloadFigures } from "./published.ts"

export type CaseloadSize = Area | number

/** A team's year. With fewer, too few were missing twice to have the five open episodes a training workspace begins on. */
export const FEWEST_CHILDREN = 12

/** With more, the episodes would run out of the seven digits of a police reference. */
export const MOST_CHILDREN = 100_000

const englandFor = (children: number, kind: AbsenceFigures): AbsenceFigures => {
  const scaled = (figure: number) => Math.round((figure * children) / areas.england.missing.children)
  return {
    children: scaled(kind.children),
    incidents: scaled(kind.incidents),
    childrenMoreThanOnce: scaled(kind.childrenMoreThanOnce),
    notBack: scaled(kind.notBack)
  }
}

/** The figures a caseload of this size is made on. A number is of children missing at least once in the year. */
export const figuresOf = (size: CaseloadSize | CaseloadFigures): CaseloadFigures => {
  if (typeof size === "object") return size
  return typeof size === "number"
    ? { missing: englandFor(size, areas.england.missing), away: englandFor(size, areas.england.away) }
    : areas[size]
}

const isArea = (text: string): text is Area => Object.hasOwn(areas, text)

/** A size as typed: an area's name, or a whole number of children in range; else undefined. */
export const parseSize = (text: string): CaseloadSize | undefined => {
  if (isArea(text)) return text
  const children = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return children >= FEWEST_CHILDREN && children <= MOST_CHILDREN ? children : undefined
}

export const sizesInWords = `${Object.keys(areas).join(", ")}, or a number of children from ${FEWEST_CHILDREN} to ${MOST_CHILDREN.toLocaleString("en-GB")}`
