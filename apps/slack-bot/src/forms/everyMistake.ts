/** A refusal names the first mistake; the others are found by asking again as if that one had been right. */

import { People, Role } from "@safe-return/casework"
import { formatCivilDay, Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { InputBlockElement } from "@slack/types"
import { Clock, Effect, Result } from "effect"
import { explain, type Problem } from "../handlers/explain.ts"
import type { CaseServices, Submission } from "../handlers/Handler.ts"
import { VALUE } from "./fields.ts"
import { type FormValues, InvalidSubmission } from "./form.ts"
import { recordingNothing } from "./recordingNothing.ts"

type Answer = Readonly<Record<string, unknown>>

const secondsOf = (instant: Instant): number => Math.floor(instant / 1_000)

/** What may stand for the answer to an input: what it opened with, nothing, or any that it takes. */
const standInsFor = (
  element: InputBlockElement,
  known: { readonly now: Instant; readonly people: ReadonlyArray<string> }
): ReadonlyArray<Answer> => {
  switch (element.type) {
    case "datetimepicker":
      return [element.initial_date_time, undefined, secondsOf(known.now)].map((time) => ({ selected_date_time: time }))
    case "datepicker":
      return [element.initial_date, undefined, formatCivilDay(londonDayOf(known.now))].map((day) => ({
        selected_date: day
      }))
    case "radio_buttons":
    case "static_select":
      return [element.initial_option, undefined, ...(element.options ?? [])].map((option) => ({
        selected_option: option
      }))
    case "timepicker":
      return [{ selected_time: element.initial_time }]
    case "users_select":
      return [element.initial_user, undefined, ...known.people].map((user) => ({ selected_user: user }))
    case "plain_text_input":
      return [element.initial_value, undefined, element.placeholder?.text].map((value) => ({ value }))
    case "checkboxes":
    case "multi_static_select":
      return [element.initial_options, []].map((options) => ({ selected_options: options }))
    case "multi_users_select":
      return [element.initial_users, []].map((users) => ({ selected_users: users }))
    default:
      return [{}]
  }
}

/** The person who asks, and the holders of every role. */
const peopleBeside = Effect.fnUntraced(function* (person: string) {
  const people = yield* People
  const holders = yield* Effect.forEach(Role.literals, (role) => people.holdersOf(role))
  return [...new Set([person, ...holders.flat()])]
})

const isFilledIn = (values: FormValues, id: string): boolean => {
  const { type: _, ...answer } = (values[id]?.[VALUE] ?? {}) as Answer
  return Object.values(answer).some((value) => (Array.isArray(value) ? value.length > 0 : (value ?? "") !== ""))
}

/** The problem with every mistake that trying again finds, each beside its input; one of no input stands alone. */
const everyMistake = Effect.fnUntraced(function* <A>(
  submission: Submission,
  problem: Problem,
  attempt: (values: FormValues) => Effect.Effect<A, Problem, CaseServices>
): Effect.fn.Return<Problem, never, CaseServices> {
  const inputs = new Map(submission.inputs?.map((input) => [input.block_id ?? "", input]))
  const faultsIn = (found: Problem) => Object.entries(explain(found).fields).filter(([id]) => inputs.has(id))
  if (faultsIn(problem).length === 0) return problem
  const now = Instant(yield* Clock.currentTimeMillis)
  const people = yield* peopleBeside(submission.person)
  const mistakes = new Map(faultsIn(problem))
  const standIns = new Map<string, Array<Answer>>()
  let values = submission.values
  let found = problem
  for (;;) {
    const [id] = faultsIn(found)[0] ?? []
    const input = id === undefined ? undefined : inputs.get(id)
    if (id === undefined || input === undefined) break
    const left = standIns.get(id) ?? [...standInsFor(input.element, { now, people })]
    standIns.set(id, left)
    const next = left.shift()
    if (next === undefined) break
    values = { ...values, [id]: { [VALUE]: next } }
    const result = yield* recordingNothing(Effect.result(attempt(values)))
    if (Result.isSuccess(result)) break
    found = result.failure
    for (const [fault, sentence] of faultsIn(found)) {
      // Nobody has to answer what is asked only because of how another input is answered for them.
      const isTheirs = inputs.get(fault)?.optional === false || isFilledIn(submission.values, fault)
      if (isTheirs && !mistakes.has(fault)) mistakes.set(fault, sentence)
    }
  }
  return mistakes.size === faultsIn(problem).length
    ? problem
    : new InvalidSubmission({ fields: { ...explain(problem).fields, ...Object.fromEntries(mistakes) } })
})

/** What the submission comes to; where it is refused, with every mistake in it. */
export const sayingEveryMistake = <A>(
  submission: Submission,
  attempt: (values: FormValues) => Effect.Effect<A, Problem, CaseServices>
): Effect.Effect<A, Problem, CaseServices> =>
  Effect.catch(attempt(submission.values), (problem) =>
    Effect.flatMap(everyMistake(submission, problem, attempt), Effect.fail)
  )
