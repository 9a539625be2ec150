/** The stream of a made-up child who goes missing again and again: every episode told, interviewed and closed. */
import { Result } from "effect"
import {
  type ChildState,
  type Command,
  decide,
  EpisodeId,
  emptyChildState,
  InterviewId,
  type PathwayEvent,
  PersonId,
  preview,
  type RecordedEvent
} from "../src/pathway/index.ts"
import {
  about,
  assign,
  at,
  completedAt,
  found,
  interviewer,
  log,
  missing,
  notify,
  police,
  recordReturned,
  updated
} from "../test/pathway/madeUpChild.ts"
import { coordinator, reference } from "../test/pathway/stageExamples.ts"

const HOURS_APART = 48
const NOW = at(1_000_000)
const recordedBy = PersonId.make("made-up-recorder")

/** Everything that is told about one episode. */
const episodeNumber = (number: number, hours = number * HOURS_APART): ReadonlyArray<Command> => {
  const episodeId = EpisodeId.make(`episode-${number}`)
  const newInterviewId = InterviewId.make(`interview-${number}`)
  const policeReference = police(number)
  const held = completedAt(at(hours + 20), interviewer)
  return [
    notify(
      missing({ policeReference, missingAt: at(hours), reportedAt: at(hours + 1), sentAt: at(hours + 1) }),
      episodeId
    ),
    about("RecordCaseReference", { episodeId, reference }),
    about("RecordAllocation", { episodeId, allocated: { concern: false } }),
    about("HandOver", { episodeId, coordinator }),
    notify(updated({ policeReference, risk: "high", sentAt: at(hours + 2) })),
    notify(found(at(hours + 8), { policeReference, sentAt: at(hours + 8) })),
    recordReturned(at(hours + 10), episodeId),
    { ...assign(), episodeId, newInterviewId },
    { ...log({ offeredAt: at(hours + 11), completed: held }), episodeId, newInterviewId },
    about("RecordInterviewReference", { episodeId, reference }),
    about("CloseEpisode", { episodeId })
  ]
}

export interface Stream {
  readonly recorded: ReadonlyArray<RecordedEvent>
  readonly state: ChildState
}

/** The first `count` events of that child's stream, and the state they come to. */
export const streamOf = (count: number): Stream => {
  const recorded: Array<RecordedEvent> = []
  let state = emptyChildState
  for (let number = 0; recorded.length < count; number += 1) {
    for (const command of episodeNumber(number)) {
      const events: ReadonlyArray<PathwayEvent> = Result.getOrThrow(decide(state, command, { now: NOW }))
      for (const event of events.slice(0, count - recorded.length)) {
        recorded.push({ recordedAt: NOW, recordedBy, event })
        state = preview(state, [event])
      }
      if (recorded.length >= count) break
    }
  }
  return { recorded, state }
}

const HOURS_A_YEAR = 365 * 24

/** The stream of a child whose last episode is a year ago and the others a year before it each: finished since. */
export const finishedStreamOf = (episodes: number): Stream => {
  const recorded: Array<RecordedEvent> = []
  let state = emptyChildState
  for (let number = 0; number < episodes; number += 1) {
    const hours = (number - episodes) * HOURS_A_YEAR
    const recordedAt = at(hours + 48)
    for (const command of episodeNumber(number, hours)) {
      const events = Result.getOrThrow(decide(state, command, { now: recordedAt }))
      recorded.push(...events.map((event) => ({ recordedAt, recordedBy, event })))
      state = preview(state, events)
    }
  }
  return { recorded, state }
}

/** One command of each step, on the latest episode of a stream that is whole. */
export const nextCommands = (episodes: number): ReadonlyArray<Command> => episodeNumber(episodes)
