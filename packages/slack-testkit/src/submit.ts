/** Submitting a modal: Slack checks required inputs itself, sends the rest, and does what the app answers. */
import { type AnswerRefused, answerRefused } from "./app/AnswerRefused.ts"
import type { Delivery } from "./app/delivery.ts"
import { viewSubmission } from "./app/payloads.ts"
import { problem, refusalOf } from "./blockKit/Problem.ts"
import { type Actor, TargetNotFound } from "./findSurface.ts"
import { isObject, type JsonObject, textOr } from "./json.ts"
import type { OfferedOptions } from "./OfferedOptions.ts"
import { answered, elementsOf, type InputValues, missingAnswers } from "./views/inputState.ts"
import type { View } from "./views/view.ts"

export type FieldErrors = Readonly<Record<string, string>>

export type SubmissionOutcome = (
  | Delivery
  | AnswerRefused
  /** Slack itself stopped it: a required input was left empty. The app heard nothing. */
  | { readonly outcome: "not_sent" }
) & {
  /** Sentences shown beside inputs, by block id. */
  readonly fieldErrors: FieldErrors
}

const valuesOf = (view: View, answers: JsonObject, offered: OfferedOptions): InputValues => {
  const elements = elementsOf(view.blocks).map((placed) => offered.within(view.id, placed))
  const values: Record<string, Record<string, JsonObject>> = {}
  for (const [blockId, answer] of Object.entries(answers)) {
    const found = elements.find((candidate) => candidate.blockId === blockId)
    if (found === undefined) throw new TargetNotFound(`The modal has no block "${blockId}".`)
    values[blockId] = { [textOr(found.element["action_id"], "")]: answered(found.element, answer) }
  }
  return values
}

const fieldErrorsIn = (body: JsonObject): FieldErrors =>
  isObject(body["errors"])
    ? Object.fromEntries(Object.entries(body["errors"]).map(([block, text]) => [block, String(text)]))
    : {}

/** Errors stand beside inputs: Slack shows none that is empty or belongs to no input of the view. */
const refusalOfErrors = (errors: unknown, view: View): JsonObject | undefined => {
  const inputs = view.blocks.filter((block) => block["type"] === "input").map((block) => block["block_id"])
  const isSound =
    isObject(errors) &&
    Object.keys(errors).length > 0 &&
    Object.entries(errors).every(([block, text]) => inputs.includes(block) && textOr(text, "") !== "")
  return isSound ? undefined : refusalOf([problem("invalid_arguments", "/errors", "must name inputs of the view")])
}

export const submitView = async (
  actor: Actor,
  viewId: string,
  given: { readonly answers?: JsonObject; readonly values?: InputValues }
): Promise<SubmissionOutcome> => {
  const { connection, offered, views } = actor.parts
  const user = actor.sender.member.id
  const open = views.seenBy(user, viewId)
  const typed = open && views.type(user, viewId, { ...given.values, ...valuesOf(open, given.answers ?? {}, offered) })
  if (typed === undefined) throw new TargetNotFound("That window is not open any more.")
  const missing = missingAnswers(typed.blocks, typed.state.values)
  if (Object.keys(missing).length > 0) return { outcome: "not_sent", fieldErrors: missing }

  const triggerId = views.triggers.issue({ user, viewId })
  const delivery = await connection.interaction(viewSubmission(actor.sender, typed, triggerId), actor.signing)
  if (delivery.outcome !== "acknowledged") return { ...delivery, fieldErrors: {} }
  const body = isObject(delivery.body) ? delivery.body : {}
  const action = textOr(body["response_action"], "") || undefined
  if (action === "errors") {
    const refusal = refusalOfErrors(body["errors"], typed)
    return refusal === undefined
      ? { ...delivery, fieldErrors: fieldErrorsIn(body) }
      : { ...answerRefused(refusal), fieldErrors: {} }
  }
  const done = views.respond(user, viewId, action, body["view"])
  if (done["ok"] !== true) return { ...answerRefused(done), fieldErrors: {} }
  return { ...delivery, fieldErrors: {} }
}
