import {
  type ChildReference,
  type ChildState,
  type Episode,
  isOpen,
  isReturnInQuestion,
  referenceKey,
  stayOf
} from "@safe-return/domain/pathway"

export interface OpenEpisode {
  readonly child: ChildReference
  readonly episode: Episode
}

/** A child who is missing, once, however many reports of them are open. */
export interface MissingChild extends OpenEpisode {
  /** The reports that nobody has joined to it, by when the child was last seen. */
  readonly others: ReadonlyArray<OpenEpisode>
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
        // Looked for again: whether they had been back before is asked as a decision.
        .filter((episode) => !isReturnInQuestion(state, episode))
        .map((episode) => ({ child, episode }))
    )
    .toSorted((one, other) => one.episode.missingAt - other.episode.missingAt)

/** The children of these reports, each once whatever the spelling of their reference. */
export const eachMissing = (reports: ReadonlyArray<OpenEpisode>): ReadonlyArray<MissingChild> =>
  [...Map.groupBy(reports, ({ child }) => referenceKey(child)).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, others }]
  )

/** Every child who is missing now, the longest gone first. */
export const childrenMissing = (states: ReadonlyMap<ChildReference, ChildState>): ReadonlyArray<MissingChild> =>
  eachMissing(openEpisodesAt(states, "Missing"))
