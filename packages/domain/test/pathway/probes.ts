/** For each row of the transition table, a command that would be in order at any stage at which it is open. */
import { Result } from "effect"
import {
  ChildReference,
  type ChildState,
  type Command,
  decide,
  EpisodeId,
  PoliceReference,
  preview,
  type RowName
} from "../../src/pathway/index.ts"
import { rotherham } from "../../src/policy/index.ts"
import {
  about,
  allocatedWorker,
  assign,
  at,
  completedAt,
  found,
  log,
  MUCH_LATER,
  missing,
  notify,
  playFrom,
  police,
  recordFound,
  recordReturned,
  secondInterviewer,
  sibling
} from "./madeUpChild.ts"
import {
  answers,
  coordinator,
  died,
  earlierReturn,
  inHospital,
  otherAuthority,
  paperwork,
  reference,
  ruledOut,
  secondEpisode,
  secondInterview,
  stageExamples
} from "./stageExamples.ts"

export const nowhere = EpisodeId.make("episode-of-another-child")

interface Probe {
  readonly state: ChildState
  readonly command: Command
}

/** A command that would be in order at any stage at which it is open. */
type ProbeOf = (state: ChildState, id: EpisodeId) => Probe | ReadonlyArray<Probe>

const ask =
  (command: (id: EpisodeId) => Command): ProbeOf =>
  (state, id) => ({ state, command: command(id) })

/** The stage of the made-up child with a further disappearance, so that there is another episode to name. */
const withSecond =
  (command: (id: EpisodeId) => Command): ProbeOf =>
  (state, id) => ({ state: state.episodes.length === 1 ? before(state, earlierReturn) : state, command: command(id) })

/** What came before a death was recorded, where one is: afterwards nothing could be played. */
const before = (state: ChildState, add: (alive: ChildState) => ChildState): ChildState =>
  state.death === undefined ? add(state) : playFrom(add(stageExamples.missing), died)

const third = EpisodeId.make("episode-3")
const firstOf = (state: ChildState): ChildState =>
  before(state, (alive) =>
    playFrom(
      alive,
      notify(missing({ policeReference: police(3), missingAt: at(-100), reportedAt: at(-99) }), third),
      { _tag: "RecordReturned", episodeId: third, returnedAt: at(-90) },
      { ...assign(), episodeId: third, newInterviewId: "interview-3" as never }
    )
  )

/** The return was the first that was heard. */
const withoutFinding = (state: ChildState): ChildState => ({
  ...state,
  episodes: state.episodes.map((episode) => {
    const { progress } = episode
    if (progress._tag !== "Returned") return episode
    return { ...episode, progress: { _tag: "Returned", returnedAt: progress.returnedAt } }
  })
})

