import {
  type AnswerConsideration,
  type AnsweredBy,
  type Consideration,
  type Considerations,
  type ConsideredAnswer,
  considerationWords,
  isShortReason,
  WorkerKind,
  workerKindWords
} from "@safe-return/domain/pathway"
import type { KnownBlock, ModalView } from "@slack/types"
import { Result, Schema } from "effect"
import { context, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { radioField, textField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, textIn } from "../form.ts"

export const considerationsButton = caseButton(
  "considerations",
  "Considerations",
  "What the allocated worker has to consider."
)

/** Whose answers a form takes goes with its submission: what is given apart must never be recorded as the worker's. */
export const considerationsForms = {
  worker: "considerations",
  apart: "considerations-apart"
} as const satisfies Record<AnsweredBy, string>

export const answerWords = { yes: "Yes", no: "No" }
const Answer = Schema.Literals(["yes", "no"])

/** The ids of a question's two inputs, for an answer and its reason alike. */
export const inputOf = (part: "answer" | "reason", question: Consideration): string => `${part}-${question}`

const inputsFor = (question: Consideration, stands: ConsideredAnswer | undefined): ReadonlyArray<KnownBlock> => [
  radioField(
    {
      id: inputOf("answer", question),
      label: considerationWords.words[question],
      ...(stands === undefined ? {} : { hint: `Recorded: ${answerWords[stands.answer]}. ${stands.reason}` }),
      optional: true
    },
    answerWords
  ),
  textField({
    id: inputOf("reason", question),
    label: "Reason",
    placeholder: "In a few words",
    hint: "No name and no account of what happened: those belong in the case system.",
    maxLength: 200,
    optional: true
  })
]

/**
 * What the allocated worker considers: any number of the questions at a time, each with a reason.
 *
 * @param kind asked for where it is not recorded yet whether the worker is a social worker or an Early Help worker
 */
export const considerationsView = (
  link: CaseLink,
  questions: ReadonlyArray<Consideration>,
  words: { readonly explanation: string; readonly kind: boolean; readonly answeredBy: AnsweredBy },
  standing: Considerations = {}
): ModalView =>
  form({
    callbackId: considerationsForms[words.answeredBy],
    title: "Considerations",
    submit: "Record",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · what the allocated worker considers`),
      context(words.explanation),
      ...(words.kind ? [radioField({ id: "kind", label: "The allocated worker is a" }, workerKindWords.words)] : []),
      ...questions.flatMap((question) => inputsFor(question, standing[question]))
    ]
  })

type ConsiderationAnswer = Pick<AnswerConsideration, "consideration" | "answer" | "reason">

export interface ConsiderationAnswers {
  readonly given: ReadonlyArray<ConsiderationAnswer>
  readonly kind: WorkerKind | undefined
}

const REASON_NEEDED = "Give the reason in a few words, up to 200 characters."

const readQuestions = (values: FormValues) => {
  const questions = Object.keys(considerationWords.words) as ReadonlyArray<Consideration>
  const problems: Record<string, string> = {}
  const given = questions.flatMap((consideration): ReadonlyArray<ConsiderationAnswer> => {
    const answer = choiceIn(values, inputOf("answer", consideration), Answer)
    const reason = textIn(values, inputOf("reason", consideration))
    if (answer === undefined) {
      if (reason !== "") problems[inputOf("answer", consideration)] = "You gave a reason. Say yes or no as well."
      return []
    }
    if (!isShortReason(reason)) problems[inputOf("reason", consideration)] = REASON_NEEDED
    return [{ consideration, answer, reason }]
  })
  return { given, problems }
}

/** Every answer that was given, those without a reason too. */
export const readGiven = (values: FormValues): ConsiderationAnswers => ({
  given: readQuestions(values).given,
  kind: choiceIn(values, "kind", WorkerKind)
})

/** Fails with what is wrong of the answers and their reasons. */
export const readConsiderations = (values: FormValues): Result.Result<void, InvalidSubmission> => {
  const { given, problems } = readQuestions(values)
  if (Object.keys(problems).length > 0) return Result.fail(new InvalidSubmission({ fields: problems }))
  return given.length === 0
    ? Result.fail(new InvalidSubmission({ fields: { consideration: "Answer at least one question." } }))
    : Result.void
}
