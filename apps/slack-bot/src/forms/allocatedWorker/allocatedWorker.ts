import { latestEpisode } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { CaseForm } from "../CaseForm.ts"
import { allocatedWorkerView } from "./allocatedWorkerView.ts"

export const allocatedWorkerForm: CaseForm = {
  permission: "set-allocated-worker",
  episodeMeant: latestEpisode,
  open: ({ child, episode }) =>
    Effect.map(allocatedWorkerOf(child), (worker) =>
      allocatedWorkerView({ child, episodeId: episode.id }, worker, episode)
    )
}
