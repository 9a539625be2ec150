/** Slack names every block and element that an app left unnamed; interactions refer to them by these ids. */
import { randomBytes } from "node:crypto"
import { isObject, type JsonObject, objectsOf } from "../json.ts"

const newId = () => randomBytes(3).toString("hex").slice(0, 5)

const named = (element: unknown): unknown =>
  isObject(element) && typeof element["type"] === "string" && element["action_id"] === undefined
    ? { ...element, action_id: newId() }
    : element

export const withBlockIds = (blocks: unknown): ReadonlyArray<JsonObject> =>
  objectsOf(blocks).map((block) => {
    const ids = { ...block, block_id: block["block_id"] ?? newId() }
    if (block["type"] === "input") return { ...ids, element: named(block["element"]) }
    if (block["type"] === "actions" || block["type"] === "context_actions")
      return { ...ids, elements: objectsOf(block["elements"]).map(named) }
    return "accessory" in block ? { ...ids, accessory: named(block["accessory"]) } : ids
  })
