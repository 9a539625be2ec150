/** Questions about where a found child is who is not back. */
import type { Instant } from "../calendar/instant.ts"
import { isOpen } from "./standing.ts"
import type { ChildState, Episode } from "./state.ts"
import type { Stay } from "./whereabouts.ts"

/** A disappearance after this one was over, which still counts: the child is looked for under that. */
export const isMissingAgainOnRecord = ({ episodes }: ChildState, { id, progress }: Episode): boolean =>
  "foundAt" in progress &&
  episodes.some(
    (other) =>
      other.id !== id && other.progress._tag !== "Cancelled" && other.missingAt >= (progress.foundAt ?? Infinity)
  )

/** Since when a disappearance is over: its child is back, or at least found. */
const overSince = ({ progress }: Episode): Instant | undefined =>
  progress._tag === "Returned" ? progress.returnedAt : progress._tag === "Found" ? progress.foundAt : undefined

/** The latest disappearance that began after this one was over, and counts. */
export const laterDisappearance = ({ episodes }: ChildState, episode: Episode): Episode | undefined => {
  const since = overSince(episode)
  if (since === undefined) return undefined
  return episodes
    .filter((other) => other.id !== episode.id && other.progress._tag !== "Cancelled" && other.missingAt >= since)
    .reduce<Episode | undefined>(
      (latest, other) => (latest === undefined || other.missingAt > latest.missingAt ? other : latest),
      undefined
    )
}

/** That disappearance while the child is looked for under it: nobody can hear them now. */
export const missingAgainUnder = (state: ChildState, episode: Episode): Episode | undefined => {
  const later = laterDisappearance(state, episode)
  return later?.progress._tag === "Missing" && isOpen(later) ? later : undefined
}

/** Found and missing again by a later report, and nobody has said whether they had been back before. */
export const isReturnInQuestion = (state: ChildState, episode: Episode): boolean =>
  episode.progress._tag === "Found" &&
  stayOf(state, episode)?.whereabouts !== "missing-again" &&
  missingAgainUnder(state, episode) !== undefined

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
