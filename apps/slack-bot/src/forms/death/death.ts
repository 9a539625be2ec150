import { Instant } from "@safe-return/domain/calendar"
import { latestEpisode, reportsAfterDeath } from "@safe-return/domain/pathway"
import { Clock, Effect, Result } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { buttonFor } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import type { FormSlice } from "../FormSlice.ts"
import { precheck } from "../precheck.ts"
import {
  CONFIRM_DEATH_FORM,
  confirmDeathButton,
  confirmDeathView,
  DEATH_FORM,
  deathButton,
  deathView,
  readDeath,
  readTakingBack,
  TAKE_BACK_DEATH_FORM,
  takeBackDeathButton,
  takeBackDeathView
} from "./deathView.ts"

const deathForm: CaseForm = {
  permission: "record-death",
  episodeMeant: latestEpisode,
  open: Effect.fn("deathForm")(function* ({ child, state, episode, person }) {
    const now = Instant(yield* Clock.currentTimeMillis)
    yield* precheck(state, { _tag: "RecordDeath", knownFrom: now, by: person })
    return deathView({ child, episodeId: episode.id }, now)
  })
}

const confirmDeathForm: CaseForm = {
  permission: "record-death",
  episodeMeant: latestEpisode,
  open: Effect.fn("confirmDeathForm")(function* ({ child, state, episode, person }) {
    yield* precheck(state, { _tag: "ConfirmDeath", by: person })
    return confirmDeathView({ child, episodeId: episode.id }, reportsAfterDeath(state.death))
  })
}

const takeBackDeathForm: CaseForm = {
  permission: "take-back-death",
  episodeMeant: latestEpisode,
  open: Effect.fn("takeBackDeathForm")(function* ({ child, state, episode }) {
    yield* precheck(state, { _tag: "TakeBackDeath", reason: "wrong-record" })
    return takeBackDeathView({ child, episodeId: episode.id })
  })
}

const deathSubmitted = recordingOf(deathForm, ({ values, person }) => readDeath(values, person))

const confirmDeathSubmitted = recordingOf(confirmDeathForm, ({ person: by }) =>
  Result.succeed({ _tag: "ConfirmDeath", by })
)

const takeBackDeathSubmitted = recordingOf(takeBackDeathForm, ({ values }) => readTakingBack(values))

export const death: FormSlice = {
  buttons: {
    [deathButton.actionId]: buttonFor(deathForm),
    [confirmDeathButton.actionId]: buttonFor(confirmDeathForm),
    [takeBackDeathButton.actionId]: buttonFor(takeBackDeathForm)
  },
  commands: { "/missing death": deathForm },
  submissions: {
    [DEATH_FORM]: deathSubmitted,
    [CONFIRM_DEATH_FORM]: confirmDeathSubmitted,
    [TAKE_BACK_DEATH_FORM]: takeBackDeathSubmitted
  }
}
