import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { latestEpisode, reportsAfterDeath } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { precheck } from "../precheck.ts"
import { confirmDeathView, deathView, readDeath, readTakingBack, takeBackDeathView } from "./deathView.ts"

export const deathForm: CaseForm = {
  permission: "record-death",
  episodeMeant: latestEpisode,
  open: Effect.fn("deathForm")(function* ({ child, state, episode, person }) {
    const now = Instant(yield* Clock.currentTimeMillis)
    yield* precheck(state, { _tag: "RecordDeath", knownFrom: now, by: person })
    return deathView({ child, episodeId: episode.id }, now)
  })
}

export const confirmDeathForm: CaseForm = {
  permission: "record-death",
  episodeMeant: latestEpisode,
  open: Effect.fn("confirmDeathForm")(function* ({ child, state, episode, person }) {
    yield* precheck(state, { _tag: "ConfirmDeath", by: person })
    return confirmDeathView({ child, episodeId: episode.id }, reportsAfterDeath(state.death))
  })
}

export const takeBackDeathForm: CaseForm = {
  permission: "take-back-death",
  episodeMeant: latestEpisode,
  open: Effect.fn("takeBackDeathForm")(function* ({ child, state, episode }) {
    yield* precheck(state, { _tag: "TakeBackDeath", reason: "wrong-record" })
    return takeBackDeathView({ child, episodeId: episode.id })
  })
}

export const deathSubmitted = submissionOf(
  deathForm,
  Effect.fn("deathSubmitted")(function* ({ link: { child }, person, values, expectedVersion }) {
    const command = yield* Effect.fromResult(readDeath(values, person))
    const casework = yield* Casework
    yield* casework.execute(child, command, person, expectedVersion)
    return Option.none()
  })
)

export const confirmDeathSubmitted = submissionOf(
  confirmDeathForm,
  Effect.fn("confirmDeathSubmitted")(function* ({ link: { child }, person, expectedVersion }) {
    const casework = yield* Casework
    yield* casework.execute(child, { _tag: "ConfirmDeath", by: person }, person, expectedVersion)
    return Option.none()
  })
)

export const takeBackDeathSubmitted = submissionOf(
  takeBackDeathForm,
  Effect.fn("takeBackDeathSubmitted")(function* ({ link: { child }, person, values, expectedVersion }) {
    const command = yield* Effect.fromResult(readTakingBack(values))
    const casework = yield* Casework
    yield* casework.execute(child, command, person, expectedVersion)
    return Option.none()
  })
)
