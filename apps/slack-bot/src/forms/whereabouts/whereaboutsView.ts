import type { Instant } from "@safe-return/domain/calendar"
import {
  type RecordReturnedTo,
  type RecordWhereabouts,
  ReturnedTo,
  returnedToWords,
  Whereabouts,
  whereaboutsWords
} from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField, selectField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"

export const whereaboutsButton = caseButton(
  "whereabouts",
  "Where the child is",
  "Where a found child is who is not back, or where they came back to."
)
export const returnedToButton = caseButton(
  "whereabouts",
  "Where they came back to",
  "Where a found child is who is not back, or where they came back to."
)

export const WHEREABOUTS_FORM = "whereabouts"
export const RETURNED_TO_FORM = "returned-to"

export const whereaboutsField = selectField(
  {
    id: "whereabouts",
    label: "Where are they now?",
    hint: "If they are not on their way back. The interview can be held there.",
    optional: true
  },
  whereaboutsWords.words
)

export const returnedToField = selectField(
  { id: "returnedTo", label: "Where did they come back to?", optional: true },
  returnedToWords.words
)

/** Where is the child, who is found and not back? */
export const whereaboutsView = (link: CaseLink, now: Instant): ModalView =>
  form({
    callbackId: WHEREABOUTS_FORM,
    title: "Where the child is",
    submit: "Record",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · Found and not back. The clock of the interview waits for the return.`),
      selectField({ id: "whereabouts", label: "Where are they?" }, whereaboutsWords.words),
      dateTimeField({ id: "since", label: "Since", hint: "From when they have been there." }, now)
    ]
  })

/** Where did the child come back to? */
export const returnedToView = (link: CaseLink): ModalView =>
  form({
    callbackId: RETURNED_TO_FORM,
    title: "Where they came back to",
    submit: "Record",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · Back. It need not be where they left from.`),
      selectField({ id: "returnedTo", label: "Where did they come back to?" }, returnedToWords.words)
    ]
  })

export const readWhereabouts = (
  { episodeId }: CaseLink,
  values: FormValues
): Result.Result<RecordWhereabouts, InvalidSubmission> => {
  const whereabouts = choiceIn(values, "whereabouts", Whereabouts)
  const since = instantIn(values, "since")
  if (whereabouts === undefined || since === undefined) {
    return Result.fail(
      new InvalidSubmission({
        fields: {
          ...(whereabouts === undefined ? { whereabouts: "Choose where the child is." } : {}),
          ...(since === undefined ? { since: "Give since when." } : {})
        }
      })
    )
  }
  return Result.succeed({ _tag: "RecordWhereabouts", episodeId, whereabouts, since })
}

export const readReturnedTo = (
  { episodeId }: CaseLink,
  values: FormValues
): Result.Result<RecordReturnedTo, InvalidSubmission> => {
  const returnedTo = choiceIn(values, "returnedTo", ReturnedTo)
  return returnedTo === undefined
    ? Result.fail(new InvalidSubmission({ fields: { returnedTo: "Choose where they came back to." } }))
    : Result.succeed({ _tag: "RecordReturnedTo", episodeId, returnedTo })
}
