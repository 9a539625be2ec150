import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { OutOfDate } from "../../handlers/explain.ts"
import type { CaseForm, FormSlice } from "../CaseForm.ts"
import { buttonFor, latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import {
  DUPLICATE_FORM,
  duplicateView,
  joinButton,
  joinedTo,
  openBeside,
  otherRecords,
  readKept
} from "./duplicateView.ts"

export const duplicateForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: Effect.fn("duplicateForm")(function* ({ link, state, episode, person, now }) {
    const [other] = openBeside(state, episode)
    if (other === undefined) return yield* new OutOfDate()
    const context = { now, by: person }
    if (otherRecords(state, episode, context).length === 0) {
      yield* Effect.fromResult(joinedTo(state, episode, other, context))
    }
    return duplicateView(link, state, episode, context)
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
