import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { childOfLink, readLink } from "../../handlers/findCase.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { latestAt } from "../episodeAtStage.ts"
import type { FormSlice } from "../FormSlice.ts"
import type { SubmissionHandler } from "../SubmissionHandler.ts"
import { FOUND_FORM, foundButton, foundView, readFound } from "./foundView.ts"

export const foundForm: CaseForm = {
  permission: "record-found-and-returned",
  episodeMeant: latestAt("Missing"),
  records: "RecordFound",
  open: ({ link, episode, now }) => Effect.succeed(foundView(link, episode, now))
}

const foundSubmitted: SubmissionHandler = {
  permission: "record-found-and-returned",
  about: ({ metadata }) => childOfLink(metadata),
  handle: Effect.fn("foundSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readFound(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
}

export const found: FormSlice = {
  buttons: { [foundButton.actionId]: buttonFor(foundForm) },
  submissions: { [FOUND_FORM]: foundSubmitted }
}
