/** The commands of the steps around the interview, of closing and of putting right, for one made-up child. */
import fc from "fast-check"
import type { Instant } from "../../src/calendar/index.ts"
import type { InterviewRecord } from "../../src/interview/index.ts"
import {
  CancellationReason,
  ChildReference,
  type Command,
  Consideration,
  InterviewId,
  NotDoneGiven,
  type Placement,
  ReopeningReason,
  ReturnedTo,
  Screening,
  UnassignReason,
  Whereabouts,
  WithdrawableFact
} from "../../src/pathway/index.ts"
import { type OnRung, rotherham } from "../../src/policy/index.ts"
import {
  absences,
  completed,
  foundTimes,
  hoursBetween,
  lastSeens,
  missingTimes,
  orAbsent,
  people,
  record,
  responses,
  returnTimes,
  unnamedEpisode,
  withoutAbsent
} from "./arbitraryFacts.ts"
import { someHistoryRows } from "./historyRows.ts"
import { about, allocatedWorker, at, found, friend, interviewer, missing, police, sibling } from "./madeUpChild.ts"
import { coordinator, otherAuthority, reference } from "./stageExamples.ts"

const asked = (tag: Command["_tag"], facts: object): Command =>
  ({ ...withoutAbsent(facts), episodeId: unnamedEpisode, _tag: tag }) as unknown as Command

