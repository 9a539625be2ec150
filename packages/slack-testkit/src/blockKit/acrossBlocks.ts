/** What blocks have to do with each other: ids that may not repeat, and what there may be only so much of. */
import { isObject, type JsonObject, objectsOf } from "../json.ts"
import type { BlockFault } from "./Shape.ts"
import { limits } from "./surfaces.ts"
import { idExists, lessThan, oneFocus } from "./words.ts"

interface Placed {
  readonly at: string
  readonly element: JsonObject
}

const elementsIn = (block: JsonObject): ReadonlyArray<Placed> => [
  ...objectsOf(block["elements"]).map((element, index) => ({ at: `/elements/${index}`, element })),
  ...objectsOf([block["element"]]).map((element) => ({ at: "/element", element })),
  ...objectsOf([block["accessory"]]).map((element) => ({ at: "/accessory", element }))
]

const repeatedIds = (
  kind: "action_id" | "block_id",
  things: ReadonlyArray<{ readonly at: string; readonly id: unknown }>
): ReadonlyArray<BlockFault> => {
  const seen = new Set<string>()
  return things.flatMap(({ at, id }) => {
    if (typeof id !== "string" || id === "") return []
    if (seen.has(id)) return [{ at: `${at}/${kind}`, words: idExists(kind, id) }]
    seen.add(id)
    return []
  })
}

/** Block ids are unique in a message or view, action ids in a block, and one element at most has the focus. */
export const faultsAcross = (blocks: ReadonlyArray<JsonObject>): ReadonlyArray<BlockFault> => {
  const focused = blocks.flatMap((block, index) =>
    elementsIn(block).flatMap(({ at, element }) =>
      element["focus_on_load"] === true ? [{ at: `/${index}${at}/focus_on_load`, words: oneFocus }] : []
    )
  )
  return [
    ...repeatedIds(
      "block_id",
      blocks.map((block, index) => ({ at: `/${index}`, id: block["block_id"] }))
    ),
    ...blocks.flatMap((block, index) =>
      repeatedIds(
        "action_id",
        elementsIn(block).map(({ at, element }) => ({ at: `/${index}${at}`, id: element["action_id"] }))
      )
    ),
    ...focused.slice(1)
  ]
}

const ofType = (blocks: ReadonlyArray<JsonObject>, type: string) => blocks.filter((block) => block["type"] === type)

/** What a message may hold only so much of. */
export const faultsOfMessage = (blocks: ReadonlyArray<JsonObject>): ReadonlyArray<BlockFault> => {
  const markdown = ofType(blocks, "markdown").map((block) => String(block["text"] ?? "").length)
  return [
    ...(ofType(blocks, "data_visualization").length > limits.charts.limit
      ? [{ at: "", words: "too many data_visualization blocks" }]
      : []),
    ...(markdown.reduce((sum, length) => sum + length, 0) > limits.markdown.limit
      ? [{ at: "", words: lessThan(limits.markdown.limit) }]
      : [])
  ]
}

/** The characters a reader sees in the blocks, which together may not be too many. */
export const textIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textIn(item), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === "text" && typeof item === "string" ? item.length : textIn(item)),
    0
  )
}
