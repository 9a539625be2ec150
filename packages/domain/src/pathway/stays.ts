/** Questions about where a found child is who is not back. */
import type { Instant } from "../calendar/instant.ts"
import type { ChildState, Episode } from "./state.ts"
import type { Stay } from "./whereabouts.ts"

/** A disappearance after this one was over, which still counts: the child is looked for under that. */
export const isMissingAgainOnRecord = ({ episodes }: ChildState, { id, progress }: Episode): boolean =>
  "foundAt" in progress &&
  episodes.some(
    (other) =>
      other.id !== id && other.progress._tag !== "Cancelled" && other.missingAt >= (progress.foundAt ?? Infinity)
  )

/** Where a found child is who is not back; undefined while nobody has said, and once they are back. */
export const stayOf = (state: ChildState, episode: Episode): Stay | undefined => {
  const stay = episode.progress._tag === "Found" ? episode.stays?.at(-1) : undefined
  if (stay?.whereabouts !== "missing-again") return stay
  // Cancelled since, the later report says nothing: the child is only found.
  return isMissingAgainOnRecord(state, episode) ? stay : undefined
}

/** From when a child who was not back could be heard where they were; undefined if nobody recorded that. */
export const heardElsewhereFrom = ({ progress, stays = [] }: Episode): Instant | undefined =>
  "foundAt" in progress && stays.some(({ whereabouts }) => whereabouts !== "missing-again")
    ? progress.foundAt
    : undefined
