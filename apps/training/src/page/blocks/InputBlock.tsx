import type { InputBlock as SlackInputBlock } from "@slack/types"
import { useId } from "react"
import { Field, isGroup } from "../fields/Field.tsx"
import { actionIdOf, chosenValue, type ElementState, initialState } from "./elementState.ts"
import { useSurface } from "./surface.ts"

type Trigger = "on_enter_pressed" | "on_character_entered"

const isText = (state: ElementState) => "value" in state

/** When a text field with `dispatch_action` tells the app: by default only when Enter is pressed. */
const dispatchesOn = (block: SlackInputBlock, trigger: Trigger): boolean => {
  if (block.dispatch_action !== true) return false
  const { element } = block
  const configured =
    "dispatch_action_config" in element ? element.dispatch_action_config?.trigger_actions_on : undefined
  return (configured ?? ["on_enter_pressed"]).includes(trigger)
}

/** A labelled field, with its hint and what is wrong with it. */
export const InputBlock = ({ block }: { readonly block: SlackInputBlock }) => {
  const { values, faults, choose, act } = useSurface()
  const id = useId()
  const blockId = block.block_id ?? ""
  const { element } = block
  const state = values[blockId]?.[actionIdOf(element)] ?? initialState(element)
  const fault = faults[blockId]
  const hintId = block.hint === undefined ? undefined : `${id}-hint`
  const faultId = fault === undefined ? undefined : `${id}-fault`
  const describedBy = [hintId, faultId].filter((part) => part !== undefined).join(" ")

  const label = (
    <>
      {block.label.text}
      {block.optional === true && <span className="optional"> (optional)</span>}
    </>
  )
  const field = (
    <Field
      blockId={blockId}
      id={id}
      name={block.label.text}
      isLabelled
      element={element}
      state={state}
      isRequired={block.optional !== true}
      isFaulty={fault !== undefined}
      describedBy={describedBy === "" ? undefined : describedBy}
      onState={(next) => {
        const actsNow = block.dispatch_action === true && (!isText(next) || dispatchesOn(block, "on_character_entered"))
        if (actsNow) act(blockId, element, chosenValue(next), next)
        else choose(blockId, element, next)
      }}
      onEnter={(next) => {
        if (!dispatchesOn(block, "on_enter_pressed")) return false
        act(blockId, element, chosenValue(next), next)
        return true
      }}
    />
  )
  const notes = (
    <>
      {block.hint !== undefined && (
        <p className="hint" id={hintId}>
          {block.hint.text}
        </p>
      )}
      {fault !== undefined && (
        <p className="fault" id={faultId}>
          <span className="visually-hidden">Error: </span>
          {fault}
        </p>
      )}
    </>
  )

  return isGroup(element) ? (
    <fieldset
      className={fault === undefined ? "field" : "field field-faulty"}
      data-block-id={blockId}
      aria-describedby={describedBy === "" ? undefined : describedBy}
    >
      <legend className="field-label">{label}</legend>
      {field}
      {notes}
    </fieldset>
  ) : (
    <div className={fault === undefined ? "field" : "field field-faulty"} data-block-id={blockId}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {field}
      {notes}
    </div>
  )
}
