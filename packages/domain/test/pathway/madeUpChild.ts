/** A made-up child and the made-up people around them, for telling a case in a line or two. Nobody here exists. */
import { Result } from "effect"
import { addHours, Instant, utc } from "../../src/calendar/index.ts"
import {
  type AssignInterview,
  ChildReference,
  type ChildState,
  type Command,
  decide,
  EpisodeId,
  emptyChildState,
  evolve,
  InterviewId,
  type LogInterview,
  type Notification,
  PersonId,
  PoliceReference,
  preview,
  type ReceiveNotification,
  type RecordFound,
  type RecordReturned
} from "../../src/pathway/index.ts"
import { type Policy, rotherham } from "../../src/policy/index.ts"

type NotificationOf<Kind extends Notification["kind"]> = Extract<Notification, { readonly kind: Kind }>

/** Hours after Monday 16 November 2026, 08:00 in London, when the made-up child was last seen. */
export const at = (hours: number): Instant => addHours(utc(2026, 11, 16, 8), hours)

/** A year on: nothing that is told is in the future. */
export const MUCH_LATER = at(365 * 24)

export const child = { reference: ChildReference.make("MADE-UP-1") }
export const sibling = ChildReference.make("MADE-UP-3")
export const friend = ChildReference.make("MADE-UP-4")
export const episodeId = EpisodeId.make("episode-1")
export const interviewId = InterviewId.make("interview-1")
export const interviewer = PersonId.make("interviewer")
export const secondInterviewer = PersonId.make("second-interviewer")
export const allocatedWorker = PersonId.make("allocated-worker")

export const police = (number: number): PoliceReference => PoliceReference.make(`MADE-UP-POLICE-${number}`)

const envelope = { policeReference: police(1), sentAt: at(0), child }

export const missing = (said: Partial<NotificationOf<"missing">> = {}): NotificationOf<"missing"> => ({
  kind: "missing",
  ...envelope,
  absence: "missing",
  missingFrom: "care",
  risk: "medium",
  missingAt: at(0),
  reportedAt: Instant(Math.max(said.missingAt ?? at(0), at(1))),
  ...said
})

export const updated = (said: Partial<NotificationOf<"updated">>): NotificationOf<"updated"> => ({
  kind: "updated",
  ...envelope,
  ...said
})

export const found = (foundAt: Instant, said: Partial<NotificationOf<"found">> = {}): NotificationOf<"found"> => ({
  kind: "found",
  ...envelope,
  foundAt,
  ...said
})

export const returned = (
  returnedAt: Instant,
  said: Partial<NotificationOf<"returned">> = {}
): NotificationOf<"returned"> => ({ kind: "returned", ...envelope, returnedAt, ...said })

export const cancelled = (said: Partial<NotificationOf<"cancelled">> = {}): NotificationOf<"cancelled"> => ({
  kind: "cancelled",
  ...envelope,
  reason: "recorded in error",
  ...said
})

export const notify = (
  notification: Notification,
  newEpisodeId: EpisodeId = episodeId,
  policy: Policy = rotherham
): ReceiveNotification => ({ _tag: "ReceiveNotification", notification, newEpisodeId, policy })

export const recordFound = (foundAt: Instant, id: EpisodeId = episodeId): RecordFound => ({
  _tag: "RecordFound",
  episodeId: id,
  foundAt
})

export const recordReturned = (returnedAt: Instant, id: EpisodeId = episodeId): RecordReturned => ({
  _tag: "RecordReturned",
  episodeId: id,
  returnedAt
})

export const assign = (said: Partial<AssignInterview> = {}): AssignInterview => ({
  _tag: "AssignInterview",
  newInterviewId: interviewId,
  interviewer,
  isInterviewer: true,
  allocatedWorker,
  knownAdult: false,
  ...said
})

export const log = (said: Partial<LogInterview> = {}): LogInterview => ({
  _tag: "LogInterview",
  newInterviewId: interviewId,
  isInterviewer: true,
  allocatedWorker,
  ...said
})

export const completedAt = (time: Instant, by: PersonId = interviewer): NonNullable<LogInterview["completed"]> => ({
  completedAt: time,
  interviewer: by,
  venue: "youth-centre",
  harmDisclosed: "no",
  exploitation: [],
  followUp: ["none"]
})

/** The state after these commands, none of which may be refused. */
export const play = (...commands: ReadonlyArray<Command>): ChildState => playFrom(emptyChildState, ...commands)

export const playFrom = (state: ChildState, ...commands: ReadonlyArray<Command>): ChildState =>
  commands.reduce(
    (current, command) => preview(current, Result.getOrThrow(decide(current, command, { now: MUCH_LATER }))),
    state
  )

/** The state after one more command, decided and recorded at this very time. */
export const doneAt = (state: ChildState, now: Instant, command: Command): ChildState =>
  Result.getOrThrow(decide(state, command, { now })).reduce<ChildState>(
    (sofar, event) => evolve(sofar, { recordedAt: now, recordedBy: PersonId.make("made-up-recorder"), event }),
    state
  )

/** Each command at its own hour, recorded there and then. */
export const playAt = (...steps: ReadonlyArray<readonly [hour: number, command: Command]>): ChildState =>
  steps.reduce((state, [hour, command]) => doneAt(state, at(hour), command), emptyChildState)

/** The child's case up to the return at hour 10, with nobody assigned. */
export const backHome = (): ChildState => play(notify(missing()), notify(found(at(8))), notify(returned(at(10))))

/** A command about the made-up child's only episode, unless another is named. */
export const about = <const Tag extends Command["_tag"]>(
  tag: Tag,
  said: Omit<Extract<Command, { readonly _tag: Tag }>, "_tag" | "episodeId"> & { readonly episodeId?: EpisodeId }
): Command => ({ episodeId, ...said, _tag: tag }) as unknown as Command

const traces = ["personsWord", "separatedBecause", "reopenedBecause", "deathTakenBack"]

/** A state as people see it: without what is kept of who said what, and of what was undone. */
export const asItStands = <T>(state: T): T =>
  JSON.parse(JSON.stringify(state, (key, value) => (traces.includes(key) ? undefined : value)))
