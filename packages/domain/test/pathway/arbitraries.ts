/**
 * What can be told about one made-up child, for properties: notifications, commands, and events in any order. Times
 * lie within two days and references are few, so that they meet and contradict each other often. `histories.ts`
 * plays the commands out to states.
 */
import fc from "fast-check"
import type { Instant } from "../../src/calendar/index.ts"
import {
  type Command,
  EpisodeId,
  InterviewId,
  type Notification,
  type PathwayEvent,
  PersonId,
  type RecordedEvent
} from "../../src/pathway/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import { allocatedWorker, at, child, interviewer, police, secondInterviewer } from "./madeUpChild.ts"

const hoursBetween = (min: number, max: number): fc.Arbitrary<Instant> => fc.integer({ min, max }).map(at)
const orAbsent = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** A record as the code makes them: with the ordinary prototype, which fast-check leaves off now and then. */
const record = <T>(facts: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) => fc.record<T>(facts, { noNullPrototype: true })

/** Leaves out the keys whose value is undefined: an optional fact is absent, not empty. */
const withoutAbsent = <T extends object>(facts: T) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key]
  } & { [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined> }

const absences = fc.constantFrom("missing", "away")
const places = fc.constantFrom("home", "care")
const risks = fc.constantFrom("no-apparent", "low", "medium", "high")
const responses = fc.constantFrom("accepted", "declined", "no-answer")
const people = fc.constantFrom(interviewer, secondInterviewer, allocatedWorker)
const missingTimes = hoursBetween(0, 14)
const foundTimes = hoursBetween(0, 20)
const returnTimes = hoursBetween(2, 26)

const envelope = {
  policeReference: fc.integer({ min: 1, max: 3 }).map(police),
  sentAt: hoursBetween(0, 30),
  child: fc.constant(child)
}

export const notifications: fc.Arbitrary<Notification> = fc.oneof(
  {
    weight: 4,
    arbitrary: record({
      kind: fc.constant("missing"),
      ...envelope,
      absence: absences,
      missingFrom: places,
      risk: risks,
      missingAt: missingTimes,
      reportedAt: missingTimes
    })
  },
  {
    weight: 2,
    arbitrary: record({
      kind: fc.constant("updated"),
      ...envelope,
      absence: orAbsent(absences),
      missingFrom: orAbsent(places),
      risk: orAbsent(risks),
      missingAt: orAbsent(missingTimes)
    }).map(withoutAbsent)
  },
  { weight: 3, arbitrary: record({ kind: fc.constant("found"), ...envelope, foundAt: foundTimes }) },
  { weight: 3, arbitrary: record({ kind: fc.constant("returned"), ...envelope, returnedAt: returnTimes }) },
  { weight: 1, arbitrary: record({ kind: fc.constant("cancelled"), ...envelope, reason: fc.constant("in error") }) }
)

const completed = record({
  completedAt: hoursBetween(6, 34),
  interviewer: people,
  venue: fc.constantFrom("home", "school", "phone"),
  harmDisclosed: fc.constantFrom("no", "yes", "not-disclosed"),
  exploitation: fc.subarray(["grooming", "gang", "trafficking"] as const),
  followUp: fc.subarray(["strategy-discussion", "police-intelligence"] as const)
})

/** A command that has yet to be given its ids: `nth` chooses among the episodes there are when it is played. */
export interface Step {
  readonly said: Command
  readonly nth: number | undefined
}

const unnamedEpisode = EpisodeId.make("to-be-named")
const unnamedInterview = InterviewId.make("to-be-named")

const interviewFacts = {
  newInterviewId: fc.constant(unnamedInterview),
  isInterviewer: fc.boolean(),
  allocatedWorker: orAbsent(fc.constant(allocatedWorker))
}

export const commands: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: notifications.map((notification) => ({
      _tag: "ReceiveNotification" as const,
      notification,
      newEpisodeId: unnamedEpisode,
      policy: rotherham
    }))
  },
  {
    weight: 1,
    arbitrary: foundTimes.map((foundAt) => ({ _tag: "RecordFound" as const, episodeId: unnamedEpisode, foundAt }))
  },
  {
    weight: 2,
    arbitrary: returnTimes.map((returnedAt) => ({
      _tag: "RecordReturned" as const,
      episodeId: unnamedEpisode,
      returnedAt
    }))
  },
  {
    weight: 3,
    arbitrary: record({
      _tag: fc.constant("AssignInterview"),
      ...interviewFacts,
      interviewer: people,
      knownAdult: fc.boolean()
    }).map(withoutAbsent)
  },
  {
    weight: 5,
    arbitrary: record({
      _tag: fc.constant("LogInterview"),
      ...interviewFacts,
      offeredAt: orAbsent(hoursBetween(6, 30)),
      response: orAbsent(responses),
      completed: orAbsent(completed)
    }).map(withoutAbsent)
  }
)

