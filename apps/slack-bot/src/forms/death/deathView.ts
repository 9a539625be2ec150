import { whoMay } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import {
  CorrectionReason,
  correctionReasonWords,
  type KeptNotification,
  type PersonId,
  type RecordDeath,
  type TakeBackDeath
} from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField, radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"

export const deathButton = caseButton(
  "death",
  "Record a death",
  "The child has died. Everything that is asked for here stops."
)
export const confirmDeathButton = caseButton(
  "confirm-death",
  "The record is right",
  "What was told since was looked at."
)
export const takeBackDeathButton = caseButton("take-back-death", "The record is wrong", "A death was recorded wrongly.")

export const DEATH_FORM = "death"
export const CONFIRM_DEATH_FORM = "confirm-death"
export const TAKE_BACK_DEATH_FORM = "take-back-death"

/** A child has died. The words stay plain, and say what stops. */
export const deathView = (link: CaseLink, now: Instant): ModalView =>
  form({
    callbackId: DEATH_FORM,
    title: "Record a death",
    submit: "Record the death",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · Check the reference. Everything that is asked for about this child stops at once. The allocated worker, the Missing Co-ordinators, the team managers and the heads of service are told, and who has an interview of theirs to carry out or was alerted.`
      ),
      dateTimeField({ id: "knownFrom", label: "Known from", hint: "From when the death is known to the council." }, now)
    ]
  })

export const readDeath = (values: FormValues, by: PersonId): Result.Result<RecordDeath, InvalidSubmission> => {
  const knownFrom = instantIn(values, "knownFrom")
  return knownFrom === undefined
    ? Result.fail(new InvalidSubmission({ fields: { knownFrom: "Give from when it is known." } }))
    : Result.succeed({ _tag: "RecordDeath", knownFrom, by })
}

/** The reports that came since, before a person confirms that the record of the death is right. */
export const confirmDeathView = (link: CaseLink, reports: ReadonlyArray<KeptNotification>): ModalView =>
  form({
    callbackId: CONFIRM_DEATH_FORM,
    title: "The record is right",
    submit: "Confirm",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · Only after speaking to the person who reported it. If the child may be alive, leave this and have ${whoMay("take-back-death")} take the record back.`
      ),
      section(
        reports
          .map(
            ({ notification, receivedAt }) =>
              `• Reported missing under ${escapeSlack(notification.policeReference)}, ${londonDateTime(receivedAt)}`
          )
          .join("\n") || "Nothing is left to look at."
      )
    ]
  })

export const takeBackDeathView = (link: CaseLink): ModalView =>
  form({
    callbackId: TAKE_BACK_DEATH_FORM,
    title: "The record is wrong",
    submit: "Take it back",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · The record stands again as it was. What was told since is acted on, and people are alerted if the child is missing.`
      ),
      radioField({ id: "reason", label: "Why is it wrong?" }, correctionReasonWords.words)
    ]
  })

export const readTakingBack = (values: FormValues): Result.Result<TakeBackDeath, InvalidSubmission> => {
  const reason = choiceIn(values, "reason", CorrectionReason)
  return reason === undefined
    ? Result.fail(new InvalidSubmission({ fields: { reason: "Choose why it is wrong." } }))
    : Result.succeed({ _tag: "TakeBackDeath", reason })
}
