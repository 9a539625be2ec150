import { opening, whoMay } from "@safe-return/casework"
import type { Episode } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result, Schema } from "effect"
import { context, escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission } from "../form.ts"

export const correctButton = caseButton(
  "correct",
  "Correct",
  `A time or fact is wrong. ${opening(whoMay("move-or-join-records"))} can also move or join records here.`
)

export const CORRECTION_CHOICE_FORM = "correction-choice"

const words = {
  facts: "A time or fact is wrong",
  "wrong-child": "It was recorded on the wrong child",
  interview: "A time or fact of the interview is wrong",
  withdraw: "Something of the interview did not happen",
  duplicate: "It was recorded twice",
  entry: "A place, a change or a placement was not so",
  separate: "Two records were joined that are not the same",
  cancel: "There was no such episode"
} as const

export const CorrectionChoice = Schema.Literals([
  "facts",
  "interview",
  "withdraw",
  "wrong-child",
  "duplicate",
  "entry",
  "separate",
  "cancel"
])
export type CorrectionChoice = typeof CorrectionChoice.Type

const OTHERS_MOVE = `Is it another child's, or was it recorded twice? Ask ${whoMay("move-or-join-records")}: they can move or join records here.`

/** What is wrong? Only what this person may put right, and what there is to put right, is offered. */
export const correctionChoiceView = (
  link: CaseLink,
  episode: Episode,
  choices: ReadonlyArray<CorrectionChoice>,
  mayMove: boolean
): ModalView =>
  form({
    callbackId: CORRECTION_CHOICE_FORM,
    title: "Correct",
    submit: "Next",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · last seen ${londonDateTime(episode.missingAt)}`),
      radioField(
        { id: "choice", label: "What is wrong?" },
        Object.fromEntries(choices.map((choice) => [choice, words[choice]]))
      ),
      ...(mayMove ? [] : [context(OTHERS_MOVE)])
    ]
  })

export const readCorrectionChoice = (values: FormValues): Result.Result<CorrectionChoice, InvalidSubmission> => {
  const choice = choiceIn(values, "choice", CorrectionChoice)
  return choice === undefined
    ? Result.fail(new InvalidSubmission({ fields: { choice: "Choose what is wrong." } }))
    : Result.succeed(choice)
}
