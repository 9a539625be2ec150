import { Option } from "effect"
import type { EpisodeId } from "../identifiers.ts"
import { ChildUnborn, type Refusal, UnknownEpisode } from "../refusals.ts"
import { refusalAt } from "../stageRefusals.ts"
import { type Stage, stageOf } from "../stages.ts"
import { episodeById } from "../standing.ts"
import type { ChildState, Episode } from "../state.ts"
import { type OtherEpisode, transitions } from "../transitions.ts"

/** The other episode a command names, or why it cannot be that. */
export const otherEpisode = (state: ChildState, id: EpisodeId, row: OtherEpisode): Episode | Refusal => {
  const episode = Option.getOrUndefined(episodeById(state, id))
  if (episode === undefined) return new UnknownEpisode()
  const verdicts: Partial<Record<Stage, Parameters<typeof refusalAt>[0]>> = transitions[row]
  return refusalAt(verdicts[stageOf(state, episode)] ?? "UnknownEpisode") ?? episode
}

export const isRefusal = (answer: object): answer is Refusal => "message" in answer

/** The further episodes an interview is to cover, each once and without those it covers already; or why one cannot be. */
export const toCover = (
  state: ChildState,
  already: ReadonlyArray<EpisodeId>,
  named: ReadonlyArray<EpisodeId>
): ReadonlyArray<Episode> | Refusal => {
  const episodes: Array<Episode> = []
  for (const id of new Set(named)) {
    if (already.includes(id)) continue
    const episode = otherEpisode(state, id, "CoverEpisode")
    if (isRefusal(episode)) return episode
    if (episode.unborn !== undefined) return new ChildUnborn()
    episodes.push(episode)
  }
  return episodes
}
