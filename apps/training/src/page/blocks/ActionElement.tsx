import { useId } from "react"
import { Field } from "../fields/Field.tsx"
import { ButtonElement } from "./ButtonElement.tsx"
import { DraftedField } from "./DraftedField.tsx"
import { type AnyElement, actionIdOf, chosenValue, initialState } from "./elementState.ts"
import { OverflowElement } from "./OverflowElement.tsx"
import { useSurface } from "./surface.ts"

interface ActionElementProps {
  readonly blockId: string
  readonly element: AnyElement
}

/** An element has no label of its own here, so its placeholder, or its action in plain words, is its name. */
const nameOf = (element: AnyElement): string =>
  ("placeholder" in element ? element.placeholder?.text : undefined) ?? actionIdOf(element).replaceAll(/[._-]+/g, " ")

/** An element that acts at once when it is used: anything in an actions block or beside a section. */
export const ActionElement = ({ blockId, element }: ActionElementProps) => {
  const { values, act } = useSurface()
  const id = useId()
  if (element.type === "button") return <ButtonElement blockId={blockId} element={element} />
  if (element.type === "overflow") return <OverflowElement blockId={blockId} element={element} />
  if (element.type === "image") return <span className="quiet">{element.alt_text}</span>

  const state = values[blockId]?.[actionIdOf(element)] ?? initialState(element)
  // A date or time is typed piece by piece: it is sent when the person says that it is complete.
  const isTyped = element.type === "datepicker" || element.type === "timepicker" || element.type === "datetimepicker"
  if (isTyped && state !== undefined) {
    return <DraftedField blockId={blockId} element={element} state={state} name={nameOf(element)} />
  }
  return (
    <Field
      blockId={blockId}
      id={id}
      name={nameOf(element)}
      element={element}
      state={state}
      onState={(next) => act(blockId, element, chosenValue(next), next)}
    />
  )
}
