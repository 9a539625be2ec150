export { type UndecidedTrigger, undecidedAmong } from "@safe-return/domain/risk"
export { mayAnswerApart } from "./answersApart.ts"
export { type AwaitedReport, awaitedReports } from "./awaitedReports.ts"
export { Casework, type RecordedByNewerVersion, UnknownReference } from "./Casework.ts"
export { Council, type CouncilSettings, councilLayer, councilOn, policyNow } from "./Council.ts"
export { caseworkLayer } from "./caseworkLayer.ts"
export { factsOf } from "./childFacts.ts"
export {
  type ClosingTask,
  type ClosingWork,
  closingWorkOf,
  everyClosingWork,
  type HasDecisionLeft
} from "./closingWork.ts"
export { type DecisionOwed, decisionsOwed, everyDecisionOwed, type OwedDecision } from "./decisionsOwed.ts"
export {
  type CaseDuty,
  EducationCasework,
  type EducationOutcome,
  type OpenCase,
  type PupilFile,
  type ReturnOutcome
} from "./education/EducationCasework.ts"
export { decideOnPupil, educationCaseworkLayer } from "./education/educationCaseworkLayer.ts"
export { educationPermissions } from "./education/educationPermissions.ts"
export { NoPupilReference, NoSuchCase, resolvePupil, UnknownPupil } from "./education/resolvePupil.ts"
export { episodeOfInterview } from "./episodeOfInterview.ts"
export { episodesOf } from "./episodesOf.ts"
export { EpisodesUnreadable, episodesOnRecord } from "./episodesOnRecord.ts"
export { type InterviewOfAbsent, interviewsOfAbsent } from "./interviewsOfAbsent.ts"
export { isGivenInterview } from "./isGivenInterview.ts"
export { confirmLink, undoLink } from "./joinedUp/recordLink.ts"
export {
  NoReferenceOfEither,
  ReferenceOfBoth,
  referenceOnRecord,
  resolveSystemReference
} from "./joinedUp/resolveReference.ts"
export { type StrandRowsTaken, takeStrandRows } from "./joinedUp/takeStrandRows.ts"
export { factsBesidePathway, pathwayFactsOf, viewJoinedUp } from "./joinedUp/viewJoinedUp.ts"
export { knownAt } from "./knownAt.ts"
export { isClosedToLeftOut, isLeftOutOf } from "./leftOutOf.ts"
export { linkedTo } from "./linkedTo.ts"
export { type CaseTies, isForCovers, mayOnCase, openToChannel } from "./mayOnCase.ts"
export { movedTo } from "./movedTo.ts"
export { NewIds } from "./NewIds.ts"
export { Notifications, notificationsLayer } from "./Notifications.ts"
export { NotAllowed, notSetUp, notTheirs, People } from "./People.ts"
export {
  type CancelledThere,
  type NothingToMove,
  PersonalReference,
  PoliceReferenceElsewhere,
  type SameChild
} from "./refusedReports.ts"
export { resolveChild, withheldPoliceReference } from "./resolveReferences.ts"
export {
  type AnyCasePermission,
  type Permission,
  permissions,
  type Reach,
  Role,
  reachOf,
  rolesAllowed,
  rolesOnGiven,
  rolesOnKept,
  rolesOnOwn,
  rolesOnUnallocated,
  roleWords
} from "./roles.ts"
export { eitherOfRoles, opening, whoMay, whoMayWhereKept } from "./rolesInWords.ts"
export { childrenMissing, eachMissing, type MissingChild, type OpenEpisode, openEpisodesAt } from "./stillMissing.ts"
export {
  alsoDeciding,
  type DecidingPerson,
  decidingRoles,
  keptFromOf,
  mayDecideOn,
  ownersOf
} from "./triggerOwners.ts"
export {
  hasDecisionLeft,
  undecidedConfidentialTriggers,
  undecidedTriggers
} from "./undecidedTriggers.ts"
