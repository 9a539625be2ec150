import { type ChildReference, type ChildState, type Episode, isOpen } from "@safe-return/domain/pathway"

export interface OpenEpisode {
  readonly child: ChildReference
  readonly episode: Episode
}

/** The open episodes that have come this far, the child longest gone first. */
export const openEpisodesAt = (
  states: ReadonlyMap<ChildReference, ChildState>,
  stage: "Missing" | "Found"
): ReadonlyArray<OpenEpisode> =>
  [...states]
    .flatMap(([child, { episodes }]) =>
      episodes
        .filter((episode) => episode.progress._tag === stage && isOpen(episode))
        .map((episode) => ({ child, episode }))
    )
    .toSorted((one, other) => one.episode.missingAt - other.episode.missingAt)
