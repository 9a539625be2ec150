import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import type { CaseForm, FormSlice } from "../CaseForm.ts"
import { latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { DUPLICATE_FORM, duplicateView, readKept } from "./duplicateView.ts"

export const duplicateForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: ({ link, state, episode }) => Effect.succeed(duplicateView(link, state, episode))
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
  submissions: { [DUPLICATE_FORM]: duplicateSubmitted }
}
