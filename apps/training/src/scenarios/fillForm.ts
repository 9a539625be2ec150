/** Fills in the form that is open, field by field as labelled, and presses a button of it. */
import { elementsOf, type InputValues, type JsonObject, type View } from "@safe-return/slack-testkit"
import { Effect, Result } from "effect"
import type { Asked } from "../server/Asked.ts"
import { runAction, submitView } from "../server/handlers/interactions.ts"
import { type Answer, answerTo } from "./answers.ts"
import { CannotDo } from "./CannotDo.ts"
import { faceOf } from "./eyes.ts"
import { untilSeen } from "./untilSeen.ts"

interface Labelled {
  readonly label: string
  readonly block: JsonObject
  readonly blockId: string
  readonly element: JsonObject
}

/** As the page names an element without a label of its own: by its placeholder, or its action in plain words. */
const nameOf = (block: JsonObject, element: JsonObject): string =>
  faceOf(block["label"]) ||
  faceOf(element["placeholder"]) ||
  String(element["action_id"] ?? "").replaceAll(/[._-]+/g, " ")

const labelled = (view: View | undefined): ReadonlyArray<Labelled> =>
  (view?.blocks ?? []).flatMap((block) =>
    elementsOf([block]).map(({ blockId, element }) => ({ label: nameOf(block, element), block, blockId, element }))
  )

/** What is chosen acts at once where the block says so, and everywhere outside an input block. */
const actsAtOnce = ({ block }: Labelled): boolean => block["type"] !== "input" || block["dispatch_action"] === true

/** Of several fields with one label, `Reason [2]` is the second from the top. */
const fieldNamed = (fields: ReadonlyArray<Labelled>, name: string): Labelled | undefined => {
  const [, label = name, place = "1"] = /^(.+) \[(\d+)\]$/.exec(name) ?? []
  return fields.filter((field) => field.label === label)[Number(place) - 1]
}

const fieldIn = Effect.fnUntraced(function* ({ person }: Asked, label: string) {
  const find = Effect.sync(() => fieldNamed(labelled(person.modal), label))
  const field = yield* untilSeen(find, (found) => found !== undefined)
  const view = person.modal
  if (view === undefined) return yield* new CannotDo({ reason: "No form is open." })
  if (field !== undefined) return { field, view }
  const there = labelled(view).map((each) => each.label)
  return yield* new CannotDo({ reason: `The form has no field "${label}"; it has: ${there.join(", ")}.` })
})

const merged = (values: InputValues, { blockId, element }: Labelled, state: JsonObject): InputValues => ({
  ...values,
  [blockId]: { ...values[blockId], [String(element["action_id"])]: state }
})

const answerAll = Effect.fnUntraced(function* (asked: Asked, answers: Readonly<Record<string, Answer>>) {
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

const buttonIn = (view: View | undefined, face: string) =>
  labelled(view).find(({ element }) => element["type"] === "button" && faceOf(element) === face)

export const fillForm = Effect.fn("fillForm")(function* (
  asked: Asked,
  answers: Readonly<Record<string, Answer>>,
  press: string
) {
  const { person } = asked
  const given = yield* answerAll(asked, answers)
  const canPress = (view: View | undefined) => faceOf(view?.submit) === press || buttonIn(view, press) !== undefined
  const view = yield* untilSeen(
    Effect.sync(() => person.modal),
    canPress
  )
  if (view === undefined) return yield* new CannotDo({ reason: "No form is open." })
  if (faceOf(view.submit) === press) return yield* submitView(asked, { viewId: view.id, values: given })
  const button = buttonIn(view, press)
  if (button === undefined) return yield* new CannotDo({ reason: `The form has no button "${press}".` })
  const { blockId, element } = button
  return yield* runAction(asked, {
    container: { type: "view", viewId: view.id },
    blockId,
    element: { ...element, action_id: String(element["action_id"]) },
    values: given
  })
})
