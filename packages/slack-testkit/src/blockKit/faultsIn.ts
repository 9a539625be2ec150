/** Holds a JSON value to a shape. */
import { isObject, type JsonObject } from "../json.ts"
import type { BlockFault, Shape, Span, Surface, Thing } from "./Shape.ts"
import {
  fewerItems,
  lessThan,
  missingField,
  moreThan,
  mustBeA,
  noMoreItems,
  noneMatches,
  noSuchField,
  noSuchWord,
  notInFormat,
  outOfRange,
  unsupported
} from "./words.ts"

const escaped = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1")
const below = (key: string | number, faults: ReadonlyArray<BlockFault>): ReadonlyArray<BlockFault> =>
  faults.map(({ at, words }) => ({ at: `/${escaped(String(key))}${at}`, words }))
const here = (words: string): ReadonlyArray<BlockFault> => [{ at: "", words }]

/** Nothing is what JSON leaves out: a field set to undefined never reaches Slack. */
const isAbsent = (value: unknown) => value === undefined

const inText = (value: unknown, { min, max }: Span): ReadonlyArray<BlockFault> => {
  if (typeof value !== "string") return here(mustBeA("string"))
  if (max !== undefined && value.length > max) return here(lessThan(max))
  return min !== undefined && value.length < min ? here(moreThan(min)) : []
}

const inTextObject = (value: unknown, shape: Extract<Shape, { _tag: "TextObject" }>): ReadonlyArray<BlockFault> => {
  if (!isObject(value)) return here(mustBeA("object"))
  const { kinds } = shape
  const type = value["type"]
  if (type === undefined) return here(missingField("type"))
  if (!kinds.some((kind) => kind === type)) return below("type", here(unsupported(type)))
  const own = type === "plain_text" ? "emoji" : "verbatim"
  const faults = [
    ...("text" in value ? below("text", inText(value["text"], { min: 1, ...shape })) : here(missingField("text"))),
    ...(isAbsent(value[own]) ? [] : below(own, faultsIn({ _tag: "Flag" }, value[own], "message"))),
    ...Object.keys(value)
      .filter((key) => !isAbsent(value[key]) && key !== "type" && key !== "text" && key !== own)
      .flatMap((key) => here(noSuchField(key)))
  ]
  // Slack says so first where either kind of text would do.
  return faults.length > 0 && kinds.length > 1 ? [...here(noneMatches), ...faults] : faults
}

const inList = (
  value: unknown,
  shape: Extract<Shape, { _tag: "List" }>,
  surface: Surface
): ReadonlyArray<BlockFault> => {
  if (!Array.isArray(value)) return here(mustBeA("array"))
  const { of, min, max } = shape
  return [
    ...(max !== undefined && value.length > max ? here(noMoreItems(max)) : []),
    ...(min !== undefined && value.length < min ? here(fewerItems(min)) : []),
    ...value.flatMap((item, index) => below(index, faultsIn(of, item, surface)))
  ]
}

const inFields = (value: JsonObject, thing: Thing, surface: Surface): ReadonlyArray<BlockFault> => {
  const faults = [
    ...thing.required.filter((field) => isAbsent(value[field])).flatMap((field) => here(missingField(field))),
    ...Object.entries(value).flatMap(([key, found]) => {
      if (key === "type" || isAbsent(found)) return []
      const shape = thing.fields[key]
      return shape === undefined ? here(noSuchField(key)) : below(key, faultsIn(shape, found, surface))
    })
  ]
  // The rules of a thing compare its fields, so they make sense only of fields that are sound.
  return faults.length > 0 ? faults : (thing.rule?.(value) ?? [])
}

const byType = (value: unknown, kinds: ReadonlyArray<Thing>, surface: Surface): ReadonlyArray<BlockFault> => {
  if (!isObject(value)) return here(mustBeA("object"))
  const type = value["type"]
  if (isAbsent(type)) return here(missingField("type"))
  const kind = kinds.find((candidate) => candidate.type === type && candidate.surfaces.includes(surface))
  return kind === undefined ? below("type", here(unsupported(type))) : inFields(value, kind, surface)
}

const inWhole = (value: unknown, { min, max }: Span): ReadonlyArray<BlockFault> => {
  if (typeof value !== "number") return here(mustBeA("number"))
  const fits = Number.isInteger(value) && value >= (min ?? value) && value <= (max ?? value)
  return fits ? [] : here(outOfRange(min, max))
}

export const faultsIn = (shape: Shape, value: unknown, surface: Surface): ReadonlyArray<BlockFault> => {
  switch (shape._tag) {
    case "Text":
      return inText(value, shape)
    case "TextObject":
      return inTextObject(value, shape)
    case "Pattern":
      if (typeof value !== "string") return here(mustBeA("string"))
      return shape.pattern.test(value) ? [] : here(notInFormat(shape.says))
    case "Flag":
      return typeof value === "boolean" ? [] : here(mustBeA("boolean"))
    case "Whole":
      return inWhole(value, shape)
    case "Words":
      return shape.words.some((word) => word === value) ? [] : here(noSuchWord)
    case "List":
      return inList(value, shape, surface)
    case "ByType":
      return byType(value, shape.kinds(), surface)
    case "Thing":
      return isObject(value) ? inFields(value, shape, surface) : here(mustBeA("object"))
    case "Anything":
      return []
  }
}
