import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { childOfLink, readLink } from "../../handlers/findCase.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { latestAt } from "../episodeAtStage.ts"
import type { FormSlice } from "../FormSlice.ts"
import type { SubmissionHandler } from "../SubmissionHandler.ts"
import { RETURNED_FORM, readReturned, returnedButton, returnedView } from "./returnedView.ts"

export const returnedForm: CaseForm = {
  permission: "record-found-and-returned",
  episodeMeant: latestAt("Missing", "Found"),
  records: "RecordReturned",
  open: ({ link, episode, now }) => Effect.succeed(returnedView(link, episode, now))
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
