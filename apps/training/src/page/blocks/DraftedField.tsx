import { useId, useState } from "react"
import { Field } from "../fields/Field.tsx"
import { type AnyElement, chosenValue, type ElementState } from "./elementState.ts"
import { useSurface } from "./surface.ts"

interface DraftedFieldProps {
  readonly blockId: string
  readonly element: AnyElement
  readonly state: ElementState
  readonly name: string
}

/** A date or time in a message, with the button that sends it. */
export const DraftedField = ({ blockId, element, state, name }: DraftedFieldProps) => {
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