export const steps: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(
  record({ said: commands, nth: orAbsent(fc.nat({ max: 5 })) }),
  { minLength: 1, maxLength: 25, size: "max" }
)

/** When every command of a history is put: late enough for most of its times, too early for some. */
export const HISTORY_NOW = at(28)

export const recordedBy = PersonId.make("made-up-recorder")

const anyEpisodeId = fc.constantFrom("episode-0", "episode-1", "episode-2").map((id) => EpisodeId.make(id))
const anyInterviewId = fc.constantFrom("interview-0", "interview-1").map((id) => InterviewId.make(id))

const ofEpisode = <const Tag extends PathwayEvent["_tag"]>(tag: Tag) => ({
  _tag: fc.constant(tag),
  episodeId: anyEpisodeId
})

const ofInterview = <const Tag extends PathwayEvent["_tag"]>(tag: Tag) => ({
  _tag: fc.constant(tag),
  interviewId: anyInterviewId
})

/** Any event, whether or not it makes sense where it stands. */
export const events: fc.Arbitrary<PathwayEvent> = fc.oneof(
  record({
    _tag: fc.constant("NotificationReceived"),
    notification: notifications,
    episodeId: orAbsent(anyEpisodeId)
  }).map(withoutAbsent),
  record({
    ...ofEpisode("NotificationSetAside"),
    kind: fc.constant("found"),
    reason: fc.constant("out-of-order"),
    reportedTime: foundTimes
  }),
  record({
    ...ofEpisode("EpisodeOpened"),
    absence: absences,
    missingFrom: places,
    risk: risks,
    missingAt: missingTimes,
    reportedAt: missingTimes,
    notifiedAt: missingTimes,
    policy: fc.constant(rotherham)
  }),
  record({ ...ofEpisode("EpisodeUpdated"), risk: risks }),
  record({ ...ofEpisode("ChildFound"), foundAt: foundTimes }),
  record({ ...ofEpisode("ChildReturned"), returnedAt: returnTimes }),
  record({ ...ofEpisode("EpisodeCancelled"), reason: fc.constant("in error") }),
  record({
    ...ofInterview("InterviewAssigned"),
    episodeIds: anyEpisodeId.map((id) => [id] as const),
    interviewer: people,
    knownAdult: fc.boolean()
  }),
  record({ ...ofInterview("InterviewOffered"), offeredAt: returnTimes }),
  record({ ...ofInterview("InterviewAnswered"), response: responses }),
  fc.tuple(anyInterviewId, completed).map(([id, facts]) => ({
    _tag: "InterviewCompleted" as const,
    interviewId: id,
    ...facts
  }))
)

export const streams: fc.Arbitrary<ReadonlyArray<RecordedEvent>> = fc.array(
  events.map((event) => ({ recordedAt: HISTORY_NOW, recordedBy, event })),
  { maxLength: 30, size: "max" }
)
