import { Instant } from "@safe-return/domain/calendar"
import { latestEpisode, reportsAfterDeath } from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import { confirmDeathView, deathView, takeBackDeathView } from "../../views/deathView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { refusalBeforehand } from "./refusalBeforehand.ts"

export const deathForm: CaseForm = {
  permission: "record-death",
  episodeMeant: latestEpisode,
  open: Effect.fn("deathForm")(function* ({ child, state, episode, person }) {
    const now = Instant(yield* Clock.currentTimeMillis)
    yield* refusalBeforehand(state, { _tag: "RecordDeath", knownFrom: now, by: person })
    return deathView({ child, episodeId: episode.id }, now)
  })
}

export const confirmDeathForm: CaseForm = {
  permission: "record-death",
  episodeMeant: latestEpisode,
  open: Effect.fn("confirmDeathForm")(function* ({ child, state, episode, person }) {
    yield* refusalBeforehand(state, { _tag: "ConfirmDeath", by: person })
    return confirmDeathView({ child, episodeId: episode.id }, reportsAfterDeath(state.death))
  })
}

export const takeBackDeathForm: CaseForm = {
  permission: "take-back-death",
  episodeMeant: latestEpisode,
  open: Effect.fn("takeBackDeathForm")(function* ({ child, state, episode }) {
    yield* refusalBeforehand(state, { _tag: "TakeBackDeath", reason: "wrong-record" })
    return takeBackDeathView({ child, episodeId: episode.id })
  })
}
