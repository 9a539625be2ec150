/** What is left on an episode once its interview is settled, done by those whose it is, until it is closed. */
import { undecidedAmong } from "@safe-return/casework"
import { calendars, type Instant } from "@safe-return/domain/calendar"
import {
  CaseSystemReference,
  type ChildState,
  type Command,
  type EpisodeId,
  episodeById,
  isOpen,
  type PersonId,
  type RemainingTask,
  remainingTasks,
  unanswered
} from "@safe-return/domain/pathway"
import { triggersFired } from "@safe-return/domain/risk"
import { Option } from "effect"
import type { EpisodeNames, Step } from "./commandsOf.ts"
import { addMinutes, deskTime } from "./timesOfDay.ts"

/** Minutes from the last record of the interview: whatever its lateness brings up has come up by then. */
const CLOSED_AFTER = 1_440

const REASON = "Nothing further in this synthetic case"

/** Work that is done in turn, each part after a look at what the one before has left. */
export interface Closing {
  readonly at: Instant
  /** @param known the same state with when each thing was recorded, on which it hangs what a trigger rests on */
  readonly nextStep: (state: ChildState, known: () => ChildState) => Step | undefined
}

const ours = (episodeId: EpisodeId, kind: string): CaseSystemReference =>
  CaseSystemReference.make(`LL-${kind}-${episodeId.replace(/\D/g, "")}`)

type Doing = readonly [by: PersonId, command: Command]

const doingOf = (task: RemainingTask, names: EpisodeNames, at: Instant): Doing | undefined => {
  const { episodeId, people, allocatedWorker } = names
  const { coordinator, interviewers } = people
  switch (task) {
    case "case-reference":
      return [coordinator, { _tag: "RecordCaseReference", episodeId, reference: ours(episodeId, "1000") }]
    case "allocation":
      return [
        coordinator,
        {
          _tag: "RecordAllocation",
          episodeId,
          allocated:
            allocatedWorker === undefined ? { concern: false } : { to: "social-worker", worker: allocatedWorker }
        }
      ]
    case "hand-over":
      return [coordinator, { _tag: "HandOver", episodeId, coordinator }]
    case "carer-offer":
      return [interviewers[0], { _tag: "OfferToCarer", episodeId, offeredAt: at, response: "declined" }]
    case "interview-reference":
      return [interviewers[0], { _tag: "RecordInterviewReference", episodeId, reference: ours(episodeId, "2000") }]
    default:
      return undefined
  }
}

const undecidedIn = (state: ChildState, now: Instant) => undecidedAmong(state, triggersFired(state, { now, calendars }))

const nextDoing = (
  state: ChildState,
  known: () => ChildState,
  { names, at }: { readonly names: EpisodeNames; readonly at: Instant }
): Doing | undefined => {
  const { episodeId, people, allocatedWorker } = names
  const episode = Option.getOrUndefined(episodeById(state, episodeId))
  if (episode === undefined || !isOpen(episode)) return undefined
  const worker = allocatedWorker ?? people.coordinator
  const [task] = remainingTasks(state, episode)
  if (task === "considerations") {
    const [consideration] = unanswered(episode.considerations ?? {})
    return (
      consideration && [worker, { _tag: "AnswerConsideration", episodeId, consideration, answer: "no", reason: REASON }]
    )
  }
  if (task !== undefined) return doingOf(task, names, at)
  const [undecided] = undecidedIn(known(), at).filter((one) => one.episodeId === episodeId)
  if (undecided === undefined) return [people.coordinator, { _tag: "CloseEpisode", episodeId }]
  const { key: trigger, level } = undecided.firing
  return [
    worker,
    { _tag: "DecideOnTrigger", episodeId, trigger, level, answer: "yes", reason: REASON, isManagerApart: false }
  ]
}

/** @param after the last thing recorded of the episode */
export const closingOf = (names: EpisodeNames, after: Instant): Closing => {
  const at = deskTime(addMinutes(after, CLOSED_AFTER))
  return {
    at,
    nextStep: (state, known) => {
      const [by, command] = nextDoing(state, known, { names, at }) ?? []
      return by === undefined || command === undefined ? undefined : { at, by, command }
    }
  }
}
