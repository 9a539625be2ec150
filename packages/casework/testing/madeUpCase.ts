/** A made-up child, whose case is a list of commands in the order things happen. Nobody here exists. */
import { addHours, type Instant, utc } from "@safe-return/domain/calendar"
import {
  ChildReference,
  type ChildState,
  type Command,
  type CompletedInterview,
  decide,
  type Episode,
  EpisodeId,
  EventId,
  emptyChildState,
  evolve,
  InterviewId,
  type Notification,
  PersonId,
  PoliceReference,
  type RecordedEvent,
  type Risk
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import type { JournalEntry } from "@safe-return/journal"
import { Result } from "effect"

export const child = ChildReference.make("LCS-10432")
export const manager = PersonId.make("U0MANAGER")
export const interviewer = PersonId.make("U0INTERVIEWER")
export const worker = PersonId.make("U0WORKER")
export const police = PersonId.make("police-intake")

/** Hours after Monday 23 November 2026, 18:00 in London. */
export const at = (hours: number): Instant => addHours(utc(2026, 11, 23, 18), hours)

export const episodeId = EpisodeId.make("episode-1")
export const interviewId = InterviewId.make("interview-1")

export interface Told {
  readonly by: PersonId
  readonly now: Instant
  readonly command: Command
}

const envelope = (reference: string, sentAt: Instant) => ({
  policeReference: PoliceReference.make(reference),
  sentAt,
  child: { reference: child }
})

export const notified = (
  now: Instant,
  said: DistributiveOmit<Notification, "policeReference" | "sentAt" | "child">,
  { id = episodeId, reference = "SYP-2026-0000001" } = {}
): Told => ({
  by: police,
  now,
  command: {
    _tag: "ReceiveNotification",
    notification: { ...said, ...envelope(reference, now) },
    newEpisodeId: id,
    policy: rotherham
  }
})

type DistributiveOmit<T, Keys extends PropertyKey> = T extends unknown ? Omit<T, Keys> : never

export const missing = (hours = 0, more: { id?: EpisodeId; reference?: string; risk?: Risk } = {}): Told =>
  notified(
    at(hours + 1),
    {
      kind: "missing",
      absence: "missing",
      missingFrom: "care",
      risk: more.risk ?? "high",
      missingAt: at(hours),
      reportedAt: at(hours + 0.5)
    },
    more
  )

export const found = (hours: number): Told => ({
  by: worker,
  now: at(hours),
  command: { _tag: "RecordFound", episodeId, foundAt: at(hours) }
})

export const returned = (hours: number, id = episodeId): Told => ({
  by: worker,
  now: at(hours),
  command: { _tag: "RecordReturned", episodeId: id, returnedAt: at(hours) }
})

export const assigned = (hours: number, knownAdult = false): Told => ({
  by: manager,
  now: at(hours),
  command: { _tag: "AssignInterview", newInterviewId: interviewId, interviewer, isInterviewer: true, knownAdult }
})

export const offered = (hours: number, response?: "accepted" | "declined" | "no-answer"): Told => ({
  by: interviewer,
  now: at(hours),
  command: {
    _tag: "LogInterview",
    newInterviewId: interviewId,
    offeredAt: at(hours),
    ...(response === undefined ? {} : { response }),
    isInterviewer: true
  }
})

export const completed = (
  hours: number,
  brought: Partial<Pick<CompletedInterview, "harmDisclosed" | "exploitation">> = {}
): Told => ({
  by: interviewer,
  now: at(hours),
  command: {
    _tag: "LogInterview",
    newInterviewId: interviewId,
    response: "accepted",
    completed: {
      completedAt: at(hours),
      interviewer,
      venue: "school",
      harmDisclosed: "yes",
      exploitation: ["grooming"],
      followUp: ["safeguarding-referral"],
      ...brought
    },
    isInterviewer: true
  }
})

export interface Case {
  readonly state: ChildState
  readonly recorded: ReadonlyArray<RecordedEvent>
}

/** Everything that was accepted, in order; what the domain refuses leaves no trace. */
export const tell = (told: ReadonlyArray<Told>): Case =>
  told.reduce<Case>(
    ({ state, recorded }, { by, now, command }) => {
      const events = Result.getOrElse(decide(state, command, { now }), () => [])
      const entries = events.map((event): RecordedEvent => ({ recordedAt: now, recordedBy: by, event }))
      return { state: entries.reduce(evolve, state), recorded: [...recorded, ...entries] }
    },
    { state: emptyChildState, recorded: [] }
  )

/** What was told, as the journal keeps it of one child. */
export const entriesOf = (recorded: ReadonlyArray<RecordedEvent>, about: ChildReference = child) =>
  recorded.map(
    (entry, index): JournalEntry => ({
      id: EventId.make(`event-${index}`),
      child: about,
      version: index + 1,
      position: index + 1,
      recorded: entry
    })
  )

export const onlyEpisode = ({ state }: Case): Episode => {
  const [episode] = state.episodes
  if (episode === undefined) throw new Error("no episode was opened")
  return episode
}
