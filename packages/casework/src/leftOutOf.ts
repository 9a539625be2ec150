/** What a person may not do who was left out of what an interview brought out, whatever their role. */
import { type ChildState, type EpisodeId, isLeftOut, isOpen, type PersonId } from "@safe-return/domain/pathway"
import type { Permission } from "./roles.ts"

/** What would show or change it, or move it out of sight; the domain refuses the same. */
const closedToLeftOut: ReadonlySet<Permission> = new Set([
  "assign-interview",
  "take-off-interview",
  "log-interview",
  "correct-interview",
  "close-episode",
  "cancel-episode"
])

export const isClosedToLeftOut = (permission: Permission): boolean => closedToLeftOut.has(permission)

/** Whether a person was left out of this episode's interview; of every open one's, where none is named. */
export const isLeftOutOf = (state: ChildState, person: PersonId, episodeId?: EpisodeId): boolean => {
  const ids = episodeId === undefined ? state.episodes.filter(isOpen).map(({ id }) => id) : [episodeId]
  return ids.length > 0 && ids.every((id) => isLeftOut(state, [id], person))
}
