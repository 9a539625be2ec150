export { decideLink, type LinkCommand, type LinkRefusal } from "./decideLink.ts"
export { type EpisodeOfChild, educationFactsOf, exclusionFactsOf, missingFactsOf } from "./factsOfRows.ts"
export {
  IndicatorGrade,
  IndicatorKind,
  IndicatorRow,
  indicatorFactsOf,
  indicatorGradeWords,
  indicatorsOnRecord
} from "./indicators.ts"
export { type JoinedUpCounts, type SuppressedJoinedUpCounts, suppressJoinedUpCounts } from "./joinedUpCounts.ts"
export {
  type ChildJoinedUp,
  childJoinedUp,
  type JoinedChild,
  type JoinedUp,
  type JoinedUpQuestion,
  joinedUpOf,
  type ProposedLink
} from "./joinedUpOf.ts"
export { LinkConfirmed, LinkEvent, LinkId, LinkUndone } from "./linkEvents.ts"
export { foldLinks, type Link, type Links } from "./links.ts"
export { JoinedUpEvent, RecordedJoinedUpEvent } from "./recordedJoinedUpEvent.ts"
export { childKey, type ReferenceSystem, type StrandFact, type SystemReference } from "./strandFact.ts"
export {
  ExclusionRecorded,
  IndicatorRecorded,
  KeptExclusion,
  StrandRowEvent,
  StrandRowId,
  StrandRowWithdrawn
} from "./strandRowEvents.ts"
export { decideStrandRows, foldStrandRows, type StrandRow, type StrandRows } from "./strandRows.ts"
export { Strand, strands, strandWords } from "./strands.ts"
