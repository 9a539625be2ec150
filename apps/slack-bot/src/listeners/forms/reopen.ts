import { type ChildState, latestEpisode } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { reopenView } from "../../views/reopenView.ts"
import type { CaseForm } from "./CaseForm.ts"
import { refusalBeforehand } from "./refusalBeforehand.ts"

/** The latest that was closed; or else the latest of all, so that the domain says why it cannot be reopened. */
const episodeMeant = (state: ChildState) => {
  const closed = state.episodes.filter(({ closure }) => closure !== undefined)
  return Option.orElse(latestEpisode({ ...state, episodes: closed }), () => latestEpisode(state))
}

export const reopenForm: CaseForm = {
  permission: "close-episode",
  episodeMeant,
  open: Effect.fn("reopenForm")(function* ({ child, state, episode }) {
    yield* refusalBeforehand(state, { _tag: "ReopenEpisode", episodeId: episode.id, reason: "closed-in-error" })
    return reopenView({ child, episodeId: episode.id })
  })
}
