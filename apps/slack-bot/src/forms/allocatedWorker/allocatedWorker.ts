import { Casework } from "@safe-return/casework"
import { isOpen, latestEpisode } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import {
  ALLOCATED_WORKER_FORM,
  allocatedWorkerView,
  readAllocatedWorker,
  setWorkerButton
} from "./allocatedWorkerView.ts"
import { checkAllocated } from "./checkAllocated.ts"
import { saveAllocatedWorker } from "./saveAllocatedWorker.ts"

const allocatedWorkerForm: CaseForm = {
  permission: "set-allocated-worker",
  episodeMeant: latestEpisode,
  which: { button: setWorkerButton, among: (state) => state.episodes.filter(isOpen) },
  open: ({ child, link, episode }) =>
    Effect.map(allocatedWorkerOf(child), (worker) => allocatedWorkerView(link, worker, episode))
}

/** Recorded on the episode, for the considerations, and kept in the profile, for the alerts. */
const allocatedWorkerSubmitted = submissionOf(
  allocatedWorkerForm,
  Effect.fn("allocatedWorkerSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const allocated = yield* Effect.fromResult(readAllocatedWorker(values))
    const workers = [allocated.worker, ...allocated.alsoWorkers.map((one) => one.worker)]
    yield* checkAllocated(child, episodeId, workers)
    const casework = yield* Casework
    yield* casework.execute(child, { _tag: "RecordAllocation", episodeId, allocated }, person, expectedVersion)
    yield* saveAllocatedWorker(child, allocated.worker)
    return Option.none()
  })
)

export const allocatedWorker: FormSlice = {
  buttons: { [setWorkerButton.actionId]: buttonFor(allocatedWorkerForm) },
  commands: { "/missing worker": allocatedWorkerForm },
  submissions: { [ALLOCATED_WORKER_FORM]: allocatedWorkerSubmitted }
}