/** One way or more of asking for each command. */
export const probes: Readonly<Record<RowName, ProbeOf>> = {
  ReceiveNotification: ask(() => notify(missing({ policeReference: police(9), missingAt: at(500) }), nowhere)),
  RecordFound: (state, id) => ({ state: withoutFinding(state), command: recordFound(at(7.5), id) }),
  RecordReturned: ask((id) => recordReturned(at(10.5), id)),
  CancelEpisode: ask((id) => about("CancelEpisode", { episodeId: id, reason: "recorded-in-error" })),
  DeclineCancellation: ask((id) => about("DeclineCancellation", { episodeId: id })),
  DeclineReport: ask((id) => about("DeclineReport", { episodeId: id })),
  RecordWhereabouts: ask((id) => about("RecordWhereabouts", { episodeId: id, whereabouts: "hospital", since: at(8) })),
  RecordReturnedTo: ask((id) => about("RecordReturnedTo", { episodeId: id, returnedTo: "where-they-left" })),
  RecordAbsenceChange: ask((id) => about("RecordAbsenceChange", { episodeId: id, absence: "away", changedAt: at(4) })),
  RecordPlacement: ask((id) =>
    about("RecordPlacement", {
      episodeId: id,
      placement: { _tag: "HostArea", authority: otherAuthority, nation: "scotland" }
    })
  ),
  WithdrawEntry: ask((id) =>
    about("WithdrawEntry", { episodeId: id, entry: { _tag: "Placement" }, reason: "mistyped" })
  ),
  RecordDeath: ask(() => died),
  ConfirmDeath: ask(() => ({ _tag: "ConfirmDeath", by: coordinator })),
  TakeBackDeath: ask(() => ({ _tag: "TakeBackDeath", reason: "wrong-record" })),
  RecordPreventionInterview: ask((id) => about("RecordPreventionInterview", { episodeId: id, heldAt: at(9) })),
  RecordPartTwo: ask((id) =>
    about("RecordPartTwo", { episodeId: id, partTwo: { reference, clothing: "present", "last-seen": "absent" } })
  ),
  AssignInterview: ask((id) => assign({ episodeId: id, interviewer: secondInterviewer })),
  LogInterview: (given, id) => {
    const state = given === stageExamples.found ? inHospital : given
    return [
      { state, command: log({ episodeId: id, offeredAt: at(11), completed: completedAt(at(20)) }) },
      { state, command: log({ episodeId: id, offeredAt: at(11) }) },
      { state, command: log({ episodeId: id, response: "accepted" }) }
    ]
  },
  ExtendInterview: withSecond((id) => about("ExtendInterview", { episodeId: id, alsoCovers: [secondEpisode] })),
  CoverEpisode: (state, id) => ({
    state: firstOf(state),
    command: about("ExtendInterview", { episodeId: third, alsoCovers: [id] })
  }),
  // Missing after all, with an interview that someone had by then.
  UnassignInterview: (state, id) => ({
    state:
      state === stageExamples.missing
        ? preview(state, [
            {
              _tag: "InterviewAssigned",
              interviewId: secondInterview,
              episodeIds: [id],
              interviewer: secondInterviewer,
              knownAdult: false
            }
          ])
        : state,
    command: about("UnassignInterview", { episodeId: id, reason: "interviewer-unavailable" })
  }),
  RecordFurtherSession: ask((id) =>
    about("RecordFurtherSession", { episodeId: id, session: completedAt(at(30)), isInterviewer: true })
  ),
  WithdrawFromInterview: (state, id) => ({
    state: preview(state, [
      {
        _tag: "InterviewAttempted",
        interviewId: secondInterview,
        episodeIds: [id],
        attemptedAt: at(12),
        method: "phone",
        result: "no-reply"
      }
    ]),
    command: about("WithdrawFromInterview", {
      episodeId: id,
      withdrawn: { what: "attempt", attempt: { attemptedAt: at(12), method: "phone", result: "no-reply" } },
      reason: "wrong-record"
    })
  }),
  OfferToCarer: (state, id) => {
    const refused = about("RecordAttempt", {
      episodeId: id,
      attemptedAt: at(12),
      method: "phone",
      result: "carer-refused"
    })
    return {
      state: Result.isSuccess(decide(state, refused, { now: MUCH_LATER })) ? playFrom(state, refused) : state,
      command: about("OfferToCarer", { episodeId: id, offeredAt: at(12), response: "accepted" })
    }
  },
  RecordAttempt: ask((id) =>
    about("RecordAttempt", { episodeId: id, attemptedAt: at(12), method: "phone", result: "no-reply" })
  ),
  RecordNotDone: ask((id) => ({ ...ruledOut, episodeId: id }) as Command),
  RecordInterviewReference: ask((id) => about("RecordInterviewReference", { episodeId: id, reference })),
  RecordInterview: ask((id) => about("RecordInterview", { episodeId: id, record: { present: ["alone"] } })),
  RecordCaseReference: ask((id) => about("RecordCaseReference", { episodeId: id, reference })),
  RecordAllocation: ask((id) => about("RecordAllocation", { episodeId: id, allocated: { concern: true } })),
  RecordScreening: (state, id) => {
    const command = about("RecordScreening", { episodeId: id, outcome: "universal" })
    const asked = decide(state, about("RecordAllocation", { allocated: { concern: true } }), { now: MUCH_LATER })
    return {
      state: Result.isFailure(asked)
        ? state
        : playFrom(state, about("RecordAllocation", { allocated: { concern: true } })),
      command
    }
  },
  HandOver: ask((id) => about("HandOver", { episodeId: id, coordinator })),
  AcknowledgeAlert: ask((id) => about("AcknowledgeAlert", { episodeId: id, by: coordinator })),
  AnswerConsideration: (state, id) => {
    const allocate = about("RecordAllocation", { allocated: { to: "social-worker", worker: allocatedWorker } })
    const isOpen = Result.isSuccess(decide(state, allocate, { now: MUCH_LATER }))
    return {
      state: isOpen ? playFrom(state, allocate) : state,
      command: about("AnswerConsideration", {
        episodeId: id,
        consideration: "significant-harm",
        answer: "yes",
        reason: "Made up"
      })
    }
  },
  RecordMissingTogether: ask((id) => about("RecordMissingTogether", { episodeId: id, others: [sibling] })),
  RecordNotMissingTogether: ask((id) =>
    about("RecordNotMissingTogether", { episodeId: id, others: [sibling], reason: "wrong-record" })
  ),
  RecordUnborn: ask((id) => about("RecordUnborn", { episodeId: id })),
  EndUnborn: ask((id) => about("EndUnborn", { episodeId: id, because: "born" })),
  DecideOnTrigger: ask((id) =>
    about("DecideOnTrigger", {
      episodeId: id,
      trigger: "repeat-episodes:episode-1",
      level: "must",
      answer: "no",
      reason: "Made up",
      isManagerApart: true
    })
  ),
  RejectMisdirectedNotification: ask(() => ({
    _tag: "RejectMisdirectedNotification",
    notification: found(at(8), { child: { reference: ChildReference.make("MADE-UP-2") } })
  })),
  AnswerMisdirectedNews: ask(() => ({
    _tag: "AnswerMisdirectedNews",
    policeReference: PoliceReference.make("SYP-2026-0000009"),
    answer: "recorded"
  })),
  ImportHistory: ask(() => ({
    _tag: "ImportHistory",
    rows: [{ episode_id: EpisodeId.make("earlier-1"), missing_at: at(-900), returned_at: at(-890) }],
    policy: rotherham
  })),
  RecordFindMePlan: ask(() => ({
    _tag: "RecordFindMePlan",
    plan: {
      kind: "find-me-plan",
      reference,
      facts: {
        photograph: "present",
        contacts: "present",
        "likely-places": "present",
        "ways-to-reach": "present",
        "place-of-return": "present"
      },
      reviewDueAt: at(900)
    }
  })),
  CloseEpisode: (state, id) => {
    const todo = [
      about("RecordWhereabouts", { whereabouts: "hospital", since: at(8) }),
      ...paperwork,
      ...answers,
      about("RecordInterviewReference", { reference }),
      about("OfferToCarer", { offeredAt: at(12), response: "declined" })
    ]
    // All that can be done at this stage is done: what is refused is not open here.
    const done = todo.reduce(
      (now, command) => (Result.isSuccess(decide(now, command, { now: MUCH_LATER })) ? playFrom(now, command) : now),
      state
    )
    return { state: done, command: about("CloseEpisode", { episodeId: id }) }
  },
  ReopenEpisode: ask((id) => about("ReopenEpisode", { episodeId: id, reason: "new-information" })),
  TransferEpisode: ask((id) => about("TransferEpisode", { episodeId: id, to: otherAuthority, transferredAt: at(30) })),
  TurnEighteen: ask(() => ({ _tag: "TurnEighteen", birthday: at(30) })),
  MergeDuplicate: (state, id) => ({
    state:
      state.episodes.length === 1
        ? before(state, (alive) =>
            playFrom(alive, notify(missing({ policeReference: police(2), missingAt: at(-1) }), secondEpisode))
          )
        : state,
    // Merged with the second already, it cannot be merged with another.
    command: {
      _tag: "MergeDuplicate",
      duplicateId: id,
      episodeId: state === stageExamples.merged ? third : secondEpisode
    }
  }),
  KeepEpisode: (state, id) => ({
    state: before(state, (alive) =>
      playFrom(alive, notify(missing({ policeReference: police(4), missingAt: at(0.5) }), third))
    ),
    command: { _tag: "MergeDuplicate", duplicateId: third, episodeId: id }
  }),
  SeparateDuplicate: ask((id) => about("SeparateDuplicate", { episodeId: id, reason: "wrong-record" })),
  SeparateFrom: (state, id) => ({
    // Merged at every stage, also those at which no command would: it may have come there since.
    state: before(state, (alive) =>
      preview(playFrom(alive, notify(missing({ policeReference: police(4), missingAt: at(0.5) }), third)), [
        { _tag: "EpisodesMerged", duplicateId: third, episodeId: id }
      ])
    ),
    command: about("SeparateDuplicate", { episodeId: third, reason: "wrong-record" })
  }),
  CorrectEpisode: ask((id) => about("CorrectEpisode", { episodeId: id, reason: "mistyped", missingAt: at(-1) })),
  CorrectInterview: (state, id) => [
    {
      state: Result.isSuccess(decide(state, log({ episodeId: id, offeredAt: at(11) }), { now: MUCH_LATER }))
        ? playFrom(state, log({ episodeId: id, offeredAt: at(11) }))
        : state,
      command: about("CorrectInterview", {
        episodeId: id,
        reason: "mistyped",
        offeredAt: at(10.5),
        isInterviewer: true
      })
    }
  ]
}
