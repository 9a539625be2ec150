/**
 * A caseload of synthetic children that matches DfE's published figures for Rotherham, for the training workspace
 * and for tests. The same seed, time and policy always give the same caseload.
 */
import { Instant, londonClock } from "@safe-return/domain/calendar"
import { ChildReference, EpisodeId, InterviewId, PoliceReference } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { caseloadPlan } from "./caseloadPlan.ts"
import { childHistory, type IdentifiedEvent } from "./childHistory.ts"
import { commandsOf } from "./commandsOf.ts"
import type { EpisodePlan } from "./episodePlan.ts"
import { type CaseloadPeople, trainingPeople, type WorkerLabel } from "./people.ts"
import { type Randomness, seeded } from "./randomness.ts"

export interface CaseloadChild {
  readonly child: ChildReference
  readonly allocatedWorker?: WorkerLabel
  /** In the order they were recorded. */
  readonly events: ReadonlyArray<IdentifiedEvent>
}

export interface CaseloadOptions {
  readonly seed: number
  /** The moment the workspace opens: the caseload is of the twelve months (365 days) before it. */
  readonly endsAt: Instant
  readonly policy: Policy
  /** Who recorded the events; by default labels that are nobody's user id. */
  readonly people?: CaseloadPeople
}

const digits = (value: number, width: number): string => String(value).padStart(width, "0")

/** From 90001 up, a range for synthetic children alone. */
const referenceOf = (child: number): ChildReference => ChildReference.make(`LCS-${90_001 + child}`)

/** Numbers over 9,000,000, a range for synthetic episodes alone. */
const policeReferenceOf = (episode: EpisodePlan, number: number): PoliceReference =>
  PoliceReference.make(`SYP-${londonClock(episode.reportedAt).year}-${digits(9_000_000 + number, 7)}`)

/** One child in ten has no allocated worker recorded yet, which the alert has to cope with. */
const allocation = (random: Randomness): WorkerLabel | undefined =>
  random.weighted<WorkerLabel | undefined>([
    ["worker-one", 45],
    ["worker-two", 45],
    [undefined, 10]
  ])

const WHOLE_MINUTE = 60_000

export const trainingCaseload = (options: CaseloadOptions): ReadonlyArray<CaseloadChild> => {
  const { seed, policy, people = trainingPeople } = options
  const random = seeded(seed)
  const plans = caseloadPlan(Instant(options.endsAt - (options.endsAt % WHOLE_MINUTE)), policy, random)
  const inOrder = plans.flat().sort((a, b) => a.missingAt - b.missingAt)
  return plans.map((episodes, index) => {
    const child = referenceOf(index)
    const allocatedWorker = allocation(random)
    const steps = episodes.flatMap((episode) => {
      const number = inOrder.indexOf(episode) + 1
      return commandsOf(episode, {
        child,
        episodeId: EpisodeId.make(`training-ep-${digits(number, 4)}`),
        interviewId: InterviewId.make(`training-rhi-${digits(number, 4)}`),
        policeReference: policeReferenceOf(episode, number),
        ...(allocatedWorker === undefined ? {} : { allocatedWorker: people.workers[allocatedWorker] }),
        people,
        policy
      })
    })
    return {
      child,
      ...(allocatedWorker === undefined ? {} : { allocatedWorker }),
      events: childHistory(child, steps)
    }
  })
}
