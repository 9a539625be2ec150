import { ariaOf, type FieldProps } from "./fieldProps.ts"
import type { Choice, ChoiceGroup } from "./options.ts"

interface SelectFieldProps extends FieldProps {
  readonly placeholder?: string | undefined
  readonly groups: ReadonlyArray<ChoiceGroup>
  readonly value: string
  readonly onValue: (value: string) => void
}

const options = (choices: ReadonlyArray<Choice>) =>
  choices.map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ))

/** A choice of one, in the browser's own list. */
export const SelectField = ({ placeholder, groups, value, onValue, ...field }: SelectFieldProps) => (
  <select {...ariaOf(field)} value={value} onChange={({ target }) => onValue(target.value)}>
    <option value="">{placeholder ?? "Choose one"}</option>
    {groups.map(({ label, options: choices }) =>
      label === undefined ? (
        options(choices)
      ) : (
        <optgroup key={label} label={label}>
          {options(choices)}
        </optgroup>
      )
    )}
  </select>
)
