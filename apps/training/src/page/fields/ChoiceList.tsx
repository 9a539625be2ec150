import { withEmoji } from "../blocks/emoji.ts"
import type { FieldProps } from "./fieldProps.ts"
import type { ChoiceGroup } from "./options.ts"

interface ChoiceListProps extends FieldProps {
  readonly kind: "radio" | "checkbox"
  readonly groups: ReadonlyArray<ChoiceGroup>
  readonly values: ReadonlyArray<string>
  readonly onValues: (values: ReadonlyArray<string>) => void
}

/** Choices that are all in sight: one of them (radio) or any of them, in the order they are listed (checkbox). */
export const ChoiceList = ({ kind, groups, values, onValues, ...field }: ChoiceListProps) => {
  const choices = groups.flatMap(({ options }) => options)
  const choose = (value: string, isChosen: boolean) => {
    if (kind === "radio") return onValues([value])
    const wanted = new Set(values)
    if (isChosen) wanted.add(value)
    else wanted.delete(value)
    onValues(choices.flatMap((choice) => (wanted.has(choice.value) ? [choice.value] : [])))
  }
  const list = choices.map(({ value, text, description }) => (
    <label key={value} className="choice">
      <input
        type={kind}
        name={field.id}
        checked={values.includes(value)}
        aria-invalid={field.isFaulty}
        onChange={({ target }) => choose(value, target.checked)}
      />
      <span>
        {withEmoji(text)}
        {description !== undefined && <span className="choice-description">{description}</span>}
      </span>
    </label>
  ))
  // Beside a message there is no legend, so the list has to be named itself.
  return field.isLabelled === true ? (
    <div className="choices">{list}</div>
  ) : (
    <fieldset className="choices" aria-label={field.name}>
      {list}
    </fieldset>
  )
}
