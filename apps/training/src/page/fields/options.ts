import { definedFields } from "@safe-return/domain/definedFields"
import type { Option } from "@slack/types"
import type { AnyElement } from "../blocks/elementState.ts"

export interface Choice {
  readonly value: string
  readonly text: string
  readonly description?: string
}

export interface ChoiceGroup {
  readonly label?: string
  readonly options: ReadonlyArray<Choice>
}

interface SlackOptions {
  readonly label?: string
  readonly options: ReadonlyArray<Option>
}

const slackOptions = (element: AnyElement): ReadonlyArray<SlackOptions> => {
  if ("option_groups" in element && element.option_groups !== undefined) {
    return element.option_groups.map(({ label, options }) => ({ label: label.text, options }))
  }
  return "options" in element && element.options !== undefined ? [{ options: element.options }] : []
}

export const choiceOf = ({ value, text, description }: Option): Choice => ({
  value: value ?? "",
  text: text.text,
  ...(description === undefined ? {} : { description: description.text })
})

export const groupsOf = (element: AnyElement): ReadonlyArray<ChoiceGroup> =>
  slackOptions(element).map(({ label, options }) => ({
    ...definedFields({ label }),
    options: options.map(choiceOf)
  }))

/** The option as it stands in the block: that, not only its value, is what Slack sends back. */
export const optionOf = (element: AnyElement, value: string | undefined): Option | undefined =>
  slackOptions(element)
    .flatMap(({ options }) => options)
    .find((option) => option.value === value)
