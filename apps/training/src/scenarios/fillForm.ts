/** Fills in the form that is open, field by field as labelled, and presses a button of it. */
import type { InputValues, JsonObject, View } from "@safe-return/slack-testkit"
import { Effect, Result } from "effect"
import { runAction, submitView } from "../server/handlers/interactions.ts"
import type { Requester } from "../server/Requester.ts"
import { type Answer, answerTo } from "./answers.ts"
import { CannotDo } from "./CannotDo.ts"
import { type FormField, fieldNamed, fieldsOf, formButton } from "./formFields.ts"
import { faceOf } from "./personaView.ts"
import { untilSeen } from "./untilSeen.ts"

/** What is chosen acts at once where the block says so, and everywhere outside an input block. */
const actsAtOnce = ({ block }: FormField): boolean => block["type"] !== "input" || block["dispatch_action"] === true

const fieldIn = Effect.fnUntraced(function* ({ person }: Requester, name: string) {
  const field = yield* untilSeen(
    Effect.sync(() => fieldNamed(person.modal, name)),
    (found) => found !== undefined
  )
  const view = person.modal
  if (view === undefined) return yield* new CannotDo({ reason: "No form is open." })
  if (field !== undefined) return { field, view }
  const there = fieldsOf(view).map((each) => each.name)
  return yield* new CannotDo({ reason: `The form has no field "${name}"; it has: ${there.join(", ")}.` })
})

const merged = (values: InputValues, { blockId, element }: FormField, state: JsonObject): InputValues => ({
  ...values,
  [blockId]: { ...values[blockId], [String(element["action_id"])]: state }
})

const answerAll = Effect.fnUntraced(function* (asked: Requester, answers: Readonly<Record<string, Answer>>) {
  let values: InputValues = {}
  for (const [label, answer] of Object.entries(answers)) {
    const { field, view } = yield* fieldIn(asked, label)
    const read = answerTo(field.element, answer, asked.training.clock.now())
    if (Result.isFailure(read)) return yield* new CannotDo({ reason: `${label}: ${read.failure}` })
    values = merged(values, field, read.success)
    if (!actsAtOnce(field)) continue
    const { blockId, element } = field
    const container = { type: "view", viewId: view.id } as const
    const acted = { ...element, action_id: String(element["action_id"]) }
    yield* runAction(asked, { container, blockId, element: acted, value: read.success, values })
  }
  return values
})

export const fillForm = Effect.fn("fillForm")(function* (
  asked: Requester,
  answers: Readonly<Record<string, Answer>>,
  press: string
) {
  const { person } = asked
  const given = yield* answerAll(asked, answers)
  const canPress = (view: View | undefined) => faceOf(view?.submit) === press || formButton(view, press) !== undefined
  const view = yield* untilSeen(
    Effect.sync(() => person.modal),
    canPress
  )
  if (view === undefined) return yield* new CannotDo({ reason: "No form is open." })
  if (faceOf(view.submit) === press) return yield* submitView(asked, { viewId: view.id, values: given })
  const button = formButton(view, press)
  if (button === undefined) return yield* new CannotDo({ reason: `The form has no button "${press}".` })
  const { blockId, element } = button
  return yield* runAction(asked, {
    container: { type: "view", viewId: view.id },
    blockId,
    element: { ...element, action_id: String(element["action_id"]) },
    values: given
  })
})
