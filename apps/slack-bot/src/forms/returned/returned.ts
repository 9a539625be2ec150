import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { childOfLink, readLink } from "../../handlers/findCase.ts"
import type { CaseForm } from "../CaseForm.ts"
import { buttonFor } from "../CaseForm.ts"
import { latestAt } from "../episodeAtStage.ts"
import type { FormSlice } from "../FormSlice.ts"
import { precheck } from "../precheck.ts"
import type { SubmissionHandler } from "../SubmissionHandler.ts"
import { RETURNED_FORM, readReturned, returnedButton, returnedView } from "./returnedView.ts"

export const returnedForm: CaseForm = {
  permission: "record-found-and-returned",
  episodeMeant: latestAt("Missing", "Found"),
  open: Effect.fn("returnedForm")(function* ({ child, state, episode }) {
    const now = Instant(yield* Clock.currentTimeMillis)
    yield* precheck(state, { _tag: "RecordReturned", episodeId: episode.id, returnedAt: now })
    return returnedView({ child, episodeId: episode.id }, episode, now)
  })
}

const returnedSubmitted: SubmissionHandler = {
  permission: "record-found-and-returned",
  about: ({ metadata }) => childOfLink(metadata),
  handle: Effect.fn("returnedSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readReturned(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
}

export const returned: FormSlice = {
  buttons: { [returnedButton.actionId]: buttonFor(returnedForm) },
  submissions: { [RETURNED_FORM]: returnedSubmitted }
}
