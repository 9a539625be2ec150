import { type ChildState, isOpen, latestEpisode, whatIsLeft } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { closeView } from "../../views/closeView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { latestAt } from "./episodeToRecord.ts"
import { refusalBeforehand } from "./refusalBeforehand.ts"

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
    yield* refusalBeforehand(state, { _tag: "CloseEpisode", episodeId: episode.id })
    return closeView({ child, episodeId: episode.id })
  })
}
