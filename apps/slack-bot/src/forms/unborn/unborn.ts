import { latestEpisode } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { precheck } from "../precheck.ts"
import { unbornView } from "./unbornView.ts"

export const unbornForm: CaseForm = {
  permission: "screen",
  episodeMeant: latestEpisode,
  open: Effect.fn("unbornForm")(function* ({ child, state, episode }) {
    const episodeId = episode.id
    yield* precheck(
      state,
      episode.unborn === "unborn"
        ? { _tag: "EndUnborn", episodeId, because: "born" }
        : { _tag: "RecordUnborn", episodeId }
    )
    return unbornView({ child, episodeId }, episode)
  })
}
