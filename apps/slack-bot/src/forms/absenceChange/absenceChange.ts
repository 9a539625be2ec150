import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { buttonFor } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { latestAt } from "../episodeAtStage.ts"
import type { FormSlice } from "../FormSlice.ts"
import { precheck } from "../precheck.ts"
import { ABSENCE_CHANGE_FORM, absenceChangeButton, absenceChangeView, readAbsenceChange } from "./absenceChangeView.ts"

const absenceChangeForm: CaseForm = {
  permission: "correct-record",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: Effect.fn("absenceChangeForm")(function* ({ child, state, episode }) {
    const { id: episodeId, absence } = episode
    const now = Instant(yield* Clock.currentTimeMillis)
    // The same again changes nothing, so only what stands in the way of any change is refused.
    yield* precheck(state, { _tag: "RecordAbsenceChange", episodeId, absence, changedAt: now })
    return absenceChangeView({ child, episodeId }, episode, now)
  })
}

const absenceChangeSubmitted = recordingOf(absenceChangeForm, ({ link, values }) => readAbsenceChange(link, values))

export const absenceChange: FormSlice = {
  buttons: { [absenceChangeButton.actionId]: buttonFor(absenceChangeForm) },
  commands: { "/missing absence": absenceChangeForm },
  submissions: { [ABSENCE_CHANGE_FORM]: absenceChangeSubmitted }
}
