/** What a person may enter in any form, by the kinds of its inputs alone. */

import { interviewer, manager } from "@safe-return/casework/testing"
import type { Instant } from "@safe-return/domain/calendar"
import type { PersonId } from "@safe-return/domain/pathway"
import type { InputBlock, KnownBlock, ModalView } from "@slack/types"
import { Effect, Result } from "effect"
import { submissions } from "../../src/forms/registry.ts"
import { LINK_REFERENCES_FORM, UNDO_LINK_FORM } from "../../src/forms/strandLink/strandLinkView.ts"
import { attempt, type HandlerServices } from "../../src/handlers/Handler.ts"
import { holders } from "../people/scene.ts"

type Element = InputBlock["element"]
type Answer = Readonly<Record<string, unknown>>
export type Answers = Readonly<Record<string, Answer>>

export const inputsOf = ({ blocks }: Pick<ModalView, "blocks">): ReadonlyArray<InputBlock> =>
  (blocks as ReadonlyArray<KnownBlock>).filter((block): block is InputBlock => block.type === "input")

const secondsAt = (instant: number): number => Math.floor(instant / 60_000) * 60
const dayAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10)
const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR

/** Nothing at all, as Slack sends it. */
export const emptied = ({ type }: Element): Answer => {
  switch (type) {
    case "datetimepicker":
      return { selected_date_time: null }
    case "datepicker":
      return { selected_date: null }
    case "timepicker":
      return { selected_time: null }
    case "users_select":
      return { selected_user: null }
    case "multi_users_select":
      return { selected_users: [] }
    case "radio_buttons":
    case "static_select":
      return { selected_option: null }
    case "checkboxes":
    case "multi_static_select":
      return { selected_options: [] }
    case "plain_text_input":
      return { value: null }
    default:
      throw new Error(`no form of ours has a ${type}`)
  }
}

/** Every single choice that it shows. */
export const choicesOf = (element: Element): ReadonlyArray<Answer> => {
  switch (element.type) {
    case "radio_buttons":
    case "static_select":
      return (element.options ?? []).map((option) => ({ selected_option: option }))
    case "checkboxes":
    case "multi_static_select":
      return (element.options ?? []).map((option) => ({ selected_options: [option] }))
    default:
      return []
  }
}

const otherPeople = ["U0COORDINATOR", "U0INTERVIEWER2", "U0DUTY"]

/** As it opens, and then what a person may try. */
const enteredIn = (element: Element, now: Instant): ReadonlyArray<Answer> => {
  switch (element.type) {
    case "datetimepicker":
      return [
        { selected_date_time: element.initial_date_time ?? null },
        emptied(element),
        ...[0, 1, 2, 24, 48, 72, 96, 120, 240, -1, -2].map((hours) => ({
          selected_date_time: secondsAt(now - hours * HOUR)
        }))
      ]
    case "datepicker":
      return [
        { selected_date: element.initial_date ?? null },
        { selected_date: dayAt(now) },
        { selected_date: dayAt(now - 15 * YEAR) }
      ]
    case "timepicker":
      return [{ selected_time: element.initial_time ?? "09:00" }]
    case "users_select":
      return [element.initial_user ?? null, interviewer, manager, ...otherPeople].map((user) => ({
        selected_user: user
      }))
    case "multi_users_select":
      return [{ selected_users: element.initial_users ?? [] }, { selected_users: [manager] }]
    case "radio_buttons":
    case "static_select":
      return [{ selected_option: element.initial_option ?? null }, ...choicesOf(element)]
    case "checkboxes":
    case "multi_static_select":
      return [{ selected_options: element.initial_options ?? [] }, ...choicesOf(element)]
    case "plain_text_input":
      return [element.initial_value ?? null, element.placeholder?.text, "LCS-10433", "SYP-2026-0000099"].map(
        (value) => ({
          value
        })
      )
    default:
      throw new Error(`no form of ours has a ${element.type}`)
  }
}

