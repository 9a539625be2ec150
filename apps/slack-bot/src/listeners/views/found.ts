import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readFound } from "../../views/foundView.ts"
import { childOfLink, readLink } from "../findCase.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

export const foundSubmitted: SubmissionHandler = {
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