const command = <T extends object>(tag: Command["_tag"], facts: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  record(facts).map((said) => asked(tag, said))

const later = hoursBetween(4, 30)
const answers = fc.constantFrom("yes", "no")

export const plan = {
  kind: "find-me-plan",
  reference,
  facts: {
    photograph: "present",
    contacts: "out-of-date",
    "likely-places": "absent",
    "ways-to-reach": "present",
    "place-of-return": "present"
  },
  reviewDueAt: at(900)
} as const

export const partTwo = { reference, clothing: "present", "last-seen": "absent" } as const

/** Under a police reference that stands for the made-up child. */
export const ofAnother = found(at(8), { child: { reference: ChildReference.make("MADE-UP-2") } })

export const coded: InterviewRecord = { present: ["alone"], risks: { gang: "suspected" }, helplineGiven: true }

const records = fc.constantFrom<InterviewRecord>(coded, {}, { ownAccount: "never kept here" } as InterviewRecord)

const reasons = fc.constantFrom("Made up", "Made up", " ")
const consideration = fc.constantFrom(...Consideration.literals)

export const placements = fc.constantFrom<Placement>(
  { _tag: "OwnArea" },
  { _tag: "HostArea", authority: otherAuthority, nation: "scotland" },
  { _tag: "HostArea", authority: otherAuthority, nation: "northern-ireland" }
)
/** The roles someone may answer an alert in. */
export const rolesHeld = fc.subarray<OnRung>(["worker", "missing-coordinator", "team-manager", "out-of-hours-duty"])
export const reached = fc.constant({ how: "phone", recordedBy: coordinator } as const)
export const others = fc.constantFrom([sibling], [friend], [sibling, friend])

export const entries = fc.oneof(
  record({ _tag: fc.constant("Whereabouts"), since: foundTimes }),
  record({ _tag: fc.constant("AbsenceChange"), changedAt: foundTimes }),
  record({ _tag: fc.constant("Placement"), movedAt: orAbsent(foundTimes) }).map(withoutAbsent)
)

const ordinary: fc.Arbitrary<Command> = fc.oneof(
  command("RecordPreventionInterview", { heldAt: foundTimes }),
  command("RecordWhereabouts", { whereabouts: fc.constantFrom(...Whereabouts.literals), since: foundTimes }),
  command("RecordReturnedTo", { returnedTo: fc.constantFrom(...ReturnedTo.literals) }),
  command("RecordAbsenceChange", { absence: absences, changedAt: foundTimes }),
  command("RecordPlacement", { placement: placements, movedAt: orAbsent(foundTimes) }),
  command("CancelEpisode", { reason: fc.constantFrom(...CancellationReason.literals) }),
  command("DeclineCancellation", {}),
  command("DeclineReport", {}),
  { weight: 4, arbitrary: command("WithdrawEntry", { entry: entries, reason: fc.constant("mistyped") }) },
  command("RecordPartTwo", { partTwo: fc.constant(partTwo) }),
  command("ExtendInterview", { alsoCovers: fc.constant([unnamedEpisode]) }),
  command("UnassignInterview", { reason: fc.constantFrom(...UnassignReason.literals) }),
  command("RecordFurtherSession", {
    session: completed,
    isInterviewer: fc.boolean(),
    allocatedWorker: orAbsent(fc.constant(allocatedWorker)),
    knownAdult: orAbsent(fc.boolean())
  }),
  {
    weight: 3,
    arbitrary: command("WithdrawFromInterview", {
      withdrawn: fc.constantFrom(...WithdrawableFact.literals).map((what) => ({ what }) as never),
      reason: fc.constant("wrong-record"),
      onlyThisEpisode: orAbsent(fc.boolean())
    })
  },
  command("OfferToCarer", { offeredAt: later, response: responses }),
  command("RecordAttempt", {
    attemptedAt: later,
    method: fc.constant("phone"),
    result: fc.constantFrom("no-reply", "spoken", "carer-refused")
  }),
  command("RecordNotDone", {
    reason: fc.constantFrom(...NotDoneGiven.literals),
    decidedBy: fc.constant(coordinator)
  }),
  command("RecordInterviewReference", { reference: fc.constant(reference) }),
  command("RecordInterview", { record: records }),
  command("RecordCaseReference", { reference: fc.constant(reference) }),
  command("RecordAllocation", {
    allocated: fc.constantFrom<object>(
      { to: "social-worker", worker: allocatedWorker },
      { to: "early-help-worker", worker: interviewer },
      {
        to: "social-worker",
        worker: allocatedWorker,
        alsoWorkers: [
          { to: "early-help-worker", worker: interviewer },
          { to: "social-worker", worker: allocatedWorker }
        ]
      },
      { concern: true },
      { concern: false }
    )
  }),
  command("RecordScreening", { outcome: fc.constantFrom(...Screening.literals) }),
  command("HandOver", { coordinator: fc.constant(coordinator) }),
  command("AcknowledgeAlert", {
    alert: orAbsent(fc.integer({ min: 1, max: 2 })),
    by: people,
    as: orAbsent(rolesHeld),
    reached: orAbsent(reached)
  }),
  command("RecordMissingTogether", { others }),
  command("RecordNotMissingTogether", { others, reason: fc.constant("wrong-record") }),
  {
    weight: 1,
    arbitrary: fc.oneof(
      command("RecordUnborn", {}),
      command("EndUnborn", { because: fc.constantFrom("born", "recorded-in-error") })
    )
  },
  command("AnswerConsideration", { consideration, answer: answers, reason: reasons }),
  command("DecideOnTrigger", {
    trigger: fc.constantFrom("repeat-episodes:episode-1", "still-missing:episode-1:24"),
    level: fc.constantFrom("must", "consider"),
    answer: answers,
    reason: reasons,
    isManagerApart: fc.boolean()
  }),
  command("RecordFindMePlan", { plan: fc.constant(plan) }),
  record({ _tag: fc.constant("ImportHistory"), rows: someHistoryRows, policy: fc.constant(rotherham) }),
  command("RejectMisdirectedNotification", { notification: fc.constant(ofAnother) }),
  command("ReopenEpisode", { reason: fc.constantFrom(...ReopeningReason.literals) }),
  {
    weight: 3,
    arbitrary: command("CorrectEpisode", {
      reason: fc.constant("mistyped"),
      absence: orAbsent(absences),
      missingAt: orAbsent(missingTimes),
      lastSeen: orAbsent(lastSeens),
      foundAt: orAbsent(foundTimes),
      returnedAt: orAbsent(returnTimes),
      withdrawn: orAbsent(fc.constantFrom("found", "returned"))
    })
  },
  command("CorrectInterview", {
    reason: fc.constant("told-wrongly"),
    offeredAt: orAbsent(later),
    response: orAbsent(responses),
    completedAt: orAbsent(hoursBetween(6, 34)),
    interviewer: orAbsent(people),
    isInterviewer: fc.boolean(),
    allocatedWorker: orAbsent(fc.constant(allocatedWorker))
  })
)

/** What ends an episode is rarer, or little would be left to happen. */
const endings: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: command("CloseEpisode", {}) },
  { weight: 2, arbitrary: command("MergeDuplicate", { duplicateId: fc.constant(unnamedEpisode) }) },
  { weight: 2, arbitrary: command("SeparateDuplicate", { reason: fc.constant("wrong-record") }) },
  {
    weight: 1,
    arbitrary: command("TransferEpisode", { to: fc.constant(otherAuthority), transferredAt: hoursBetween(-2, 30) })
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(at(20), at(40)).map((birthday: Instant) => ({ _tag: "TurnEighteen" as const, birthday }))
  },
  {
    weight: 1,
    arbitrary: hoursBetween(10, 30).map((knownFrom) => ({ _tag: "RecordDeath" as const, knownFrom, by: coordinator }))
  },
  { weight: 1, arbitrary: fc.constant({ _tag: "ConfirmDeath" as const, by: coordinator }) },
  { weight: 4, arbitrary: fc.constant({ _tag: "TakeBackDeath" as const, reason: "wrong-record" as const }) }
)

