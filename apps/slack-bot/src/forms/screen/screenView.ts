import { definedFields } from "@safe-return/domain/definedFields"
import {
  CaseSystemReference,
  type Episode,
  type PersonId,
  Screening,
  screeningWords,
  workerKindWords
} from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Option, Result, Schema } from "effect"
import { context, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { personInWords } from "../../words/person.ts"
import { personField, radioField, selectField, textField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, personIn, textIn } from "../form.ts"
import type { ReferenceExamples } from "../referenceExamples.ts"

export const screenButton = caseButton(
  "screen",
  "MASH screening",
  "Allocation, MASH screening, hand-over, the case system's record."
)

/** Where the screening is over and a part of the form is left. */
export const finishButton = caseButton("screen", "Fill in", "What is left of allocation, hand-over and references.")

export const SCREEN_FORM = "screen"

const allocatedWords = {
  ...workerKindWords.words,
  concern: "Nobody, and there is a concern: MASH screens",
  "no-concern": "Nobody, and there is no concern"
} as const
const Allocated = Schema.Literals(["social-worker", "early-help-worker", "concern", "no-concern"])

const whatIsRecorded = ({ allocation, caseReference, coordinator }: Episode): string => {
  const allocated =
    allocation === undefined
      ? "not recorded"
      : allocation._tag === "Allocated"
        ? `${personInWords(allocation.worker)} (${workerKindWords.words[allocation.to]})`
        : allocation._tag === "Screened"
          ? `nobody; screened to ${screeningWords.words[allocation.outcome]}`
          : allocation._tag === "AwaitingScreening"
            ? "nobody; MASH to screen"
            : "nobody, no concern"
  return [
    `Allocated: ${allocated}`,
    `Case system's record: ${caseReference === undefined ? "not recorded" : escapeSlack(caseReference)}`,
    `Handed over to: ${coordinator === undefined ? "nobody yet" : personInWords(coordinator)}`
  ].join("\n")
}

/**
 * What the MASH does with a notification: who is allocated, where a child nobody is allocated to is sent, the case
 * system's record, and the hand-over. Any part of it can be given on its own.
 *
 * Source: Rotherham operating guidance, section 2.
 */
export const screenView = (link: CaseLink, episode: Episode, examples: ReferenceExamples): ModalView =>
  form({
    callbackId: SCREEN_FORM,
    title: "MASH screening",
    submit: "Record",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · Fill in what is decided now and leave the rest empty.`),
      context(whatIsRecorded(episode)),
      radioField({ id: "allocated", label: "Who is allocated?", optional: true }, allocatedWords),
      personField({
        id: "allocatedWorker",
        label: "Allocated worker",
        hint: "They are alerted by direct message, and are not independent for the interview.",
        optional: true
      }),
      selectField({ id: "outcome", label: "MASH screening sends the child to", optional: true }, screeningWords.words),
      personField({ id: "coordinator", label: "Hand over to (Missing Co-ordinator)", optional: true }),
      textField({
        id: "caseReference",
        label: "The case system's reference of the missing notification",
        placeholder: examples.caseSystem,
        maxLength: 64,
        optional: true
      })
    ]
  })

export interface ScreeningAnswers {
  readonly allocated?:
    | { readonly to: "social-worker" | "early-help-worker"; readonly worker: PersonId }
    | { readonly concern: boolean }
  readonly outcome?: Screening
  readonly coordinator?: PersonId
  readonly caseReference?: CaseSystemReference
}

const invalid = (fields: Record<string, string>) => Result.fail(new InvalidSubmission({ fields }))

export const readScreening = (values: FormValues): Result.Result<ScreeningAnswers, InvalidSubmission> => {
  const choice = choiceIn(values, "allocated", Allocated)
  const worker = personIn(values, "allocatedWorker")
  const outcome = choiceIn(values, "outcome", Screening)
  const coordinator = personIn(values, "coordinator")
  const reference = textIn(values, "caseReference")
  const caseReference = Option.getOrUndefined(Schema.decodeUnknownOption(CaseSystemReference)(reference))
  const isWorker = choice === "social-worker" || choice === "early-help-worker"
  if (isWorker && worker === undefined) return invalid({ allocatedWorker: "Choose who the child is allocated to." })
  if (!isWorker && worker !== undefined) {
    return invalid({
      allocated: "Say whether this person is a social worker or an Early Help worker, or leave them out."
    })
  }
  if (reference !== "" && caseReference === undefined) {
    return invalid({ caseReference: "Give the case system's reference: letters and digits, no spaces and no name." })
  }
  const allocated =
    isWorker && worker !== undefined
      ? { to: choice, worker }
      : choice === "concern" || choice === "no-concern"
        ? { concern: choice === "concern" }
        : undefined
  const screened: ScreeningAnswers = {
    ...definedFields({ allocated, outcome, coordinator, caseReference })
  }
  return Object.keys(screened).length === 0
    ? invalid({ allocated: "Nothing is filled in yet. Give what is decided." })
    : Result.succeed(screened)
}
