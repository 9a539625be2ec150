import { type ChildState, type Episode, isOpen, latestEpisode } from "@safe-return/domain/pathway"
import type { Option } from "effect"

type Stage = Episode["progress"]["_tag"]

/** The open episodes of which this can still be recorded. */
export const episodesAt = (state: ChildState, ...stages: ReadonlyArray<Stage>): ReadonlyArray<Episode> =>
  state.episodes.filter((episode) => isOpen(episode) && stages.includes(episode.progress._tag))

/** The latest of them; or else the latest of all, so that the domain says why it cannot be recorded. */
export const latestAt =
  (...stages: ReadonlyArray<Stage>) =>
  (state: ChildState): Option.Option<Episode> => {
    const episodes = episodesAt(state, ...stages)
    return latestEpisode(episodes.length === 0 ? state : { ...state, episodes })
  }
