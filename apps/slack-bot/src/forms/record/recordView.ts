import { formatInstant, Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { completeness, decodeInterviewRecord, type InterviewRecord } from "@safe-return/domain/interview"
import { CaseSystemReference, type Interview, PersonId } from "@safe-return/domain/pathway"
import { schemaFaultsIn } from "@safe-return/wording/schemaFaults"
import type { InputBlock, ModalView } from "@slack/types"
import { Option, Result, Schema } from "effect"
import { context, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField, personField, radioField, selectField, severalField, textField } from "../fields.ts"
import { choiceIn, choicesIn, type FormValues, form, InvalidSubmission, instantIn, personIn, textIn } from "../form.ts"
import { keptFromField } from "../profile/keptFromField.ts"
import type { ReferenceExamples } from "../referenceExamples.ts"
import { answerIn, type RecordedAnswers } from "./recordedAnswers.ts"
import { type RecordInput, type RecordStep, recordSteps, sharingInputs } from "./recordSteps.ts"

export const recordButton = caseButton("record", "Record details", "Code what the interview brought out.")

const yesNo = { yes: "Yes", no: "No" }

const textOf = (answer: unknown): string | undefined => (typeof answer === "string" ? answer : undefined)

const listOf = (answer: unknown): ReadonlyArray<string> => (Array.isArray(answer) ? answer : [])

const inputBlock = (input: RecordInput, examples: ReferenceExamples, answer: unknown): InputBlock => {
  const words = { id: input.id, label: input.label, optional: true }
  switch (input.kind) {
    case "one":
      return selectField(words, input.words, textOf(answer))
    case "several":
    case "kinds":
      return severalField(words, input.words, listOf(answer))
    case "yes-no":
      return radioField(words, yesNo, typeof answer === "boolean" ? (answer ? "yes" : "no") : undefined)
    case "name":
      return textField({
        ...words,
        placeholder: "Sheffield City Council",
        maxLength: 80,
        ...definedFields({ initial: textOf(answer) })
      })
    case "reference":
      return textField({ ...words, placeholder: examples.caseSystem, maxLength: 64 })
    case "time":
      return dateTimeField(words, typeof answer === "number" ? Instant(answer) : undefined)
    case "person":
      return personField(words, typeof answer === "string" ? PersonId.make(answer) : undefined)
  }
}

/** Labels of what is missing that one step can show before the list is too long to read. */
const MISSING_SHOWN = 12

const howFull = (interview: Interview): string => {
  const { held, expected, missing } = completeness(interview)
  const labels = missing.slice(0, MISSING_SHOWN).map(({ label }) => label.toLowerCase())
  const more = missing.length > MISSING_SHOWN ? ` and ${missing.length - MISSING_SHOWN} more` : ""
  return `${held} of ${expected} held.${missing.length === 0 ? "" : ` Missing: ${labels.join(", ")}${more}.`}`
}

const FILLED_IN = "What is filled in comes from the log and from what you recorded: check it."
const NOT_FILLED_IN = "What was answered is shown to the person who heard the child alone."

/**
 * One step of the record; an empty input leaves it as it is.
 *
 * @param answers what it is filled in with; absent for a person who may log and did not hear the child
 */
export const recordView = (
  link: CaseLink,
  step: RecordStep,
  interview: Interview,
  examples: ReferenceExamples,
  answers?: RecordedAnswers
): ModalView =>
  form({
    callbackId: step.callbackId,
    title: step.title,
    submit: step === recordSteps.at(-1) ? "Save" : "Save and go on",
    close: "Later",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · ${step.explanation}`),
      context(
        `${howFull(interview)} Leave empty what stays as it is. ${answers === undefined ? NOT_FILLED_IN : FILLED_IN}`
      ),
      ...(step.asksWhoIsLeftOut === true ? [keptFromField(answers && (interview.keptFrom ?? []))] : []),
      ...step.inputs.map((input) =>
        inputBlock(input, examples, answers === undefined ? undefined : answerIn(answers, input))
      )
    ]
  })

const codeOf = (values: FormValues, input: RecordInput): unknown => {
  switch (input.kind) {
    case "one":
      return choiceIn(values, input.id, Schema.String)
    case "several":
    case "kinds": {
      const chosen = choicesIn(values, input.id, Schema.String)
      return chosen.length === 0 ? undefined : chosen
    }
    case "yes-no": {
      const answer = choiceIn(values, input.id, Schema.Literals(["yes", "no"]))
      return answer === undefined ? undefined : answer === "yes"
    }
    case "name":
    case "reference": {
      const text = textIn(values, input.id)
      return text === "" ? undefined : text
    }
    case "time": {
      const instant = instantIn(values, input.id)
      return instant === undefined ? undefined : formatInstant(instant)
    }
    case "person":
      return personIn(values, input.id)
  }
}

/** One act of sharing for each recipient; all of it or none. */
const sharingIn = (values: FormValues): Result.Result<ReadonlyArray<unknown>, InvalidSubmission> => {
  const [recipients, ...rest] = Object.values(sharingInputs).map((input) => [input.id, codeOf(values, input)] as const)
  const given = [recipients, ...rest].filter((part) => part?.[1] !== undefined)
  if (given.length === 0) return Result.succeed([])
  const missing = [recipients, ...rest].flatMap((part) =>
    part !== undefined && part[1] === undefined ? [part[0]] : []
  )
  if (missing.length > 0) {
    const sentence = "To record that something was shared, give who with, when, why and whether the child knows."
    return Result.fail(new InvalidSubmission({ fields: Object.fromEntries(missing.map((id) => [id, sentence])) }))
  }
  const [sharedAt, lawfulReason, childInformed] = rest.map(([, value]) => value)
  const to = Array.isArray(recipients?.[1]) ? recipients[1] : []
  return Result.succeed(to.map((recipient) => ({ with: recipient, sharedAt, lawfulReason, childInformed })))
}

const faultsIn = schemaFaultsIn()

/** By the domain's own schema; what it refuses is said beside the input it is about. */
const decoded = (record: Readonly<Record<string, unknown>>): Result.Result<InterviewRecord, InvalidSubmission> =>
  Result.mapError(
    decodeInterviewRecord(record),
    ({ issue }) =>
      new InvalidSubmission({
        fields: Object.fromEntries(
          faultsIn(issue).map(({ path, message }) => [path.slice(0, 2).map(String).join("."), message])
        )
      })
  )

interface RecordedStep {
  readonly record: InterviewRecord
  readonly reference?: CaseSystemReference
}

export const referenceIn = (values: FormValues): Result.Result<Pick<RecordedStep, "reference">, InvalidSubmission> => {
  const text = textIn(values, "caseReference")
  if (text === "") return Result.succeed({})
  return Option.match(Schema.decodeUnknownOption(CaseSystemReference)(text), {
    onNone: () =>
      Result.fail(
        new InvalidSubmission({
          fields: { caseReference: "Give the case system's number of the record: letters and digits, no spaces." }
        })
      ),
    onSome: (reference) => Result.succeed({ reference })
  })
}

const notOfTheRecord = new Set(["caseReference", ...Object.values(sharingInputs).map(({ id }) => id)])

interface GivenCodes {
  readonly record: Readonly<Record<string, unknown>>
  readonly faults: Readonly<Record<string, string>>
}

/** A kind has one answer, and so stands in one of the lists of its field. */
const givenCodes = (step: RecordStep, values: FormValues): GivenCodes => {
  const record: Record<string, unknown> = {}
  const faults: Record<string, string> = {}
  for (const input of step.inputs) {
    const code = codeOf(values, input)
    if (code === undefined || notOfTheRecord.has(input.id)) continue
    if (input.kind !== "kinds") {
      record[input.id] = code
      continue
    }
    const before = (record[input.of] ?? {}) as Readonly<Record<string, string>>
    const kinds = listOf(code)
    const twice = kinds.filter((kind) => kind in before).map((kind) => input.words[kind])
    if (twice.length > 0) faults[input.id] = `In two lists: ${twice.join(", ")}. Keep each in one of them.`
    record[input.of] = { ...before, ...Object.fromEntries(kinds.map((kind) => [kind, input.answer])) }
  }
  return { record, faults }
}

const faultsOf = (read: Result.Result<unknown, InvalidSubmission>): Readonly<Record<string, string>> =>
  Result.match(read, { onSuccess: () => ({}), onFailure: ({ fields }) => fields })

/** What this step adds, or every fault of it at once; empty where nothing was given. */
export const readRecordStep = (
  step: RecordStep,
  values: FormValues
): Result.Result<RecordedStep, InvalidSubmission> => {
  const { record, faults } = givenCodes(step, values)
  const sharing = sharingIn(values)
  const shared = Result.getOrElse(sharing, () => [])
  const part = decoded(shared.length === 0 ? record : { ...record, shared })
  const reference = referenceIn(values)
  const fields = { ...faults, ...faultsOf(sharing), ...faultsOf(part), ...faultsOf(reference) }
  if (Object.keys(fields).length > 0 || Result.isFailure(part) || Result.isFailure(reference))
    return Result.fail(new InvalidSubmission({ fields }))
  return Result.succeed({ record: part.success, ...reference.success })
}

/** What is held with what a step adds: a field that is given again replaces what stood, and a list of acts grows. */
export const withStep = (held: InterviewRecord, added: InterviewRecord): InterviewRecord => ({
  ...held,
  ...added,
  ...(added.harm === undefined ? {} : { harm: { ...held.harm, ...added.harm } }),
  ...(added.risks === undefined ? {} : { risks: { ...held.risks, ...added.risks } }),
  ...(added.shared === undefined ? {} : { shared: [...(held.shared ?? []), ...added.shared] })
})