export const laterCommands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 12, arbitrary: ordinary },
  { weight: 1, arbitrary: endings }
)

const consider = (question: Consideration, answer: "yes" | "no") =>
  about("AnswerConsideration", { consideration: question, answer, reason: "Made up" })

const newInterviewId = InterviewId.make("to-be-named")

const held = {
  completedAt: at(27),
  interviewer,
  venue: "school",
  harmDisclosed: "yes",
  exploitation: [],
  followUp: ["none"]
} as const

const withdrawn = (what: WithdrawableFact, onlyThisEpisode: boolean) =>
  about("WithdrawFromInterview", { withdrawn: { what } as never, reason: "wrong-record", onlyThisEpisode })

/** Runs of commands about one episode. */
export const scripts: fc.Arbitrary<ReadonlyArray<Command>> = fc.constantFrom<ReadonlyArray<Command>>(
  [
    { _tag: "RecordReturned", episodeId: unnamedEpisode, returnedAt: at(26) },
    about("RecordCaseReference", { reference }),
    about("RecordAllocation", { allocated: { concern: true } }),
    about("RecordScreening", { outcome: "universal" }),
    about("HandOver", { coordinator }),
    about("RecordNotDone", { reason: "unable-to-contact", decidedBy: coordinator }),
    about("CloseEpisode", {})
  ],
  [
    about("RecordAllocation", { allocated: { to: "social-worker", worker: allocatedWorker } }),
    consider("strategy-meeting", "no"),
    consider("significant-harm", "yes"),
    consider("strategy-meeting", "no"),
    consider("section-47", "yes"),
    consider("exploitation", "yes"),
    consider("evolve", "yes")
  ],
  [
    { _tag: "RecordReturned", episodeId: unnamedEpisode, returnedAt: at(26) },
    { _tag: "AssignInterview", newInterviewId, interviewer, isInterviewer: true, knownAdult: false },
    { _tag: "LogInterview", newInterviewId, isInterviewer: true, offeredAt: at(26), response: "declined" },
    about("OfferToCarer", { offeredAt: at(25), response: "accepted" }),
    { _tag: "AssignInterview", newInterviewId, interviewer, isInterviewer: true, knownAdult: false },
    about("OfferToCarer", { offeredAt: at(27), response: "accepted" }),
    about("RecordNotDone", { reason: "declined-by-child", decidedBy: coordinator }),
    { _tag: "LogInterview", newInterviewId, isInterviewer: true, completed: held }
  ],
  [
    { _tag: "RecordReturned", episodeId: unnamedEpisode, returnedAt: at(26) },
    { _tag: "AssignInterview", newInterviewId, interviewer, isInterviewer: true, knownAdult: false },
    about("ExtendInterview", { alsoCovers: [unnamedEpisode] }),
    about("RecordInterview", { record: { writtenAt: at(26) } }),
    about("RecordInterview", { record: { signedOffBy: coordinator } }),
    { _tag: "LogInterview", newInterviewId, isInterviewer: true, offeredAt: at(26) },
    about("CorrectInterview", { reason: "mistyped", offeredAt: at(27), isInterviewer: true })
  ],
  [
    { _tag: "RecordReturned", episodeId: unnamedEpisode, returnedAt: at(26) },
    {
      _tag: "LogInterview",
      newInterviewId,
      isInterviewer: true,
      offeredAt: at(26),
      completed: held,
      episodeId: unnamedEpisode
    },
    about("RecordInterview", { record: { signedOffBy: interviewer } }),
    about("ExtendInterview", { alsoCovers: [unnamedEpisode] }),
    about("RecordFurtherSession", { session: { ...held, completedAt: at(28) }, isInterviewer: true }),
    about("RecordFurtherSession", { session: { ...held, completedAt: at(28), venue: "phone" }, isInterviewer: true }),
    withdrawn("completed", true),
    withdrawn("completed", false),
    withdrawn("further-session", false),
    withdrawn("completed", false),
    withdrawn("offer", false)
  ],
  [
    { _tag: "RecordReturned", episodeId: unnamedEpisode, returnedAt: at(26) },
    {
      _tag: "LogInterview",
      newInterviewId,
      isInterviewer: true,
      offeredAt: at(26),
      completed: held,
      episodeId: unnamedEpisode
    },
    about("ExtendInterview", { alsoCovers: [unnamedEpisode] }),
    about("RecordCaseReference", { reference }),
    about("RecordAllocation", { allocated: { concern: false } }),
    about("HandOver", { coordinator }),
    about("RecordInterviewReference", { reference }),
    about("CloseEpisode", {}),
    withdrawn("completed", false)
  ],
  [
    { _tag: "AssignInterview", newInterviewId, interviewer, isInterviewer: true, knownAdult: false },
    about("MergeDuplicate", { duplicateId: unnamedEpisode })
  ],
  [
    { _tag: "RecordDeath", knownFrom: at(20), by: coordinator },
    {
      _tag: "ReceiveNotification",
      notification: missing({ policeReference: police(4), missingAt: at(21) }),
      newEpisodeId: unnamedEpisode,
      policy: rotherham
    },
    { _tag: "ConfirmDeath", by: coordinator },
    { _tag: "TakeBackDeath", reason: "wrong-record" }
  ],
  [
    { _tag: "RecordFound", episodeId: unnamedEpisode, foundAt: at(15), whereabouts: "custody" },
    { _tag: "AssignInterview", newInterviewId, interviewer, isInterviewer: true, knownAdult: false },
    { _tag: "LogInterview", newInterviewId, isInterviewer: true, offeredAt: at(20), completed: held },
    { _tag: "RecordReturned", episodeId: unnamedEpisode, returnedAt: at(26), returnedTo: "another-placement" }
  ],
  [
    { _tag: "RejectMisdirectedNotification", notification: ofAnother },
    { _tag: "AnswerMisdirectedNews", policeReference: ofAnother.policeReference, answer: "recorded" }
  ],
  [
    about("MergeDuplicate", { duplicateId: unnamedEpisode }),
    { _tag: "RecordReturned", episodeId: unnamedEpisode, returnedAt: at(26) },
    about("SeparateDuplicate", { reason: "wrong-record" })
  ]
)
