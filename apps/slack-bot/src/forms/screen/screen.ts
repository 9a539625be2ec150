import { Casework, People } from "@safe-return/casework"
import type { Command, Episode, EpisodeId, PersonId, RecordAllocation } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { checkCaseSystemReference } from "../../handlers/caseSystemReference.ts"
import { HoldsNoRole } from "../../handlers/explain.ts"
import { findEpisode } from "../../handlers/findCase.ts"
import { furtherWorkers } from "../allocatedWorker/allocatedWorkerView.ts"
import { checkAllocated } from "../allocatedWorker/checkAllocated.ts"
import { saveAllocatedWorker } from "../allocatedWorker/saveAllocatedWorker.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, meantAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { everyFault } from "../everyFault.ts"
import { InvalidSubmission } from "../form.ts"
import { readScreening, SCREEN_FORM, type ScreeningAnswers, screenButton, screenView } from "./screenView.ts"

const screenForm: CaseForm = {
  permission: "screen",
  ...meantAt(screenButton, "Missing", "Found", "Returned"),
  records: "RecordAllocation",
  open: ({ link, episode, examples }) => Effect.succeed(screenView(link, episode, examples))
}

/** The person an episode is handed over to sees to what follows, and needs the role for it. */
const isCoordinator = Effect.fn("isCoordinator")(function* (person: PersonId | undefined) {
  if (person === undefined) return
  const people = yield* People
  const roles = yield* people.rolesOf(person)
  if (roles.size === 0) return yield* new HoldsNoRole({ field: "coordinator" })
  if (roles.has("missing-coordinator")) return
  return yield* new InvalidSubmission({
    fields: { coordinator: "Choose a Missing Co-ordinator: that person is none." }
  })
})

/** The form asks for the worker who answers for the case; the further ones stay. */
const withFurther = (
  episode: Episode,
  allocated: ScreeningAnswers["allocated"]
): RecordAllocation["allocated"] | undefined =>
  allocated === undefined || !("worker" in allocated)
    ? allocated
    : { ...allocated, alsoWorkers: furtherWorkers(episode) }

/** In the order of the pathway, so that what follows from one is decided on it. */
const commandsOf = (
  episodeId: EpisodeId,
  { caseReference, outcome, coordinator }: ScreeningAnswers,
  allocated: RecordAllocation["allocated"] | undefined
): ReadonlyArray<Command> => [
  ...(caseReference === undefined
    ? []
    : [{ _tag: "RecordCaseReference", episodeId, reference: caseReference } as const]),
  ...(allocated === undefined ? [] : [{ _tag: "RecordAllocation", episodeId, allocated } as const]),
  ...(outcome === undefined ? [] : [{ _tag: "RecordScreening", episodeId, outcome } as const]),
  ...(coordinator === undefined ? [] : [{ _tag: "HandOver", episodeId, coordinator } as const])
]

const screenSubmitted = submissionOf(
  screenForm,
  Effect.fn("screenSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const screened = yield* Effect.fromResult(readScreening(values))
    const { allocated, caseReference, coordinator } = screened
    const worker = allocated !== undefined && "worker" in allocated ? allocated.worker : undefined
    yield* everyFault([
      checkCaseSystemReference("caseReference", caseReference),
      checkAllocated(child, episodeId, worker === undefined ? [] : [worker]),
      isCoordinator(coordinator)
    ])
    const casework = yield* Casework
    const episode = yield* findEpisode(yield* casework.get(child), episodeId)
    const commands = commandsOf(episodeId, screened, withFurther(episode, allocated))
    yield* casework.executeAll(child, commands, person, expectedVersion)
    if (allocated !== undefined) yield* saveAllocatedWorker(child, "worker" in allocated ? allocated.worker : undefined)
    return Option.none()
  })
)

export const screen: FormSlice = {
  buttons: { [screenButton.actionId]: buttonFor(screenForm) },
  commands: { "/missing screen": screenForm },
  submissions: { [SCREEN_FORM]: screenSubmitted }
}
