/** What is particular about a disappearance. */
import type { ChildReference, EpisodeId } from "../../vocabulary/identifiers.ts"
import type { CorrectionReason } from "../pathwayWords.ts"
import type { NoLongerUnborn } from "../unborn.ts"

/** Siblings or friends are missing together. Recorded on each child's record, naming the others. */
export interface RecordMissingTogether {
  readonly _tag: "RecordMissingTogether"
  readonly episodeId: EpisodeId
  readonly others: readonly [ChildReference, ...ReadonlyArray<ChildReference>]
}

/** They are not missing together after all: the link is taken away. Recorded on each child's record. */
export interface RecordNotMissingTogether {
  readonly _tag: "RecordNotMissingTogether"
  readonly episodeId: EpisodeId
  readonly others: readonly [ChildReference, ...ReadonlyArray<ChildReference>]
  readonly reason: CorrectionReason
}

/** The child is not born yet: the mother is missing, and no return home interview is owed. */
export interface RecordUnborn {
  readonly _tag: "RecordUnborn"
  readonly episodeId: EpisodeId
}

/** The child has been born, or was recorded as unborn by mistake. */
export interface EndUnborn {
  readonly _tag: "EndUnborn"
  readonly episodeId: EpisodeId
  readonly because: NoLongerUnborn
}

/** What is asked for about the circumstances of a disappearance. */
export type CircumstanceCommand = RecordMissingTogether | RecordNotMissingTogether | RecordUnborn | EndUnborn
