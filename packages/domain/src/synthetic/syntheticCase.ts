import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { type Instant, utc } from "../calendar/instant.ts"
import type { Command } from "../pathway/commands.ts"
import { decide } from "../pathway/decide.ts"
import type { RecordedEvent } from "../pathway/events.ts"
import { record } from "../pathway/evolve.ts"
import type { Refusal } from "../pathway/refusals.ts"
import { latestEpisode } from "../pathway/standing.ts"
import { type ChildState, type Episode, emptyChildState, type Interview } from "../pathway/state.ts"
import { rotherham } from "../policy/rotherham.ts"
import { ChildReference, EpisodeId, InterviewId, PersonId, PoliceReference } from "../vocabulary/identifiers.ts"

/** How far the made-up episode has come. */
export type SyntheticStage = "missing" | "found" | "returned" | "assigned" | "offered" | "interviewed"

/** A made-up child on record, with the events that came to it. */
export interface SyntheticCase {
  readonly state: ChildState
  /** The only one, `episode-1`, under Rotherham's policy. */
  readonly episode: Episode
  /** From `assigned` on: `interview-1`, with `interviewer-1`. */
  readonly interview: Interview | undefined
  readonly recorded: ReadonlyArray<RecordedEvent>
  /** Why further commands were passed over. */
  readonly refused: ReadonlyArray<Refusal>
}

interface Step {
  readonly stage: SyntheticStage
  readonly at: Instant
  readonly by: string
  readonly command: Command
}

const child = { reference: ChildReference.make("LCS-10432") }
const policeReference = PoliceReference.make("SYN-2026-0417")
const episodeId = EpisodeId.make("episode-1")
const newInterviewId = InterviewId.make("interview-1")
const interviewer = PersonId.make("interviewer-1")

const steps = (): ReadonlyArray<Step> => [
  {
    stage: "missing",
    at: utc(2026, 11, 20, 19),
    by: "police-intake",
    command: {
      _tag: "ReceiveNotification",
      newEpisodeId: episodeId,
      policy: rotherham,
      notification: {
        kind: "missing",
        policeReference,
        sentAt: utc(2026, 11, 20, 19),
        child,
        absence: "missing",
        missingFrom: "care",
        risk: "medium",
        missingAt: utc(2026, 11, 20, 17),
        reportedAt: utc(2026, 11, 20, 18)
      }
    }
  },
  {
    stage: "found",
    at: utc(2026, 11, 21, 8, 15),
    by: "mash-1",
    command: { _tag: "RecordFound", episodeId, foundAt: utc(2026, 11, 21, 8) }
  },
  {
    stage: "returned",
    at: utc(2026, 11, 21, 10),
    by: "mash-1",
    command: { _tag: "RecordReturned", episodeId, returnedAt: utc(2026, 11, 21, 9, 30) }
  },
  {
    stage: "assigned",
    at: utc(2026, 11, 23, 9),
    by: "co-ordinator-1",
    command: {
      _tag: "AssignInterview",
      newInterviewId,
      episodeId,
      interviewer,
      isInterviewer: true,
      knownAdult: false
    }
  },
  {
    stage: "offered",
    at: utc(2026, 11, 23, 11),
    by: "interviewer-1",
    command: {
      _tag: "LogInterview",
      newInterviewId,
      episodeId,
      offeredAt: utc(2026, 11, 23, 10),
      isInterviewer: true
    }
  },
  {
    stage: "interviewed",
    at: utc(2026, 11, 24, 9),
    by: "interviewer-1",
    command: {
      _tag: "LogInterview",
      newInterviewId,
      episodeId,
      completed: {
        completedAt: utc(2026, 11, 23, 16),
        interviewer,
        venue: "youth-centre",
        harmDisclosed: "no",
        exploitation: [],
        followUp: ["none"]
      },
      isInterviewer: true
    }
  }
]

const FURTHER_AT = utc(2026, 11, 25, 9)

/**
 * A made-up child to try the other functions on, played through `decide` and `record` up to a stage. Nobody in it
 * exists, and it is the same each time.
 *
 * In November 2026, when London keeps UTC: LCS-10432, in care, is missing from Friday the 20th, 17:00, reported at
 * 18:00 and told at 19:00; found on Saturday at 08:00 and back at 09:30; on Monday the 23rd the interview is assigned
 * at 09:00, offered at 10:00 and held at 16:00.
 *
 * @param until the last stage that is played; one of another name plays them all
 * @param further commands asked for on Wednesday the 25th at 09:00; one that is refused is passed over, and listed in
 * `refused`
 *
 * @example
 * ```ts
 * import { formatInstant } from "@safe-return/domain/calendar"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode, recorded } = syntheticCase("returned")
 * state.episodes.length // 1
 * formatInstant(episode.missingAt) // "2026-11-20T17:00:00.000Z"
 * recorded.map(({ event }) => event._tag) // ["NotificationReceived","EpisodeOpened","ChildFound","ChildReturned"]
 * ```
 */
export const syntheticCase = (until: SyntheticStage, further: ReadonlyArray<Command> = []): SyntheticCase => {
  const all = steps()
  const last = all.findIndex(({ stage }) => stage === until)
  const played: ReadonlyArray<Omit<Step, "stage">> = [
    ...(last === -1 ? all : all.slice(0, last + 1)),
    ...further.map((command) => ({ at: FURTHER_AT, by: "co-ordinator-1", command }))
  ]
  let state = emptyChildState
  const recorded: Array<RecordedEvent> = []
  const refused: Array<Refusal> = []
  for (const { at, by, command } of played) {
    const decision = decide(state, command, { now: at })
    if (Result.isFailure(decision)) {
      refused.push(decision.failure)
      continue
    }
    const next = record(state, decision.success, { at, by: PersonId.make(by) })
    recorded.push(...next.recorded)
    state = next.state
  }
  const episode = Option.getOrThrow(latestEpisode(state))
  return { state, episode, interview: state.interviews[0], recorded, refused }
}
