import { Effect, Option } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { readAttempt } from "../../views/attemptView.ts"
import { readLink } from "../findCase.ts"
import { attemptForm } from "../forms/attempt.ts"
import { submissionOf } from "../forms/CaseForm.ts"

export const attemptSubmitted = submissionOf(
  attemptForm,
  Effect.fn("attemptSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readAttempt(link, values))
    const casework = yield* Casework
    yield* casework.carryOut(link.child, command, person)
    return Option.none()
  })
)
