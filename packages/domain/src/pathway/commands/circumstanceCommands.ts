/** What is particular about a disappearance. */
import * as Schema from "effect/Schema"
import { ChildReference, EpisodeId } from "../../vocabulary/identifiers.ts"
import { CorrectionReason } from "../pathwayWords.ts"
import { NoLongerUnborn } from "../unborn.ts"

/** Siblings or friends are missing together. Recorded on each child's record, naming the others. */
export const RecordMissingTogether = Schema.TaggedStruct("RecordMissingTogether", {
  episodeId: EpisodeId,
  others: Schema.NonEmptyArray(ChildReference)
})
export type RecordMissingTogether = typeof RecordMissingTogether.Type

/** They are not missing together after all: the link is taken away. Recorded on each child's record. */
export const RecordNotMissingTogether = Schema.TaggedStruct("RecordNotMissingTogether", {
  episodeId: EpisodeId,
  others: Schema.NonEmptyArray(ChildReference),
  reason: CorrectionReason
})
export type RecordNotMissingTogether = typeof RecordNotMissingTogether.Type

/** The child is not born yet: the mother is missing, and no return home interview is owed. */
export const RecordUnborn = Schema.TaggedStruct("RecordUnborn", {
  episodeId: EpisodeId
})
export type RecordUnborn = typeof RecordUnborn.Type

/** The child has been born, or was recorded as unborn by mistake. */
export const EndUnborn = Schema.TaggedStruct("EndUnborn", {
  episodeId: EpisodeId,
  because: NoLongerUnborn
})
export type EndUnborn = typeof EndUnborn.Type

/** What is asked for about the circumstances of a disappearance. */
export const circumstanceCommands = [RecordMissingTogether, RecordNotMissingTogether, RecordUnborn, EndUnborn] as const
