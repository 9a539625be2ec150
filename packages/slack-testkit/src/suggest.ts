/** Typing into an external select: Slack asks the app for options and shows those that are as they should be. */
import type { Delivery } from "./app/delivery.ts"
import { blockSuggestion } from "./app/payloads.ts"
import { isObject, type JsonObject, objectsOf, textOr } from "./json.ts"
import { type ActionAt, type Actor, elementAt, keyOf, placeSeen } from "./placeSeen.ts"

export interface Typed {
  readonly actionId: string
  /** Needed only where an action id stands in several blocks. */
  readonly blockId?: string
  /** What has been typed so far; nothing when the menu is just opened. */
  readonly typed?: string
}

export type Suggested = (
  | Delivery
  /** Slack did not ask: fewer characters than `min_query_length` were typed (three, if the app does not say). */
  | { readonly outcome: "not_sent" }
) & {
  /** What is offered, those in groups too, in order. */
  readonly options: ReadonlyArray<JsonObject>
}

const externalSelects = new Set(["external_select", "multi_external_select"])
const most = 100
const longestText = 75
const longestValue = 150

const lengthOf = (value: unknown): number => (isObject(value) ? textOr(value["text"], "").length : 0)

const optionFaults = (option: JsonObject): ReadonlyArray<string> => {
  const value = textOr(option["value"], "")
  return [
    ...(lengthOf(option["text"]) === 0 ? ["an option without text"] : []),
    ...(lengthOf(option["text"]) > longestText ? [`an option's text over ${longestText} characters`] : []),
    ...(value === "" ? ["an option without a value"] : []),
    ...(value.length > longestValue ? [`an option's value over ${longestValue} characters`] : [])
  ]
}

const groupFaults = (group: JsonObject): ReadonlyArray<string> => {
  const options = objectsOf(group["options"])
  return [
    ...(lengthOf(group["label"]) === 0 ? ["a group without a label"] : []),
    ...(lengthOf(group["label"]) > longestText ? [`a group's label over ${longestText} characters`] : []),
    ...(options.length > most ? [`more than ${most} options in a group`] : []),
    ...options.flatMap(optionFaults)
  ]
}

const offeredIn = (body: JsonObject | string): ReadonlyArray<JsonObject> => {
  const answer = isObject(body) ? body : {}
  const options = objectsOf(answer["options"])
  const groups = objectsOf(answer["option_groups"])
  const faults = [
    ...(Array.isArray(answer["options"]) === Array.isArray(answer["option_groups"])
      ? ["neither `options` nor `option_groups`, or both"]
      : []),
    ...(options.length > most ? [`more than ${most} options`] : []),
    ...(groups.length > most ? [`more than ${most} groups`] : []),
    ...options.flatMap(optionFaults),
    ...groups.flatMap(groupFaults)
  ]
  if (faults.length > 0) throw new Error(`Slack would not show these options: ${faults.join("; ")}.`)
  return [...options, ...groups.flatMap((group) => objectsOf(group["options"]))]
}

const isTooShort = (element: JsonObject, typed: string): boolean => {
  const least = element["min_query_length"]
  return typed.length < (typeof least === "number" ? least : 3)
}

export const suggestIn = async (actor: Actor, at: ActionAt, given: Typed): Promise<Suggested> => {
  const seen = await placeSeen(actor, at)
  const placed = elementAt(actor, seen, given)
  if (!externalSelects.has(textOr(placed.element["type"], ""))) {
    throw new Error(
      `"${given.actionId}" has its options already; Slack asks the app for those of external selects only.`
    )
  }
  const typed = given.typed ?? ""
  if (isTooShort(placed.element, typed)) return { outcome: "not_sent", options: [] }
  const payload = blockSuggestion(actor.sender, seen, { placed, typed })
  const delivery = await actor.parts.connection.interaction(payload, actor.signing)
  if (delivery.outcome !== "acknowledged") return { ...delivery, options: [] }
  const options = offeredIn(delivery.body)
  actor.parts.offered.remember(keyOf(seen), placed, options)
  return { ...delivery, options }
}
