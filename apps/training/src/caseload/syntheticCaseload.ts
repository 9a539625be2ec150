/** A year of synthetic children that matches DfE's published figures; the same options give the same caseload. */

import { Instant, londonClock, MILLISECONDS_A_MINUTE } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { ChildReference, EpisodeId, InterviewId, PoliceReference } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { agesAndPlacements } from "./agesAndPlacements.ts"
import { caseloadPlan } from "./caseloadPlan.ts"
import { childHistory, type IdentifiedEvent } from "./childHistory.ts"
import { type Closing, closingOf } from "./closing.ts"
import { commandsOf, type EpisodeNames } from "./commandsOf.ts"
import type { EpisodePlan } from "./episodePlan.ts"
import { type CaseloadSize, figuresOf } from "./figures/caseloadSize.ts"
import type { CaseloadFigures } from "./figures/published.ts"
import { notReturnedEpisodes } from "./notReturnedEpisodes.ts"
import { openTaskEpisodes } from "./openTaskEpisodes.ts"
import { type CaseloadPeople, trainingPeople, type WorkerLabel } from "./people.ts"
import { profileOf, type SyntheticProfile } from "./profile.ts"
import { type Randomness, seeded, type WeightedChoices } from "./randomness.ts"
import { addMinutes } from "./timesOfDay.ts"
import { yearOfEpisodes } from "./yearOfEpisodes.ts"

export interface CaseloadChild {
  readonly child: ChildReference
  readonly area: string
  readonly allocatedWorker?: WorkerLabel
  /** In the order they were recorded. */
  readonly events: ReadonlyArray<IdentifiedEvent>
  readonly profile: SyntheticProfile
}

export interface CaseloadOptions {
  /** Or the counts that it is made to match, of any area and year. */
  readonly size: CaseloadSize | CaseloadFigures
  readonly seed: number
  /** The caseload is of the twelve months (365 days) before this moment. */
  readonly endsAt: Instant
  readonly policy: Policy
  /** What is open at the end: the children not back by the published figures, or one episode of each task. */
  readonly open: "as-published" | "one-of-each-task"
  /** Children and episodes of other caseloads in the same table: references and ids go on after theirs. */
  readonly after?: { readonly children: number; readonly episodes: number }
  /** Whether what is over is closed too, so that nothing of the past waits for anybody. */
  readonly isPastClosed?: boolean
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
const allocation: WeightedChoices<WorkerLabel | undefined> = [
  ["worker-one", 45],
  ["worker-two", 45],
  [undefined, 10]
]

/** Made up, in parts nobody published. */
const parts: WeightedChoices<string> = [
  ["North", 30],
  ["Central", 40],
  ["South", 30]
]

const MINUTES_A_YEAR = 365 * 1_440

const NONE_BEFORE = { children: 0, episodes: 0 }

const openAt = (endsAt: Instant, { open, size, policy }: CaseloadOptions, random: Randomness) =>
  open === "one-of-each-task" ? openTaskEpisodes(endsAt, policy) : notReturnedEpisodes(figuresOf(size), endsAt, random)

/** One child after another, each made only when it is taken: a country's caseload is never held whole. */
export function* syntheticCaseload(options: CaseloadOptions): Generator<CaseloadChild> {
  const { size, seed, policy, people = trainingPeople, isPastClosed = false, after = NONE_BEFORE } = options
  const random = seeded(seed)
  const endsAt = Instant(options.endsAt - (options.endsAt % MILLISECONDS_A_MINUTE))
  const plans = caseloadPlan(figuresOf(size), openAt(endsAt, options, random), endsAt, random)
  const dealt = agesAndPlacements(
    plans.map(({ missing }) => missing),
    random
  )
  let number = 0
  for (const [index, { finished, open }] of plans.entries()) {
    const child = referenceOf(after.children + index)
    const past = yearOfEpisodes(addMinutes(endsAt, -MINUTES_A_YEAR), open?.missingAt ?? endsAt, finished, random)
    const episodes = open === undefined ? past : [...past, open]
    const allocatedWorker = random.weighted(allocation)
    const closings: Array<Closing> = []
    const steps = episodes.flatMap((episode) => {
      number += 1
      const names: EpisodeNames = {
        child,
        episodeId: EpisodeId.make(`training-ep-${digits(after.episodes + number, 4)}`),
        interviewId: InterviewId.make(`training-rhi-${digits(after.episodes + number, 4)}`),
        policeReference: policeReferenceOf(episode, number),
        ...(allocatedWorker === undefined ? {} : { allocatedWorker: people.workers[allocatedWorker] }),
        people,
        policy
      }
      const ofEpisode = commandsOf(episode, names)
      const last = ofEpisode.at(-1)
      if (isPastClosed && episode !== open && last !== undefined) closings.push(closingOf(names, last.at))
      return ofEpisode
    })
    const missingAt = episodes.filter(({ absence }) => absence === "missing").map((episode) => episode.missingAt)
    yield {
      child,
      area: random.weighted(parts),
      ...definedFields({ allocatedWorker }),
      events: childHistory(
        child,
        steps,
        closings.filter(({ at }) => at < endsAt)
      ),
      profile: profileOf(child, dealt[index] ?? { ages: [], placements: [] }, { missingAt, endsAt }, random)
    }
  }
}
