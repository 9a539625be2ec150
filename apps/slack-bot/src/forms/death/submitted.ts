import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { confirmDeathForm, deathForm, takeBackDeathForm } from "./death.ts"
import { readDeath, readTakingBack } from "./deathView.ts"

export const deathSubmitted = submissionOf(
  deathForm,
  Effect.fn("deathSubmitted")(function* ({ metadata, person, values }) {
    const { child } = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readDeath(values, person))
    const casework = yield* Casework
    yield* casework.execute(child, command, person)
    return Option.none()
  })
)

export const confirmDeathSubmitted = submissionOf(
  confirmDeathForm,
  Effect.fn("confirmDeathSubmitted")(function* ({ metadata, person }) {
    const { child } = yield* readLink(metadata)
    const casework = yield* Casework
    yield* casework.execute(child, { _tag: "ConfirmDeath", by: person }, person)
    return Option.none()
  })
)

export const takeBackDeathSubmitted = submissionOf(
  takeBackDeathForm,
  Effect.fn("takeBackDeathSubmitted")(function* ({ metadata, person, values }) {
    const { child } = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readTakingBack(values))
    const casework = yield* Casework
    yield* casework.execute(child, command, person)
    return Option.none()
  })
)
