import { latestEpisode } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { togetherView } from "../../views/togetherView.ts"
import type { CaseForm } from "./CaseForm.ts"

export const togetherForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant: latestEpisode,
  open: ({ child, episode }) => Effect.succeed(togetherView({ child, episodeId: episode.id }, episode))
}
