/** What is particular about a disappearance: who is missing with the child, and a child who is not born yet. */
import * as Schema from "effect/Schema"
import { ChildReference, EpisodeId } from "../../vocabulary/identifiers.ts"
import { CorrectionReason } from "../pathwayWords.ts"
import { NoLongerUnborn } from "../unborn.ts"

/** Siblings or friends: each of the others has a record of their own, which names this child. */
const MissingTogether = Schema.TaggedStruct("MissingTogether", {
  episodeId: EpisodeId,
  others: Schema.NonEmptyArray(ChildReference)
})

/** They are not missing together after all. */
const NotMissingTogether = Schema.TaggedStruct("NotMissingTogether", {
  episodeId: EpisodeId,
  others: Schema.NonEmptyArray(ChildReference),
  reason: CorrectionReason
})

/** The child is not born yet: it is the mother who is missing. */
const UnbornRecorded = Schema.TaggedStruct("UnbornRecorded", { episodeId: EpisodeId })

const UnbornEnded = Schema.TaggedStruct("UnbornEnded", { episodeId: EpisodeId, because: NoLongerUnborn })

export const circumstanceEvents = [MissingTogether, NotMissingTogether, UnbornRecorded, UnbornEnded] as const
