/** The fields and buttons of a form by what is written on them, as a person finds them. */
import { elementsOf, type JsonObject, type View } from "@safe-return/slack-testkit"
import { faceOf } from "./personaView.ts"

export interface FormField {
  /** The label; of several fields with one label, `Reason [2]` is the second from the top. */
  readonly name: string
  readonly label: string
  readonly block: JsonObject
  readonly blockId: string
  readonly element: JsonObject
}

/** As the page names an element without a label of its own: by its placeholder, or its action in plain words. */
const labelOf = (block: JsonObject, element: JsonObject): string =>
  faceOf(block["label"]) ||
  faceOf(element["placeholder"]) ||
  String(element["action_id"] ?? "").replaceAll(/[._-]+/g, " ")

export const fieldsOf = (view: View | undefined): ReadonlyArray<FormField> => {
  const fields = (view?.blocks ?? []).flatMap((block) =>
    elementsOf([block]).map(({ blockId, element }) => ({ label: labelOf(block, element), block, blockId, element }))
  )
  return fields.map((field) => {
    const namesakes = fields.filter(({ label }) => label === field.label)
    return { ...field, name: namesakes.length > 1 ? `${field.label} [${namesakes.indexOf(field) + 1}]` : field.label }
  })
}

/** A bare label means the first of its fields. */
export const fieldNamed = (view: View | undefined, name: string): FormField | undefined => {
  const fields = fieldsOf(view)
  return fields.find((field) => field.name === name) ?? fields.find((field) => field.label === name)
}

export const formButton = (view: View | undefined, face: string): FormField | undefined =>
  fieldsOf(view).find(({ element }) => element["type"] === "button" && faceOf(element) === face)
