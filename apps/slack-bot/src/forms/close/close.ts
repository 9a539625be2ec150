import { Casework } from "@safe-return/casework"
import { type ChildState, isOpen, latestEpisode, whatIsLeft } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { latestAt } from "../episodeAtStage.ts"
import { precheck } from "../precheck.ts"
import { closeView } from "./closeView.ts"

/** The latest that can be closed; or else the latest that is open, so that the refusal lists what is left. */
const episodeMeant = (state: ChildState) => {
  const ready = state.episodes.filter((episode) => isOpen(episode) && whatIsLeft(state, episode).length === 0)
  return Option.orElse(latestEpisode({ ...state, episodes: ready }), () =>
    latestAt("Missing", "Found", "Returned")(state)
  )
}

export const closeForm: CaseForm = {
  permission: "close-episode",
  episodeMeant,
  open: Effect.fn("closeForm")(function* ({ child, state, episode }) {
    yield* precheck(state, { _tag: "CloseEpisode", episodeId: episode.id })
    return closeView({ child, episodeId: episode.id })
  })
}

export const closeSubmitted = submissionOf(
  closeForm,
  Effect.fn("closeSubmitted")(function* ({ link: { child, episodeId }, person, expectedVersion }) {
    const casework = yield* Casework
    yield* casework.execute(child, { _tag: "CloseEpisode", episodeId }, person, expectedVersion)
    return Option.none()
  })
)
