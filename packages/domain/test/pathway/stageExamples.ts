/** The made-up child at every stage of the table, with the command that brings an ended episode there. */
import {
  AuthorityName,
  CaseSystemReference,
  type ChildState,
  type Command,
  EpisodeId,
  emptyChildState,
  InterviewId,
  PersonId,
  type Stage
} from "../../src/pathway/index.ts"
import {
  about,
  allocatedWorker,
  assign,
  at,
  backHome,
  cancelled,
  completedAt,
  episodeId,
  found,
  log,
  missing,
  notify,
  play,
  playFrom,
  police,
  recordReturned
} from "./madeUpChild.ts"

export const coordinator = PersonId.make("missing-coordinator")
export const reference = CaseSystemReference.make("LL-2026-1")
export const otherAuthority = AuthorityName.make("Sheffield City Council")
export const secondEpisode = EpisodeId.make("episode-2")
export const secondInterview = InterviewId.make("interview-2")

/** An earlier disappearance that was told later, from which the child was back days before. */
export const earlierReturn = (state: ChildState): ChildState =>
  playFrom(
    state,
    notify(missing({ policeReference: police(2), missingAt: at(-72), reportedAt: at(-71) }), secondEpisode),
    recordReturned(at(-60), secondEpisode)
  )

export const declinedAt = (hours: number): Command => log({ offeredAt: at(hours), response: "declined" })
export const heldAt = (hours: number): Command => log({ offeredAt: at(11), completed: completedAt(at(hours)) })
export const ruledOut = about("RecordNotDone", { reason: "unable-to-contact", decidedBy: coordinator })
export const gone = play(notify(missing()))
export const whereaboutsKnown = playFrom(gone, notify(found(at(8))))
export const home = backHome()
export const assigned = playFrom(home, assign())
export const declined = playFrom(assigned, declinedAt(11))
export const completed = playFrom(assigned, heldAt(20))

/** Whatever a closing waits for, besides the return and the interview. */
export const paperwork: ReadonlyArray<Command> = [
  about("RecordCaseReference", { reference }),
  about("RecordAllocation", { allocated: { to: "social-worker", worker: allocatedWorker } }),
  about("HandOver", { coordinator })
]

export const answers: ReadonlyArray<Command> = (
  [
    "significant-harm",
    "update-assessment",
    "update-care-plan",
    "update-find-me-plan",
    "involve-interview-staff",
    "exploitation"
  ] as const
).map((consideration) => about("AnswerConsideration", { consideration, answer: "no", reason: "Made up" }))

const allDone = [...paperwork, ...answers, about("RecordInterviewReference", { reference })]

/** Completed, and everything else done: one command from closed. */
export const readyToClose = playFrom(completed, ...allDone)
export const closed = playFrom(readyToClose, about("CloseEpisode", {}))

const duplicated = playFrom(gone, notify(missing({ policeReference: police(2), missingAt: at(1) }), secondEpisode))

/** Found, and in hospital since. */
export const inHospital = playFrom(
  whereaboutsKnown,
  about("RecordWhereabouts", { whereabouts: "hospital", since: at(8) })
)
const heardInHospital = playFrom(inHospital, assign(), heldAt(20))
export const died: Command = { _tag: "RecordDeath", knownFrom: at(12), by: coordinator }

/** One state at each stage of `episode-1`; every one but the first two has only that episode, or it is the latest. */
export const stageExamples: Readonly<Record<Exclude<Stage, "unknown-episode">, ChildState>> = {
  "nothing-recorded": emptyChildState,
  missing: gone,
  found: whereaboutsKnown,
  "found-assigned": playFrom(whereaboutsKnown, assign()),
  "found-declined": playFrom(whereaboutsKnown, assign(), declinedAt(9)),
  "found-not-done": playFrom(whereaboutsKnown, assign(), ruledOut),
  "found-completed": heardInHospital,
  returned: home,
  "returned-assigned": assigned,
  "returned-declined": declined,
  "returned-not-done": playFrom(assigned, ruledOut),
  completed,
  cancelled: playFrom(gone, notify(cancelled())),
  "cancelled-completed": playFrom(completed, about("CancelEpisode", { reason: "wrong-child" })),
  merged: playFrom(duplicated, { _tag: "MergeDuplicate", duplicateId: episodeId, episodeId: secondEpisode }),
  closed,
  "closed-at-18": playFrom(gone, { _tag: "TurnEighteen", birthday: at(5) }),
  transferred: playFrom(gone, about("TransferEpisode", { to: otherAuthority, transferredAt: at(5) })),
  died: playFrom(gone, died)
}
