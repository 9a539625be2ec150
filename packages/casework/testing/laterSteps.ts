/** The steps around the interview, of closing and of putting right, for the made-up child. */
import {
  AuthorityName,
  CaseSystemReference,
  ChildReference,
  type Command,
  EpisodeId,
  type PersonId
} from "@safe-return/domain/pathway"
import fc from "fast-check"
import { at, episodeId, interviewer, manager, type Told, worker } from "./madeUpCase.ts"

const reference = CaseSystemReference.make("LL-2026-1")
const second = EpisodeId.make("episode-2")

const told = (hours: number, command: Command, by: PersonId = manager): Told => ({ by, now: at(hours), command })

/** One of each, at this hour; the reasons and the record say what no message may. */
export const laterSteps = (hours: number): ReadonlyArray<Told> => [
  told(hours, { _tag: "RecordPreventionInterview", episodeId, heldAt: at(hours) }),
  told(hours, { _tag: "RecordPartTwo", episodeId, partTwo: { reference, clothing: "present", "last-seen": "absent" } }),
  told(hours, { _tag: "ExtendInterview", episodeId, alsoCovers: [second] }),
  told(hours, { _tag: "OfferToCarer", episodeId, offeredAt: at(hours), response: "accepted" }),
  told(hours, { _tag: "RecordAttempt", episodeId, attemptedAt: at(hours), method: "phone", result: "carer-refused" }),
  told(hours, { _tag: "RecordNotDone", episodeId, reason: "custody-or-hospital", decidedBy: manager }),
  told(hours, { _tag: "RecordInterviewReference", episodeId, reference }),
  told(hours, { _tag: "RecordInterview", episodeId, record: { risks: { gang: "confirmed" } } }),
  told(hours, { _tag: "RecordCaseReference", episodeId, reference }),
  told(hours, { _tag: "RecordAllocation", episodeId, allocated: { concern: true } }),
  told(hours, { _tag: "RecordScreening", episodeId, outcome: "early-help" }),
  told(hours, { _tag: "RecordAllocation", episodeId, allocated: { to: "social-worker", worker } }),
  told(hours, { _tag: "AcknowledgeAlert", episodeId, by: manager, as: ["team-manager"] }),
  told(hours, { _tag: "AcknowledgeAlert", episodeId, by: worker, reached: { how: "phone", recordedBy: manager } }),
  told(hours, { _tag: "RecordMissingTogether", episodeId, others: [ChildReference.make("LCS-10433")] }),
  told(hours, {
    _tag: "RecordNotMissingTogether",
    episodeId,
    others: [ChildReference.make("LCS-10433")],
    reason: "wrong-record"
  }),
  told(hours, { _tag: "RecordUnborn", episodeId }),
  told(hours, { _tag: "EndUnborn", episodeId, because: "recorded-in-error" }),
  told(hours, { _tag: "HandOver", episodeId, coordinator: manager }),
  told(hours, {
    _tag: "AnswerConsideration",
    episodeId,
    consideration: "significant-harm",
    answer: "yes",
    reason: "SECRET-REASON <!channel>"
  }),
  told(hours, { _tag: "CorrectEpisode", episodeId, reason: "mistyped", returnedAt: at(hours), risk: "high" }),
  told(hours, { _tag: "CorrectEpisode", episodeId, reason: "mistyped", withdrawn: "returned" }),
  told(
    hours,
    {
      _tag: "CorrectInterview",
      episodeId,
      reason: "mistyped",
      offeredAt: at(hours),
      isInterviewer: true
    },
    interviewer
  ),
  told(hours, { _tag: "MergeDuplicate", duplicateId: second, episodeId })
]

const endings = (hours: number): ReadonlyArray<Told> => [
  told(hours, { _tag: "CloseEpisode", episodeId }),
  told(hours, { _tag: "TurnEighteen", birthday: at(hours) }),
  told(hours, {
    _tag: "TransferEpisode",
    episodeId,
    to: AuthorityName.make("Sheffield City Council"),
    transferredAt: at(hours)
  }),
  told(hours, { _tag: "ReopenEpisode", episodeId, reason: "handed-back" })
]

export const anyLaterStep = (hours: fc.Arbitrary<number>): fc.Arbitrary<Told> =>
  fc.oneof(
    { weight: 6, arbitrary: hours.chain((when) => fc.constantFrom(...laterSteps(when))) },
    { weight: 1, arbitrary: hours.chain((when) => fc.constantFrom(...endings(when))) }
  )
