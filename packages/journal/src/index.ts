export { Audit, AuditEntry, type AuditRecord, NotAudited } from "./Audit.ts"
export { Availabilities, type AvailabilityChange, type PersonAvailability } from "./Availabilities.ts"
export { AuditedAct } from "./auditActs.ts"
export {
  type Claim,
  type ClaimRequest,
  claimedOver,
  claimLease,
  claimOf,
  Deliveries,
  type Delivery,
  type DeliveryKey,
  type DeliverySubject,
  type SentDelivery
} from "./Deliveries.ts"
export { DutyRotas, RotaChanged } from "./DutyRotas.ts"
export {
  type CaseEntry,
  EducationCases,
  type PupilOnRecord,
  type PupilStream,
  withCaseEntries
} from "./EducationCases.ts"
export {
  ErasureReason,
  type ErasureReplay,
  type ErasureRequest,
  Erasures,
  erasureReasonWords,
  NoRecordsHeld,
  RecordsStrand,
  Tombstone,
  UnderHold
} from "./Erasures.ts"
export { countsBefore, type FinishedChild, type ReferenceUse } from "./FinishedChild.ts"
export { Hold, HoldReason, HoldRefused, Holds, holdReasonWords, isStanding, type Release } from "./Holds.ts"
export {
  JoinedUpEntry,
  JoinedUpRecords,
  type JoinedUpStream,
  StreamReferences,
  withJoinedUpEntries
} from "./JoinedUpRecords.ts"
export {
  type ChildStream,
  EventIdUsed,
  Journal,
  type JournalEntry,
  JournalUnavailable,
  type NewEvent,
  needsRestart,
  type Opening,
  StandsForAnother,
  type UnderReference,
  type UnreadableRecord,
  VersionConflict,
  WriteFault
} from "./Journal.ts"
export { referenceUse } from "./judgeFinished.ts"
export { Initials, type Profile, Profiles } from "./Profiles.ts"
export { PublishedFigure, PublishedScorecard, PublishedScorecards } from "./PublishedScorecards.ts"
export { type Reveal, Reveals } from "./Reveals.ts"
export { ServerClock } from "./ServerClock.ts"
export {
  keyOfShadowed,
  openShadow,
  type ShadowPeriod,
  shadowedKey,
  withoutOpenShadow,
  withShadowBegun,
  withShadowEnded
} from "./Shadow.ts"
export { timeOf } from "./storedDelivery.ts"
export type { RecordsPlace } from "./upkeep/allRecords.ts"
export { MovedOtherwise, moveRecords, NeedsNewerVersion, TargetInUse } from "./upkeep/moveRecords.ts"
export type { WentBack } from "./WentBack.ts"
export { WriteCheck } from "./WriteCheck.ts"
