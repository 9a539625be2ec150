/** Why nothing was recorded of a return home interview. */
import { about } from "./about.ts"

export const StillMissing = about(
  "StillMissing",
  "episodeId",
  "This child is still missing. An interview can be arranged once they are found: record that first."
)

export const ReturnNotRecorded = about(
  "ReturnNotRecorded",
  "completedAt",
  "The child's return is not recorded, so the interview cannot be logged yet. Record when they came back first."
)

export const NoInterviewOwed = about(
  "NoInterviewOwed",
  "episodeId",
  "No return home interview is waiting for this child: it is completed, declined or cancelled."
)

/** Source: Liquidlogic's guide to its missing process has a record of its own for an unborn child. */
export const ChildUnborn = about(
  "ChildUnborn",
  "episodeId",
  "This record is of an unborn child, so no return home interview is owed. If that is wrong, record that first."
)

export const InterviewAlreadyCompleted = about(
  "InterviewAlreadyCompleted",
  "episodeId",
  "This return home interview is already logged as completed."
)

export const NotAnInterviewer = about(
  "NotAnInterviewer",
  "interviewer",
  "That person is not set up as a return home interviewer. Choose an interviewer, or say that the child asked for this person as a known adult."
)

/** Source: Rotherham operating guidance, section 3: staff independent of the case, unless the child wishes otherwise. */
export const NotIndependent = about(
  "NotIndependent",
  "interviewer",
  "That person is the child's allocated worker. The interview is for someone independent, unless the child asked for this person: then say so (known adult)."
)

export const PlannedInPast = about(
  "PlannedInPast",
  "plannedFor",
  "That time is over. Give when the interview is planned for, or log it if it has taken place."
)

export const NotAssigned = about(
  "NotAssigned",
  "episodeId",
  "Nobody is assigned to this interview yet. A manager assigns it first."
)

export const NothingToLog = about(
  "NothingToLog",
  "offeredAt",
  "There is nothing to log yet. Give at least when the interview was offered."
)

export const OfferMissing = about(
  "OfferMissing",
  "offeredAt",
  "Give when the interview was offered: the offer is owed to every child and is counted."
)

export const OfferAlreadyRecorded = about(
  "OfferAlreadyRecorded",
  "offeredAt",
  "An offer is already recorded at another time. Leave that time as it is."
)

export const OfferedBeforeFound = about(
  "OfferedBeforeFound",
  "offeredAt",
  "The interview cannot have been offered before the child was found. Check the time."
)

/** The child may have spoken of the person who asks: the words say neither that nor what of. */
export const LeftOut = about(
  "LeftOut",
  "episodeId",
  "This is for others to record or change. Ask a team manager or a Missing Co-ordinator."
)

/** They know what they heard, and nobody who is left out can change who is. */
export const HeardByLeftOut = about(
  "HeardByLeftOut",
  "keptFrom",
  "Nobody is left out of what they heard or record themselves. Choose that nobody is left out, or ask another person to record it."
)

/** One child, several episodes: a guess could put it on the wrong one. */
export const ChooseEpisode = about(
  "ChooseEpisode",
  "episodeId",
  "This child has more than one episode that this could be about. Choose which one."
)

export const NoFirstSession = about(
  "NoFirstSession",
  "episodeId",
  "This interview is not logged as completed yet. Log it first; a further session comes after."
)

export const SessionBeforeFirst = about(
  "SessionBeforeFirst",
  "completedAt",
  "A further session comes after the interview that is logged. Check the time, or correct that of the interview."
)

/** One is told from another by its time. */
export const SessionRecordedBefore = about(
  "SessionRecordedBefore",
  "completedAt",
  "A further session is recorded at that very time, with something different. If that was logged wrongly, withdraw it first."
)

export const RestsOnIt = about(
  "RestsOnIt",
  "withdrawn",
  "This interview is logged as completed, which rests on it. Withdraw the completed interview first."
)

export const FurtherSessionsFirst = about(
  "FurtherSessionsFirst",
  "withdrawn",
  "Further sessions are recorded after this interview. Withdraw those first."
)

export const ClosedOnInterview = about(
  "ClosedOnInterview",
  "withdrawn",
  "Another episode that this interview covers was closed on it. Reopen that first, or withdraw the interview from this episode alone."
)

export const CompletedBeforeReturn = about(
  "CompletedBeforeReturn",
  "completedAt",
  "The interview cannot have taken place before the child returned. Check the time of the interview against the return."
)

export const CompletedBeforeOffer = about(
  "CompletedBeforeOffer",
  "completedAt",
  "The interview cannot have taken place before it was offered. Check both times."
)

export const WrittenBeforeHeld = about(
  "WrittenBeforeHeld",
  "writtenAt",
  "An interview is written up once it has taken place. Log when it took place first, and check both times."
)

export const SignedOffBeforeHeld = about(
  "SignedOffBeforeHeld",
  "signedOffBy",
  "An interview is signed off once it has taken place. Log when it took place first."
)

/** Nobody signs off what they carried out themselves. */
export const SignedOffByInterviewer = about(
  "SignedOffByInterviewer",
  "signedOffBy",
  "An interview is signed off by another person than the one who carried it out. Name that person, or leave it empty."
)

export const CompletedButNotAccepted = about(
  "CompletedButNotAccepted",
  "response",
  "An interview that took place was accepted. Set the response to Accepted, or leave out the interview's time."
)

export const CoveredByAnother = about(
  "CoveredByAnother",
  "alsoCovers",
  "One of those episodes has an interview of its own, or a reason why there is none. An episode has one interview: leave it out."
)

export const ChildHasNotDeclined = about(
  "ChildHasNotDeclined",
  "offeredAt",
  "The interview is the child's first. The offer to a parent or carer is recorded when the child has declined, when the parent or carer refused access, or when there is no interview for another reason."
)

export const CarerOfferBeforeChild = about(
  "CarerOfferBeforeChild",
  "offeredAt",
  "The offer to the parent or carer cannot come before the offer to the child. Check the time."
)

export const AttemptBeforeFound = about(
  "AttemptBeforeFound",
  "attemptedAt",
  "The attempt cannot have been made before the child was found. Check the time."
)

export const DeclineNotRecorded = about(
  "DeclineNotRecorded",
  "reason",
  "The child's answer is not recorded as Declined. Log the answer first, or give another reason."
)

/** The types know of no such field; a caller without types might. */
export const NarrativeInRecord = about(
  "NarrativeInRecord",
  "record",
  "Only the coded fields of the interview are kept here. Write what the child said in the case system and give its reference."
)
