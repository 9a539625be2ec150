import { Casework, Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { type Episode, hostOf, interviewOf, type PersonId } from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import { workloads } from "../../home/workload.ts"
import { workloadBlocks } from "../../home/workloadBlocks.ts"
import { assignButton } from "../../messages/caseButtons.ts"
import { People } from "../../people/People.ts"
import { alsoCoversField } from "../../views/alsoCoversField.ts"
import { assignView } from "../../views/assignView.ts"
import { allocatedWorkerOf } from "../findCase.ts"
import { whenThere } from "../whenThere.ts"
import type { CaseForm } from "./CaseForm.ts"
import { owedOr } from "./episodeMeant.ts"

/** They are not independent, unless the child asks for them. */
const allocatedTo = ({ allocation }: Episode, inProfile: PersonId | undefined): ReadonlyArray<PersonId> => [
  ...(allocation?._tag === "Allocated" ? [allocation.worker] : []),
  ...(inProfile === undefined ? [] : [inProfile])
]

export const assignForm: CaseForm = {
  permission: "assign-interview",
  episodeMeant: owedOr("NotDone", "Declined"),
  which: assignButton,
  open: Effect.fn("assignForm")(function* ({ child, state, episode }) {
    const casework = yield* Casework
    const { calendars } = yield* Council
    const people = yield* People
    const now = Instant(yield* Clock.currentTimeMillis)
    const interviewers = yield* people.holdersOf("interviewer")
    const all = workloads(interviewers, interviewQueue(yield* casework.all, now, calendars))
    return assignView(
      { child, episodeId: episode.id },
      interviewOf(state, episode.id),
      [
        ...alsoCoversField(state, episode),
        ...workloadBlocks(all, allocatedTo(episode, yield* allocatedWorkerOf(child)), yield* whenThere(episode))
      ],
      hostOf(episode) === undefined ? undefined : "host-authority"
    )
  })
}
