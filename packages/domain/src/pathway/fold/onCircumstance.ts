import type { circumstanceEvents } from "../events/circumstanceEvents.ts"
import type { Episode } from "../state.ts"
import type { ChangesOf } from "./change.ts"
import { changeEpisode } from "./draft.ts"
import { withoutLinks } from "./missingTogether.ts"

/** A child born before the return is a child to talk with afterwards; one born later was not. */
const isOver = ({ progress }: Episode): boolean => progress._tag === "Returned"

export const onCircumstance: ChangesOf<typeof circumstanceEvents> = {
  MissingTogether: (draft, { episodeId, others }) =>
    changeEpisode(draft, episodeId, (episode) => ({
      ...episode,
      missingTogether: [...new Set([...(episode.missingTogether ?? []), ...others])]
    })),
  NotMissingTogether: (draft, { episodeId, others }) =>
    changeEpisode(draft, episodeId, (episode) => withoutLinks(episode, others)),
  UnbornRecorded: (draft, { episodeId }) =>
    changeEpisode(draft, episodeId, (episode) => ({ ...episode, unborn: "unborn" })),
  UnbornEnded: (draft, { episodeId, because }) =>
    changeEpisode(draft, episodeId, (episode): Episode => {
      const { unborn, ...born } = episode
      return because === "born" && unborn !== undefined && isOver(episode) ? { ...born, unborn: "born-since" } : born
    })
}
