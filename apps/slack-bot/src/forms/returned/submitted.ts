import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { childOfLink, readLink } from "../../handlers/findCase.ts"
import type { SubmissionHandler } from "../SubmissionHandler.ts"
import { readReturned } from "./returnedView.ts"

export const returnedSubmitted: SubmissionHandler = {
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
