import type { Instant } from "@safe-return/domain/calendar"
import { type ChildState, type Episode, isOpen } from "@safe-return/domain/pathway"

const isMissing = (episode: Episode): boolean => isOpen(episode) && episode.progress._tag === "Missing"

/** When the child was last seen by each other open report: two may be of one disappearance. */
export const otherReports = ({ episodes }: ChildState, episode: Episode): ReadonlyArray<Instant> =>
  isMissing(episode)
    ? episodes.flatMap((other) => (other.id !== episode.id && isMissing(other) ? [other.missingAt] : []))
    : []
