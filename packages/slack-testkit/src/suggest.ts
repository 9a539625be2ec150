/** Typing into an external select: Slack asks the app for options and shows those that are as they should be. */
import { type AnswerRefused, answerRefused } from "./app/AnswerRefused.ts"
import type { Delivery } from "./app/delivery.ts"
import { blockSuggestion } from "./app/payloads.ts"
import { menuOptions, optionsOrGroups } from "./blockKit/elements/menus.ts"
import { faultsIn } from "./blockKit/faultsIn.ts"
import { problemsAt, refusalOf } from "./blockKit/Problem.ts"
import { type BlockFault, composition } from "./blockKit/Shape.ts"
import { type ActionAt, type Actor, elementAt, findSurface } from "./findSurface.ts"
import { isObject, type JsonObject, objectsOf, textOr } from "./json.ts"
import { keyOf } from "./surface.ts"

export interface Typed {
  readonly actionId: string
  /** Needed only where an action id stands in several blocks. */
  readonly blockId?: string
  /** What has been typed so far; nothing when the menu is just opened. */
  readonly typed?: string
}

export type SuggestionOutcome = (
  | Delivery
  | AnswerRefused
  /** Slack did not ask: fewer characters than `min_query_length` were typed (three, if the app does not say). */
  | { readonly outcome: "not_sent" }
) & {
  /** What is offered, those in groups too, in order. */
  readonly options: ReadonlyArray<JsonObject>
}

/** Held to what a menu is held to that has its options from the start. */
const offer = composition<{ options: unknown; option_groups: unknown }>(
  "answer to an options request",
  { page: "select-menu-element", fields: menuOptions, rule: optionsOrGroups },
  "block-elements"
)

const externalSelects = new Set(["external_select", "multi_external_select"])

/** Nothing found is an answer too. */
const isEmpty = (answer: JsonObject): boolean =>
  [answer["options"], answer["option_groups"]].some((list) => Array.isArray(list) && list.length === 0)

const faultsOf = (answer: JsonObject): ReadonlyArray<BlockFault> =>
  isEmpty(answer) ? [] : faultsIn(offer, answer, "message")

const offeredIn = (answer: JsonObject): ReadonlyArray<JsonObject> => [
  ...objectsOf(answer["options"]),
  ...objectsOf(answer["option_groups"]).flatMap((group) => objectsOf(group["options"]))
]

const isTooShort = (element: JsonObject, typed: string): boolean => {
  const least = element["min_query_length"]
  return typed.length < (typeof least === "number" ? least : 3)
}

export const suggestIn = async (actor: Actor, at: ActionAt, given: Typed): Promise<SuggestionOutcome> => {
  const surface = await findSurface(actor, at)
  const placed = elementAt(actor, surface, given)
  if (!externalSelects.has(textOr(placed.element["type"], ""))) {
    throw new Error(
      `"${given.actionId}" has its options already; Slack asks the app for those of external selects only.`
    )
  }
  const typed = given.typed ?? ""
  if (isTooShort(placed.element, typed)) return { outcome: "not_sent", options: [] }
  const payload = blockSuggestion(actor.sender, surface, { placed, typed })
  const delivery = await actor.parts.connection.interaction(payload, actor.signing)
  if (delivery.outcome !== "acknowledged") return { ...delivery, options: [] }
  const answer = isObject(delivery.body) ? delivery.body : {}
  const refusal = refusalOf(problemsAt("invalid_arguments", "", faultsOf(answer)))
  if (refusal !== undefined) return { ...answerRefused(refusal), options: [] }
  const options = offeredIn(answer)
  actor.parts.offered.remember(keyOf(surface), placed, options)
  return { ...delivery, options }
}
