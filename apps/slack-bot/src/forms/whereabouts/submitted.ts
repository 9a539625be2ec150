import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { whereaboutsForm } from "./whereabouts.ts"
import { readReturnedTo, readWhereabouts } from "./whereaboutsView.ts"

export const whereaboutsSubmitted = submissionOf(
  whereaboutsForm,
  Effect.fn("whereaboutsSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readWhereabouts(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)

export const returnedToSubmitted = submissionOf(
  whereaboutsForm,
  Effect.fn("returnedToSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readReturnedTo(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
