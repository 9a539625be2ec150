import type { Button, Overflow } from "@slack/types"
import { useId, useState } from "react"
import { Field } from "../fields/Field.tsx"
import { Menu } from "../modal/Menu.tsx"
import { type AnyElement, actionIdOf, chosenValue, type ElementState, initialState } from "./elementState.ts"
import { withEmoji } from "./emoji.ts"
import { useSurface } from "./surface.ts"

interface OverflowElementProps {
  readonly blockId: string
  readonly element: Overflow
}

const OverflowElement = ({ blockId, element }: OverflowElementProps) => {
  const { act } = useSurface()
  return (
    <Menu
      label="More actions"
      face={<span aria-hidden="true">⋯</span>}
      items={element.options.map((option) => ({
        key: option.value ?? option.text.text,
        label: option.text.text,
        onChoose: () => act(blockId, element, option)
      }))}
    />
  )
}

interface DraftedFieldProps {
  readonly blockId: string
  readonly element: AnyElement
  readonly state: ElementState
  readonly name: string
}

/** A date or time in a message, with the button that sends it. */
const DraftedField = ({ blockId, element, state, name }: DraftedFieldProps) => {
  const { act, isBusy } = useSurface()
  const [draft, setDraft] = useState(state)
  const id = useId()
  const isComplete = chosenValue(draft) !== null
  return (
    <div className="drafted-field">
      <Field blockId={blockId} id={id} name={name} element={element} state={draft} onState={setDraft} />
      <button
        type="button"
        className="button"
        aria-disabled={!isComplete || isBusy}
        onClick={() => isComplete && !isBusy && act(blockId, element, chosenValue(draft), draft)}
      >
        {element.type === "datepicker" ? "Set date" : "Set time"}
      </button>
    </div>
  )
}

interface ButtonElementProps {
  readonly blockId: string
  readonly element: Button
}

const ButtonElement = ({ blockId, element }: ButtonElementProps) => {
  const { act, isBusy } = useSurface()
  const className = element.style === undefined ? "button" : `button button-${element.style}`
  const label = withEmoji(element.text.text)
  if (element.url !== undefined) {
    return (
      <a
        className={className}
        href={element.url}
        target="_blank"
        rel="noreferrer"
        onClick={() => act(blockId, element)}
      >
        {label}
      </a>
    )
  }
  return (
    // Not `disabled` while busy: that would take the focus away from the person who pressed it.
    <button
      type="button"
      className={className}
      aria-label={element.accessibility_label}
      aria-disabled={isBusy}
      onClick={() => !isBusy && act(blockId, element)}
    >
      {label}
    </button>
  )
}

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
