import { latestEpisode, reportsAfterDeath } from "@safe-return/domain/pathway"
import { Effect, Result } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
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
  records: "RecordDeath",
  open: ({ link, now }) => Effect.succeed(deathView(link, now))
}

const confirmDeathForm: CaseForm = {
  permission: "record-death",
  episodeMeant: latestEpisode,
  records: "ConfirmDeath",
  open: ({ link, state }) => Effect.succeed(confirmDeathView(link, reportsAfterDeath(state.death)))
}

const takeBackDeathForm: CaseForm = {
  permission: "take-back-death",
  episodeMeant: latestEpisode,
  records: "TakeBackDeath",
  open: ({ link }) => Effect.succeed(takeBackDeathView(link))
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
