import type { KeyboardEvent } from "react"
import type { AnyElement, ElementState } from "../blocks/elementState.ts"
import { ariaOf, type FieldProps } from "./fieldProps.ts"

type TextState = Extract<ElementState, { readonly value: string | null }>

interface TextFieldProps extends FieldProps {
  readonly element: AnyElement
  readonly state: TextState
}

const INPUT_TYPES = {
  plain_text_input: "text",
  email_text_input: "email",
  url_text_input: "url",
  number_input: "text"
} as const

export const TextField = ({ element, state, ...field }: TextFieldProps) => {
  const isMultiline = element.type === "plain_text_input" && element.multiline === true
  const shared = {
    ...ariaOf(field),
    value: state.value ?? "",
    placeholder: "placeholder" in element ? element.placeholder?.text : undefined,
    maxLength: element.type === "plain_text_input" ? (element.max_length ?? 3000) : undefined,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      field.onState({ ...state, value: target.value === "" ? null : target.value })
  }
  if (isMultiline) return <textarea {...shared} rows={4} />
  return (
    <input
      {...shared}
      type={INPUT_TYPES[state.type]}
      inputMode={state.type === "number_input" ? "decimal" : undefined}
      autoComplete="off"
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Enter" && field.onEnter?.(state) === true) event.preventDefault()
      }}
    />
  )
}
