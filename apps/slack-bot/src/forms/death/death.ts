import { Instant } from "@safe-return/domain/calendar"
import { latestEpisode, reportsAfterDeath } from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { precheck } from "../precheck.ts"
import { confirmDeathView, deathView, takeBackDeathView } from "./deathView.ts"

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
