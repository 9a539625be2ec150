import type { Instant } from "@safe-return/domain/calendar"
import { Absence, absenceWords, type Episode, type RecordAbsenceChange } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { dateTimeField, radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, instantIn } from "../form.ts"

export const absenceChangeButton = caseButton(
  "absence-change",
  "Missing or away",
  "From when the child was away and not missing, or the other way round."
)

export const ABSENCE_CHANGE_FORM = "absence-change"

/** From when was the child away and not missing, or the other way round? */
export const absenceChangeView = (link: CaseLink, { absence }: Episode, now: Instant): ModalView =>
  form({
    callbackId: ABSENCE_CHANGE_FORM,
    title: "Missing or away",
    submit: "Record",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · Recorded now: ${absenceWords.words[absence]}. A change begins a new stretch and keeps the one before it. If what is recorded was wrong from the start, press Correct instead.`
      ),
      radioField({ id: "absence", label: "From then on" }, absenceWords.words),
      dateTimeField({ id: "changedAt", label: "Changed at", hint: "When it was known, not when it was reported." }, now)
    ]
  })

export const readAbsenceChange = (
  { episodeId }: CaseLink,
  values: FormValues
): Result.Result<RecordAbsenceChange, InvalidSubmission> => {
  const absence = choiceIn(values, "absence", Absence)
  const changedAt = instantIn(values, "changedAt")
  if (absence === undefined || changedAt === undefined) {
    return Result.fail(
      new InvalidSubmission({
        fields: {
          ...(absence === undefined ? { absence: "Choose missing or away." } : {}),
          ...(changedAt === undefined ? { changedAt: "Give from when." } : {})
        }
      })
    )
  }
  return Result.succeed({ _tag: "RecordAbsenceChange", episodeId, absence, changedAt })
}
