/** Every limit the checks hold a payload to, with its page: read from the same shapes that are checked. */
import { anyBlock } from "./blocks/index.ts"
import type { Shape, Span, Thing } from "./Shape.ts"
import { homeView, limits, modalView } from "./surfaces.ts"
import { textObject } from "./text.ts"

export interface Limit {
  /** Such as `header: text`. */
  readonly of: string
  readonly says: string
  readonly page: string
}

const number = new Intl.NumberFormat("en-GB")

const spanInWords = ({ min, max }: Span, unit: string): ReadonlyArray<string> => {
  if (min !== undefined && max !== undefined) return [`${number.format(min)} to ${number.format(max)} ${unit}`]
  if (max !== undefined) return [`at most ${number.format(max)} ${unit}`]
  return min === undefined ? [] : [`at least ${number.format(min)} ${unit}`]
}

/** What a field is held to, and the things it holds. */
const readField = (shape: Shape): { readonly says: ReadonlyArray<string>; readonly holds: ReadonlyArray<Thing> } => {
  switch (shape._tag) {
    case "Text":
      return { says: spanInWords(shape, "characters"), holds: [] }
    case "TextObject":
      return { says: spanInWords({ min: 1, ...shape }, `characters of ${shape.kinds.join(" or ")}`), holds: [] }
    case "Whole":
      return { says: spanInWords(shape, "").map((words) => words.trim()), holds: [] }
    case "Pattern":
      return { says: [shape.says], holds: [] }
    case "Words":
      return { says: [shape.words.map((word) => `\`${word}\``).join(", ")], holds: [] }
    case "List": {
      const item = readField(shape.of)
      return {
        says: [...spanInWords(shape, "items"), ...item.says.map((words) => `each ${words}`)],
        holds: item.holds
      }
    }
    case "ByType": {
      const holds = shape.kinds()
      return { says: [], holds }
    }
    case "Thing":
      return { says: [], holds: [shape] }
    default:
      return { says: [], holds: [] }
  }
}

const limitsOfThing = (thing: Thing, seen: Set<Thing>): ReadonlyArray<Limit> => {
  if (seen.has(thing)) return []
  seen.add(thing)
  const fields = Object.entries(thing.fields).map(([field, shape]) => ({ field, ...readField(shape) }))
  return [
    ...fields.flatMap(({ field, says }) =>
      says.length === 0 ? [] : [{ of: `${thing.name}: ${field}`, says: says.join("; "), page: thing.page }]
    ),
    ...fields.flatMap(({ holds }) => holds.flatMap((held) => limitsOfThing(held, seen)))
  ]
}

export const allLimits = (): ReadonlyArray<Limit> => {
  const seen = new Set<Thing>()
  const whole = Object.values(limits).map(({ of, limit, unit, page }) => ({
    of,
    says: `at most ${number.format(limit)} ${unit}`,
    page
  }))
  return [
    ...whole,
    ...[modalView, homeView, textObject, ...anyBlock.kinds()].flatMap((thing) => limitsOfThing(thing, seen))
  ]
}
