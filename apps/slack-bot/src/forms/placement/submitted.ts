import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { placementForm } from "./placement.ts"
import { readPlacement } from "./placementView.ts"

export const placementSubmitted = submissionOf(
  placementForm,
  Effect.fn("placementSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readPlacement(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
