/** The events of the steps around the interview, of closing and of putting right, in any order. */
import fc from "fast-check"
import { DuplicateFact } from "../../src/pathway/events/correctionEvents.ts"
import { type PathwayEvent, ReturnedTo, Whereabouts, WithdrawableFact } from "../../src/pathway/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import {
  absences,
  anyEpisodeId,
  anyInterviewId,
  completed,
  foundTimes,
  lastSeens,
  missingTimes,
  ofEpisode,
  ofInterview,
  orAbsent,
  people,
  record,
  responses,
  returnTimes,
  withoutAbsent
} from "./arbitraryFacts.ts"
import { someHistoryRows } from "./historyRows.ts"
import { coded, entries, ofAnother, partTwo, placements, plan, reached, rolesHeld } from "./laterCommands.ts"
import { friend, missing, police, sibling } from "./madeUpChild.ts"
import { coordinator, otherAuthority, reference } from "./stageExamples.ts"

const some = anyEpisodeId.map((id) => [id] as const)

const linked = fc.constantFrom([sibling] as const, [friend, sibling] as const)

export const laterEvents: fc.Arbitrary<PathwayEvent> = fc.oneof(
  record({ ...ofEpisode("PreventionInterviewRecorded"), heldAt: foundTimes }),
  record({
    ...ofEpisode("WhereaboutsRecorded"),
    whereabouts: fc.constantFrom(...Whereabouts.literals),
    since: foundTimes
  }),
  record({ ...ofEpisode("ReturnedToRecorded"), returnedTo: fc.constantFrom(...ReturnedTo.literals) }),
  record({ ...ofEpisode("AbsenceChanged"), absence: absences, changedAt: foundTimes }),
  record({ ...ofEpisode("PlacementRecorded"), placement: placements, movedAt: orAbsent(foundTimes) }).map(
    withoutAbsent
  ),
  record({ ...ofEpisode("EntryWithdrawn"), entry: entries, reason: fc.constant("mistyped") }),
  record({ _tag: fc.constant("ChildDied"), knownFrom: returnTimes, by: people }),
  record({ _tag: fc.constant("DeathConfirmed"), by: people, confirmedAt: returnTimes }),
  record({ _tag: fc.constant("DeathTakenBack"), reason: fc.constant("wrong-record") }),
  record({
    _tag: fc.constant("NotificationAfterDeath"),
    notification: fc.constantFrom(ofAnother, missing({ policeReference: police(3) })),
    receivedAt: returnTimes,
    newEpisodeId: anyEpisodeId,
    policy: fc.constant(rotherham)
  }),
  record({
    ...ofEpisode("EndRevised"),
    foundAt: orAbsent(foundTimes),
    returnedAt: orAbsent(returnTimes),
    sentAt: returnTimes
  }).map(withoutAbsent),
  record({ ...ofEpisode("MissingAfterAll"), sentAt: returnTimes }),
  record({ ...ofEpisode("CancellationQuestioned"), reason: fc.constant("in error"), sentAt: returnTimes }),
  record(ofEpisode("CancellationDeclined")),
  record(ofEpisode("ReportDeclined")),
  record({
    _tag: fc.constant("NotificationRepeated"),
    policeReference: fc.constant(police(1)),
    kind: fc.constant("missing"),
    sentAt: returnTimes
  }),
  record({ ...ofEpisode("PartTwoRecorded"), partTwo: fc.constant(partTwo) }),
  record({ ...ofInterview("InterviewExtended"), episodeIds: some }),
  record({ ...ofInterview("InterviewNarrowed"), episodeIds: some, reason: fc.constant("wrong-record") }),
  record({ ...ofInterview("InterviewsJoined"), joinedId: anyInterviewId }),
  record({ ...ofInterview("InterviewUnassigned"), reason: fc.constant("interviewer-unavailable") }),
  fc.tuple(anyInterviewId, completed).map(([interviewId, facts]) => ({
    _tag: "FurtherSessionHeld" as const,
    interviewId,
    ...facts
  })),
  record({
    ...ofInterview("InterviewFactWithdrawn"),
    what: fc.constantFrom(...WithdrawableFact.literals),
    episodeIds: some,
    reason: fc.constant("wrong-record"),
    at: orAbsent(returnTimes)
  }).map(withoutAbsent),
  record({
    ...ofInterview("CarerOffered"),
    offeredAt: returnTimes,
    response: responses,
    episodeIds: orAbsent(some)
  }).map(withoutAbsent),
  record({
    ...ofInterview("InterviewAttempted"),
    attemptedAt: returnTimes,
    method: fc.constant("phone"),
    result: fc.constant("no-reply"),
    episodeIds: orAbsent(some)
  }).map(withoutAbsent),
  record({
    _tag: fc.constant("InterviewNotDone"),
    episodeIds: some,
    interviewId: orAbsent(anyInterviewId),
    reason: fc.constant("aged-18"),
    decidedBy: people
  }).map(withoutAbsent),
  record({ ...ofInterview("InterviewReferenceRecorded"), reference: fc.constant(reference) }),
  record({ ...ofInterview("InterviewRecorded"), record: fc.constant(coded) }),
  record({ ...ofEpisode("CaseReferenceRecorded"), reference: fc.constant(reference) }),
  record({
    ...ofEpisode("WorkerAllocated"),
    to: fc.constant("social-worker"),
    worker: people,
    alsoWorkers: orAbsent(people.map((worker) => [{ to: "early-help-worker", worker }] as const))
  }).map(withoutAbsent),
  record({ ...ofEpisode("MissingTogether"), others: linked }),
  record({ ...ofEpisode("NotMissingTogether"), others: linked, reason: fc.constant("wrong-record") }),
  record({ ...ofEpisode("UnbornRecorded") }),
  record({ ...ofEpisode("UnbornEnded"), because: fc.constantFrom("born", "recorded-in-error") }),
  record({ ...ofEpisode("NobodyAllocated"), concern: fc.boolean() }),
  record({ ...ofEpisode("EpisodeScreened"), outcome: fc.constant("early-help") }),
  record({ ...ofEpisode("HandedOver"), coordinator: fc.constant(coordinator) }),
  record({
    ...ofEpisode("AlertAcknowledged"),
    alert: fc.integer({ min: 1, max: 3 }),
    by: people,
    acknowledgedAt: foundTimes,
    as: orAbsent(rolesHeld),
    reached: orAbsent(reached)
  }).map(withoutAbsent),
  record({
    ...ofEpisode("ConsiderationAnswered"),
    consideration: fc.constantFrom("significant-harm", "section-47"),
    answer: fc.constantFrom("yes", "no"),
    reason: fc.constant("Made up")
  }),
  record({
    ...ofEpisode("TriggerDecided"),
    trigger: fc.constantFrom("repeat-episodes:episode-1", "still-missing:episode-1:24"),
    answer: fc.constantFrom("yes", "no"),
    reason: fc.constant("Made up")
  }),
  record({ _tag: fc.constant("NotificationTurnedAway"), notification: fc.constant(ofAnother) }),
  record({
    _tag: fc.constant("MisdirectedNewsAnswered"),
    policeReference: fc.constant(ofAnother.policeReference),
    answer: fc.constantFrom("recorded", "nobody-missing")
  }),
  record({ _tag: fc.constant("FindMePlanRecorded"), plan: fc.constant(plan) }),
  record({ _tag: fc.constant("HistoryImported"), rows: someHistoryRows, policy: fc.constant(rotherham) }),
  record({
    ...ofEpisode("EpisodeClosed"),
    closedAt: returnTimes,
    reason: fc.constantFrom("nothing-left", "turned-18")
  }),
  record({ ...ofEpisode("EpisodeReopened"), reason: fc.constant("new-information") }),
  record({ ...ofEpisode("EpisodeTransferred"), to: fc.constant(otherAuthority), transferredAt: returnTimes }),
  record({ ...ofEpisode("EpisodesMerged"), duplicateId: anyEpisodeId }),
  record({
    ...ofEpisode("EpisodesSeparated"),
    duplicateId: anyEpisodeId,
    reason: fc.constant("wrong-record"),
    takenBack: fc.subarray([...DuplicateFact.literals]),
    interviewId: orAbsent(anyInterviewId)
  }).map(withoutAbsent),
  record({
    ...ofEpisode("EpisodeCorrected"),
    reason: fc.constant("mistyped"),
    missingAt: orAbsent(missingTimes),
    lastSeen: orAbsent(lastSeens),
    foundAt: orAbsent(foundTimes),
    returnedAt: orAbsent(returnTimes),
    withdrawn: orAbsent(fc.constantFrom("found", "returned"))
  }).map(withoutAbsent),
  record({
    ...ofInterview("InterviewCorrected"),
    reason: fc.constant("mistyped"),
    offeredAt: orAbsent(returnTimes),
    completedAt: orAbsent(returnTimes),
    response: orAbsent(responses)
  }).map(withoutAbsent)
)
