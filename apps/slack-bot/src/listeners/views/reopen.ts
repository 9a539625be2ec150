import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readReopening } from "../../views/reopenView.ts"
import { readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { reopenForm } from "../forms/reopen.ts"

export const reopenSubmitted = submissionOf(
  reopenForm,
  Effect.fn("reopenSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readReopening(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