/** What a person may get wrong. */
export const mistakesIn = (element: Element, now: Instant): ReadonlyArray<Answer> => {
  switch (element.type) {
    case "datetimepicker":
      return [
        emptied(element),
        ...[now + YEAR, now - 5 * YEAR].map((time) => ({ selected_date_time: secondsAt(time) }))
      ]
    case "datepicker":
      return [emptied(element), { selected_date: dayAt(now + YEAR) }, { selected_date: dayAt(now - 200 * YEAR) }]
    case "timepicker":
      return [emptied(element), { selected_time: "23:59" }, { selected_time: "00:00" }]
    case "users_select":
      return [emptied(element), { selected_user: "U0NOBODY" }]
    case "plain_text_input":
      return [emptied(element), { value: "Jade Smith 2009-04-01" }, { value: "?" }]
    default:
      return [emptied(element), ...choicesOf(element)]
  }
}

/** The fields that a submission is refused beside; undefined where it is accepted. */
export interface Refused {
  readonly fields: ReadonlyArray<string>
  readonly sentence: string
}

/** A person of the team whose form it is. */
const mayFillIn = ({ callback_id: id = "" }: ModalView): PersonId => {
  if (id === LINK_REFERENCES_FORM || id === UNDO_LINK_FORM) return holders["inclusion-lead"]
  return id.startsWith("pupil-") ? holders["education-officer"] : manager
}

export const submit = (
  view: ModalView,
  answers: Answers,
  person: PersonId = mayFillIn(view)
): Effect.Effect<Refused | undefined, never, HandlerServices> => {
  const handler = submissions.get(view.callback_id ?? "")
  if (handler === undefined) throw new Error(`nothing takes ${view.callback_id}`)
  const inputs = inputsOf(view)
  const values = Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }]))
  return Effect.map(attempt(handler, { person, metadata: view.private_metadata ?? "", values, inputs }), (outcome) =>
    Result.isSuccess(outcome)
      ? undefined
      : {
          fields: Object.keys(outcome.failure.fields).filter((id) => inputs.some((input) => input.block_id === id)),
          sentence: outcome.failure.sentence
        }
  )
}

/** How often something else is tried where a form does not say which answer is wrong. */
const GUESSES = 12

interface Given {
  /** Answers that stand, whatever is said of them. */
  readonly given?: Answers
  readonly person?: PersonId
}

/** Answers that the form takes, or what it refuses at last. */
export const tryAnswers = Effect.fnUntraced(function* (view: ModalView, now: Instant, { given = {}, person }: Given) {
  const left = new Map(
    inputsOf(view).map(({ block_id: id = "", element }) => [id, id in given ? [] : [...enteredIn(element, now)]])
  )
  let answers: Answers = {
    ...Object.fromEntries([...left].flatMap(([id, [first]]) => (first === undefined ? [] : [[id, first]]))),
    ...given
  }
  // Nothing is named, or only what stands: any other answer may be the one to change.
  const isOpen = ({ fields }: Refused) => fields.every((field) => field in given)
  const hasMore = (field: string) => (left.get(field)?.length ?? 0) > 0
  for (let guesses = GUESSES; ; ) {
    const refused = yield* submit(view, answers, person)
    if (refused === undefined) return Result.succeed(answers)
    if (isOpen(refused)) guesses -= 1
    const id = refused.fields.find(hasMore) ?? (isOpen(refused) ? [...left.keys()].find(hasMore) : undefined)
    const next = id === undefined ? undefined : left.get(id)?.shift()
    if (guesses === 0 || id === undefined || next === undefined) return Result.fail(refused)
    answers = { ...answers, [id]: next }
  }
})

/** Answers that the form takes; undefined where none were found. */
export const rightAnswers = (view: ModalView, now: Instant) =>
  Effect.map(tryAnswers(view, now, {}), Result.getOrUndefined)
