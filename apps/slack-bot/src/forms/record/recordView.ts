import { formatInstant } from "@safe-return/domain/calendar"
import { completeness, decodeInterviewRecord, type InterviewRecord } from "@safe-return/domain/interview"
import { CaseSystemReference, type Interview } from "@safe-return/domain/pathway"
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
import { type RecordInput, type RecordStep, recordSteps, sharingInputs } from "./recordSteps.ts"

export const recordButton = caseButton("record", "Record details", "Code what the interview brought out.")

const yesNo = { yes: "Yes", no: "No" }

const inputBlock = (input: RecordInput, examples: ReferenceExamples): InputBlock => {
  const words = { id: input.id, label: input.label, optional: true }
  switch (input.kind) {
    case "one":
      return selectField(words, input.words)
    case "several":
      return severalField(words, input.words)
    case "yes-no":
      return radioField(words, yesNo)
    case "name":
      return textField({ ...words, placeholder: "Sheffield City Council", maxLength: 80 })
    case "reference":
      return textField({ ...words, placeholder: examples.caseSystem, maxLength: 64 })
    case "time":
      return dateTimeField(words)
    case "person":
      return personField(words)
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

/** One step of the record; an empty input leaves it as it is, and no answer is shown again to others who may log. */
export const recordView = (
  link: CaseLink,
  step: RecordStep,
  interview: Interview,
  examples: ReferenceExamples
): ModalView =>
  form({
    callbackId: step.callbackId,
    title: step.title,
    submit: step === recordSteps.at(-1) ? "Save" : "Save and go on",
    close: "Later",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · ${step.explanation}`),
      context(`${howFull(interview)} Leave empty what stays as it is.`),
      ...(step.asksWhoIsLeftOut === true ? [keptFromField] : []),
      ...step.inputs.map((input) => inputBlock(input, examples))
    ]
  })

const codeOf = (values: FormValues, input: RecordInput): unknown => {
  switch (input.kind) {
    case "one":
      return choiceIn(values, input.id, Schema.String)
    case "several": {
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

export interface RecordedStep {
  readonly record: InterviewRecord
  readonly reference?: CaseSystemReference
}

const referenceIn = (values: FormValues): Result.Result<Pick<RecordedStep, "reference">, InvalidSubmission> => {
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

/** What this step adds; empty where nothing was given. */
export const readRecordStep = (
  step: RecordStep,
  values: FormValues
): Result.Result<RecordedStep, InvalidSubmission> => {
  const record: Record<string, unknown> = {}
  for (const input of step.inputs) {
    const code = codeOf(values, input)
    if (code === undefined || notOfTheRecord.has(input.id)) continue
    const [name = input.id, kind] = input.id.split(".")
    record[name] = kind === undefined ? code : { ...(record[name] as object | undefined), [kind]: code }
  }
  return Result.flatMap(sharingIn(values), (shared) =>
    Result.flatMap(decoded(shared.length === 0 ? record : { ...record, shared }), (part) =>
      Result.map(referenceIn(values), (reference) => ({ record: part, ...reference }))
    )
  )
}

/** What is held with what a step adds: a field that is given again replaces what stood, and a list of acts grows. */
export const withStep = (held: InterviewRecord, added: InterviewRecord): InterviewRecord => ({
  ...held,
  ...added,
  ...(added.harm === undefined ? {} : { harm: { ...held.harm, ...added.harm } }),
  ...(added.risks === undefined ? {} : { risks: { ...held.risks, ...added.risks } }),
  ...(added.shared === undefined ? {} : { shared: [...(held.shared ?? []), ...added.shared] })
})
