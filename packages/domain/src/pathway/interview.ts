import type { Instant } from "../calendar/instant.ts"
import type { InterviewRecord } from "../interview/record.ts"
import type { ExploitationIndicator, FollowUp, HarmDisclosed, Response, Venue } from "../vocabulary/caseWords.ts"
import type { CaseSystemReference, EpisodeId, InterviewId, PersonId } from "../vocabulary/identifiers.ts"
import type { NotDone } from "./episode.ts"
import type { Arrangement, AttemptResult, ContactMethod } from "./pathwayWords.ts"

/** An interview that was held, and what of it may be told in codes. */
export interface CompletedInterview {
  readonly completedAt: Instant
  readonly interviewer: PersonId
  readonly venue: Venue
  readonly harmDisclosed: HarmDisclosed
  readonly exploitation: ReadonlyArray<ExploitationIndicator>
  readonly followUp: ReadonlyArray<FollowUp>
  /** The child asked for this person, though the interview was not assigned to them. */
  readonly knownAdult?: boolean
}

/** One offer to the child. Each return is owed an offer of its own. */
export interface RecordedOffer {
  readonly offeredAt: Instant
  /** The episodes it is for; absent in what was written before: all that the interview covers. */
  readonly episodeIds?: ReadonlyArray<EpisodeId>
}

/** One answer of the child, for the episodes it was offered for. */
export interface RecordedAnswer {
  readonly response: Response
  /** Those that had been taken up again after an earlier decline, until this was answered. */
  readonly afterTakingUp?: ReadonlyArray<EpisodeId>
  /** Absent in what was written before: all that the interview covers. */
  readonly episodeIds?: ReadonlyArray<EpisodeId>
}

/** One decision that there is no interview, for the episodes it was made for. */
export interface RecordedNotDone extends NotDone {
  /** Absent in what was written before: all that the interview covers. */
  readonly episodeIds?: ReadonlyArray<EpisodeId>
}

/** The offer to a parent or carer to tell what they know, when the child cannot be heard. */
export interface CarerOffer {
  readonly offeredAt: Instant
  readonly response: Response
}

/** One attempt to reach the child. */
export interface Attempt {
  readonly attemptedAt: Instant
  readonly method: ContactMethod
  readonly result: AttemptResult
}

/** Someone who had an interview before it was given to someone else. */
export interface FormerInterviewer {
  readonly interviewer: PersonId
  readonly until: Instant
}

/** One return home interview (RHI) of one or several episodes, from its first fact on. */
export interface Interview {
  readonly id: InterviewId
  readonly episodeIds: readonly [EpisodeId, ...ReadonlyArray<EpisodeId>]
  /** Who is to carry it out; absent while nobody is. */
  readonly interviewer?: PersonId
  readonly knownAdult: boolean
  /** Those who had it before, and until when; absent while it has only been one person's. */
  readonly passedOn?: ReadonlyArray<FormerInterviewer>
  readonly arrangement?: Arrangement
  /** When the person who has it now is to carry it out. A plan, never a measure: nothing is counted from it. */
  readonly plannedFor?: Instant
  /** Every offer to the child: what they are to one episode, `offerOf` says. */
  readonly offers?: ReadonlyArray<RecordedOffer>
  /** When it was first offered to the child, for whichever episode. */
  readonly offeredAt?: Instant
  /** Every answer of the child, in the order they were recorded: what they are to one episode, `answerOf` says. */
  readonly answers?: ReadonlyArray<RecordedAnswer>
  /** The last answer, for whichever episode; an interview that was held was accepted. */
  readonly response?: Response
  /** The child declined for these episodes, and someone is to hear them in another way. */
  readonly takenUpAgain?: ReadonlyArray<EpisodeId>
  readonly carerOffers?: ReadonlyArray<CarerOffer>
  /** The last of `carerOffers`. */
  readonly carerOffer?: CarerOffer
  readonly attempts?: ReadonlyArray<Attempt>
  readonly completed?: CompletedInterview
  /** When it was recorded as held; absent while it is not. */
  readonly loggedAt?: Instant
  /** What was talked about again later. It never replaces `completed`, and no clock is measured by it. */
  readonly furtherSessions?: ReadonlyArray<CompletedInterview>
  /** Every decision against it that stands, in the order they were recorded: `notDoneOf` says it for one episode. */
  readonly reasons?: ReadonlyArray<RecordedNotDone>
  /** Why there is none now; absent once it is taken up again, though an episode may have closed on a reason. */
  readonly notDone?: NotDone
  /** When it was recorded that there is none to hold, declined or for a reason; absent once that no longer stands. */
  readonly noneSince?: Instant
  /** The interview as the case system knows it: where the child's own account is. */
  readonly caseReference?: CaseSystemReference
  readonly record?: InterviewRecord
  /** Those who may not see what it brought out, nor decide on it: the child may have spoken of them. */
  readonly keptFrom?: ReadonlyArray<PersonId>
}

/** An interview that someone is to carry out. */
export interface AssignedInterview extends Interview {
  readonly interviewer: PersonId
}
