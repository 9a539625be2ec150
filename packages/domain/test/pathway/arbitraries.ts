/**
 * What can be told about one made-up child, for properties: notifications, commands, and events in any order. Times
 * lie within two days and references are few, so that they meet and contradict each other often. `histories.ts`
 * plays the commands out to states.
 */

import fc from "fast-check"
import { utc } from "../../src/calendar/index.ts"
import {
  type Command,
  InterviewId,
  type Notification,
  type PathwayEvent,
  PersonId,
  type RecordedEvent
} from "../../src/pathway/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import {
  absences,
  anyEpisodeId,
  anyInterviewId,
  completed,
  foundTimes,
  hoursBetween,
  lastSeens,
  missingTimes,
  ofEpisode,
  ofInterview,
  orAbsent,
  people,
  places,
  record,
  responses,
  returnTimes,
  risks,
  unnamedEpisode,
  withoutAbsent
} from "./arbitraryFacts.ts"
import { laterCommands, scripts } from "./laterCommands.ts"
import { laterEvents } from "./laterEvents.ts"
import { allocatedWorker, at, child, police } from "./madeUpChild.ts"
import { strictPolicy } from "./strictPolicy.ts"

const envelope = {
  policeReference: fc.integer({ min: 1, max: 3 }).map(police),
  sentAt: hoursBetween(0, 30),
  child: fc.constant(child)
}

const missingNotifications: fc.Arbitrary<Notification> = record({
  kind: fc.constant("missing"),
  ...envelope,
  absence: absences,
  missingFrom: places,
  risk: risks,
  missingAt: missingTimes,
  reportedAt: missingTimes,
  lastSeen: orAbsent(lastSeens)
}).map(withoutAbsent)

/** A time that cannot be true is refused: most reports have their times in order. */
const inOrder = (notification: Notification): Notification =>
  notification.kind === "missing" && notification.missingAt > notification.reportedAt
    ? { ...notification, missingAt: notification.reportedAt, reportedAt: notification.missingAt }
    : notification

const withImpossibleTimes: fc.Arbitrary<Notification> = fc.oneof(
  missingNotifications,
  record({ kind: fc.constant("found"), ...envelope, foundAt: fc.constant(utc(1970, 1, 1)) })
)

export const notifications: fc.Arbitrary<Notification> = fc.oneof(
  { weight: 8, arbitrary: missingNotifications.map(inOrder) },
  { weight: 1, arbitrary: withImpossibleTimes },
  {
    weight: 4,
    arbitrary: record({
      kind: fc.constant("updated"),
      ...envelope,
      absence: orAbsent(absences),
      missingFrom: orAbsent(places),
      risk: orAbsent(risks),
      missingAt: orAbsent(missingTimes),
      lastSeen: orAbsent(lastSeens)
    }).map(withoutAbsent)
  },
  { weight: 6, arbitrary: record({ kind: fc.constant("found"), ...envelope, foundAt: foundTimes }) },
  { weight: 6, arbitrary: record({ kind: fc.constant("returned"), ...envelope, returnedAt: returnTimes }) },
  { weight: 2, arbitrary: record({ kind: fc.constant("cancelled"), ...envelope, reason: fc.constant("in error") }) }
)

/** A command that has yet to be given its ids: `nth` chooses among the episodes there are when it is played. */
export interface Step {
  readonly said: Command
  readonly nth: number | undefined
}

const unnamedInterview = InterviewId.make("to-be-named")

const interviewFacts = {
  newInterviewId: fc.constant(unnamedInterview),
  isInterviewer: fc.boolean(),
  allocatedWorker: orAbsent(fc.constant(allocatedWorker))
}

const received = (notification: Notification): Command => ({
  _tag: "ReceiveNotification",
  notification,
  newEpisodeId: unnamedEpisode,
  // Some are told to a council that uses fewer words.
  policy: "risk" in notification && notification.risk === "low" ? strictPolicy : rotherham
})

const some = anyEpisodeId.map((id) => [id] as const)

export const commands: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: notifications.map(received)
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
      knownAdult: fc.boolean(),
      alsoCovers: orAbsent(fc.constant([unnamedEpisode])),
      arrangement: orAbsent(fc.constantFrom("missing-team", "host-authority")),
      plannedFor: orAbsent(returnTimes)
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
  },
  { weight: 9, arbitrary: laterCommands }
)

const nths = orAbsent(fc.nat({ max: 5 }))

/** Mostly one command at a time; now and then a run of them about one episode, to come to what chance rarely would. */
const strides: fc.Arbitrary<ReadonlyArray<Step>> = fc.oneof(
  { weight: 8, arbitrary: record({ said: commands, nth: nths }).map((step) => [step]) },
  {
    weight: 1,
    arbitrary: fc.tuple(scripts, nths).map(([script, nth]) => script.map((said) => ({ said, nth })))
  }
)

/** Most histories begin with a disappearance or two, without which there is little to say. */
const openings: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(
  missingNotifications.map((notification) => ({ said: received(notification), nth: undefined })),
  { maxLength: 4, size: "max" }
)

export const steps: fc.Arbitrary<ReadonlyArray<Step>> = fc
  .tuple(openings, fc.array(strides, { minLength: 1, maxLength: 25, size: "max" }))
  .map(([opening, taken]) => [...opening, ...taken.flat()])

/** When every command of a history is put: late enough for most of its times, too early for some. */
export const HISTORY_NOW = at(28)

export const recordedBy = PersonId.make("made-up-recorder")

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
    reportedTime: foundTimes,
    toDecide: orAbsent(fc.constant(true))
  }).map(withoutAbsent),
  record({
    ...ofEpisode("EpisodeOpened"),
    absence: absences,
    missingFrom: places,
    risk: risks,
    missingAt: missingTimes,
    reportedAt: missingTimes,
    lastSeen: orAbsent(lastSeens),
    notifiedAt: missingTimes,
    policy: fc.constantFrom(rotherham, strictPolicy)
  }).map(withoutAbsent),
  record({ ...ofEpisode("EpisodeUpdated"), risk: risks, lastSeen: orAbsent(lastSeens) }).map(withoutAbsent),
  record({ ...ofEpisode("ChildFound"), foundAt: foundTimes }),
  record({ ...ofEpisode("ChildReturned"), returnedAt: returnTimes }),
  record({ ...ofEpisode("EpisodeCancelled"), reason: fc.constant("in error") }),
  record({
    ...ofInterview("InterviewAssigned"),
    episodeIds: anyEpisodeId.map((id) => [id] as const),
    interviewer: people,
    knownAdult: fc.boolean()
  }),
  record({ ...ofInterview("InterviewOffered"), offeredAt: returnTimes, episodeIds: orAbsent(some) }).map(withoutAbsent),
  record({ ...ofInterview("InterviewAnswered"), response: responses, episodeIds: orAbsent(some) }).map(withoutAbsent),
  fc.tuple(anyInterviewId, completed).map(([id, facts]) => ({
    _tag: "InterviewCompleted" as const,
    interviewId: id,
    ...facts
  })),
  { weight: 12, arbitrary: laterEvents }
)

export const streams: fc.Arbitrary<ReadonlyArray<RecordedEvent>> = fc.array(
  events.map((event) => ({ recordedAt: HISTORY_NOW, recordedBy, event })),
  { maxLength: 30, size: "max" }
)
