import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { childOfLink, readLink } from "../../handlers/findCase.ts"
import type { SubmissionHandler } from "../SubmissionHandler.ts"
import { readFound } from "./foundView.ts"

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
