/** The inputs of the bot's forms; a block's id is the command's field, so that a refusal lands beside it. */

import { type CivilDay, formatCivilDay, type Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { PersonId } from "@safe-return/domain/pathway"
import type { InputBlock, InputBlockElement, PlainTextOption } from "@slack/types"

/** Each input block holds one element, so its action id need not tell it from any other. */
export const VALUE = "value"

interface FieldWords {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

const input = ({ id, label, hint, optional }: FieldWords, element: InputBlockElement): InputBlock => ({
  type: "input",
  block_id: id,
  label: { type: "plain_text", text: label },
  ...(hint === undefined ? {} : { hint: { type: "plain_text", text: hint } }),
  optional: optional ?? false,
  element
})

/** Whole minutes, as the picker shows them: hidden seconds would make "the same minute" come before itself. */
const wholeMinuteInSeconds = (instant: Instant): number => Math.floor(instant / 60_000) * 60

export const dateTimeField = (words: FieldWords, initial?: Instant): InputBlock =>
  input(words, {
    type: "datetimepicker",
    action_id: VALUE,
    ...(initial === undefined ? {} : { initial_date_time: wholeMinuteInSeconds(initial) })
  })

export const dateField = (words: FieldWords, initial?: CivilDay): InputBlock =>
  input(words, {
    type: "datepicker",
    action_id: VALUE,
    ...(initial === undefined ? {} : { initial_date: formatCivilDay(initial) })
  })

/** @param initial a time of day such as `09:00` */
export const timeField = (words: FieldWords, initial: string): InputBlock =>
  input(words, { type: "timepicker", action_id: VALUE, initial_time: initial })

export const personField = (words: FieldWords, initial?: PersonId): InputBlock =>
  input(words, {
    type: "users_select",
    action_id: VALUE,
    ...definedFields({ initial_user: initial })
  })

export const peopleField = (words: FieldWords, initial: ReadonlyArray<PersonId> = []): InputBlock =>
  input(words, {
    type: "multi_users_select",
    action_id: VALUE,
    ...(initial.length === 0 ? {} : { initial_users: [...initial] })
  })

export const textField = (
  words: FieldWords & { readonly placeholder: string; readonly maxLength: number; readonly initial?: string }
): InputBlock =>
  input(words, {
    type: "plain_text_input",
    action_id: VALUE,
    max_length: words.maxLength,
    placeholder: { type: "plain_text", text: words.placeholder },
    ...definedFields({ initial_value: words.initial })
  })

/** What a choice says, with a line beneath it where that tells it from others. */
export type Choice = string | { readonly name: string; readonly description: string }

export type Choices = Readonly<Record<string, Choice>>

/** Where their order counts and a value may be a number: an object would put numbers first. */
export type ChoicesInOrder = ReadonlyArray<readonly [value: string, choice: Choice]>

/** As long as Slack takes a choice or its line: https://docs.slack.dev/reference/block-kit/composition-objects/option-object. */
const LONGEST_CHOICE = 75

/** As many choices as Slack takes in one list. */
const MOST_CHOICES = 100

const plainText = (text: string) =>
  ({
    type: "plain_text",
    text: text.length > LONGEST_CHOICE ? `${text.slice(0, LONGEST_CHOICE - 1)}…` : text
  }) as const

const optionOf = (value: string, choice: Choice): PlainTextOption =>
  typeof choice === "string"
    ? { text: plainText(choice), value }
    : { text: plainText(choice.name), description: plainText(choice.description), value }

const isInOrder = (choices: Choices | ChoicesInOrder): choices is ChoicesInOrder => Array.isArray(choices)

const options = (choices: Choices | ChoicesInOrder): Array<PlainTextOption> =>
  (isInOrder(choices) ? choices : Object.entries(choices))
    .slice(0, MOST_CHOICES)
    .map(([value, choice]) => optionOf(value, choice))

/** One of a few, all in view. */
export const radioField = <Code extends string>(
  words: FieldWords,
  choices: Readonly<Record<Code, string>>,
  initial?: Code
): InputBlock => {
  const chosen = options(choices).find((option) => option.value === initial)
  return input(words, {
    type: "radio_buttons",
    action_id: VALUE,
    options: options(choices),
    ...definedFields({ initial_option: chosen })
  })
}

/** One of several, in a list. */
export const selectField = (words: FieldWords, choices: Choices | ChoicesInOrder, initial?: string): InputBlock => {
  const chosen = options(choices).find((option) => option.value === initial)
  return input(words, {
    type: "static_select",
    action_id: VALUE,
    options: options(choices),
    ...definedFields({ initial_option: chosen })
  })
}

type Chosen = ReadonlyArray<string>

const withChosen = (choices: Choices, chosen: Chosen) => {
  const initial = options(choices).filter(({ value }) => value !== undefined && chosen.includes(value))
  return { options: options(choices), ...(initial.length === 0 ? {} : { initial_options: initial }) }
}

/** Any number of several. Slack takes at most ten. */
export const checkboxField = (words: FieldWords, choices: Choices, chosen: Chosen = []): InputBlock =>
  input(words, { type: "checkboxes", action_id: VALUE, ...withChosen(choices, chosen) })

const CHECKBOXES = 10

/** Any number of up to a hundred: all in view where Slack has room for that, in a list otherwise. */
export const severalField = (words: FieldWords, choices: Choices, chosen: Chosen = []): InputBlock =>
  Object.keys(choices).length <= CHECKBOXES
    ? checkboxField(words, choices, chosen)
    : input(words, { type: "multi_static_select", action_id: VALUE, ...withChosen(choices, chosen) })
