import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import type { CaseForm, FormSlice } from "../CaseForm.ts"
import { buttonFor, latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { DUPLICATE_FORM, duplicateView, joinButton, otherRecords, readKept } from "./duplicateView.ts"

export const duplicateForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: Effect.fn("duplicateForm")(function* ({ link, state, episode }) {
    if (otherRecords(state, episode).length === 0) return yield* new OutOfDate()
    return duplicateView(link, state, episode)
  })
}

const duplicateSubmitted = submissionOf(
  duplicateForm,
  Effect.fn("duplicateSubmitted")(function* ({
    link: { child, episodeId: duplicateId },
    person,
    values,
    expectedVersion
  }) {
    const episodeId = yield* Effect.fromResult(readKept(values))
    const casework = yield* Casework
    yield* casework.execute(child, { _tag: "MergeDuplicate", duplicateId, episodeId }, person, expectedVersion)
    return Option.none()
  })
)

export const duplicate: FormSlice = {
  buttons: { [joinButton.actionId]: buttonFor(duplicateForm) },
  commands: { "/missing join": duplicateForm },
  submissions: { [DUPLICATE_FORM]: duplicateSubmitted }
}
