import { latestEpisode } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { allocatedWorkerView } from "../../views/allocatedWorkerView.ts"
import { allocatedWorkerOf } from "../findCase.ts"
import type { CaseForm } from "./CaseForm.ts"

export const allocatedWorkerForm: CaseForm = {
  permission: "set-allocated-worker",
  episodeMeant: latestEpisode,
  open: ({ child, episode }) =>
    Effect.map(allocatedWorkerOf(child), (worker) =>
      allocatedWorkerView({ child, episodeId: episode.id }, worker, episode)
    )
}
