import { Effect, Option } from "effect"
import { Casework } from "../../casework/Casework.ts"
import { readAttempt } from "../../views/attemptView.ts"
import { readLink } from "../findCase.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

export const attemptSubmitted: SubmissionHandler = {
  permission: "log-interview",
  handle: Effect.fn("attemptSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readAttempt(link, values))
    const casework = yield* Casework
    yield* casework.carryOut(link.child, command, person)
    return Option.none()
  })
}
