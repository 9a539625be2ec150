import { type ChildReference, type ChildState, type Episode, isOpen, stayOf } from "@safe-return/domain/pathway"

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
    .flatMap(([child, state]) =>
      state.episodes
        .filter((episode) => episode.progress._tag === stage && isOpen(episode))
        // Nobody waits for the return of a child who is recorded to be somewhere else.
        .filter((episode) => stayOf(state, episode) === undefined)
        .map((episode) => ({ child, episode }))
    )
    .toSorted((one, other) => one.episode.missingAt - other.episode.missingAt)
