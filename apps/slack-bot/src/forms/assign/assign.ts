import { Casework, Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { interviewQueue } from "@safe-return/domain/deadlines"
import { type Episode, hostOf, interviewOf, type PersonId } from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import { assignButton } from "../../messages/caseButtons.ts"
import { People } from "../../people/People.ts"
import { alsoCoversField } from "../alsoCoversField.ts"
import type { CaseForm } from "../CaseForm.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import { assignView } from "./assignView.ts"
import { availabilityFor } from "./availability.ts"
import { workloads } from "./workload.ts"
import { workloadBlocks } from "./workloadBlocks.ts"

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
        ...workloadBlocks(all, allocatedTo(episode, yield* allocatedWorkerOf(child)), yield* availabilityFor(episode))
      ],
      hostOf(episode) === undefined ? undefined : "host-authority"
    )
  })
}
