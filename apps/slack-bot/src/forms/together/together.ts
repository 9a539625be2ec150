import { latestEpisode } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { togetherView } from "./togetherView.ts"

export const togetherForm: CaseForm = {
  permission: "move-or-join-records",
  episodeMeant: latestEpisode,
  open: ({ child, episode }) => Effect.succeed(togetherView({ child, episodeId: episode.id }, episode))
}
