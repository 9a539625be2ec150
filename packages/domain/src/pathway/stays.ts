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

/**
 * The latest disappearance that began after this one was over, and was not cancelled; undefined where there is none,
 * or this one is not over.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { EpisodeId, laterDisappearance } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("returned")
 * laterDisappearance(state, episode) // undefined
 * const missingAt = utc(2026, 11, 22, 20)
 * const later = { ...episode, id: EpisodeId.make("episode-2"), missingAt, progress: { _tag: "Missing" } } as const
 * laterDisappearance({ ...state, episodes: [episode, later] }, episode)?.id // "episode-2"
 * ```
 */
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

/**
 * The later disappearance under which the child is looked for now, so that nobody can hear them; undefined while there
 * is none.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { EpisodeId, missingAgainUnder } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("returned")
 * missingAgainUnder(state, episode) // undefined
 * const missingAt = utc(2026, 11, 22, 20)
 * const later = { ...episode, id: EpisodeId.make("episode-2"), missingAt, progress: { _tag: "Missing" } } as const
 * missingAgainUnder({ ...state, episodes: [episode, later] }, episode)?.id // "episode-2"
 * ```
 */
export const missingAgainUnder = (state: ChildState, episode: Episode): Episode | undefined => {
  const later = laterDisappearance(state, episode)
  return later?.progress._tag === "Missing" && isOpen(later) ? later : undefined
}

/**
 * The later disappearance that an interview of this one waits for: the child is looked for, or is found and not back
 * yet; undefined once they are back, or where it is recorded in which place they can be heard.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { EpisodeId, waitsForReturnUnder } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("returned")
 * waitsForReturnUnder(state, episode) // undefined
 * const missingAt = utc(2026, 11, 22, 20)
 * const progress = { _tag: "Found", foundAt: utc(2026, 11, 22, 23) } as const
 * const later = { ...episode, id: EpisodeId.make("episode-2"), missingAt, progress } as const
 * waitsForReturnUnder({ ...state, episodes: [episode, later] }, episode)?.id // "episode-2"
 * ```
 */
export const waitsForReturnUnder = (state: ChildState, episode: Episode): Episode | undefined => {
  const later = laterDisappearance(state, episode)
  if (later === undefined || !isOpen(later)) return undefined
  if (later.progress._tag === "Missing") return later
  return later.progress._tag === "Found" && stayOf(state, later) === undefined ? later : undefined
}

/**
 * Found and missing again by a later report, and nobody has said whether they had been back before.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { EpisodeId, isReturnInQuestion } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("found")
 * isReturnInQuestion(state, episode) // false
 * const missingAt = utc(2026, 11, 22, 20)
 * const later = { ...episode, id: EpisodeId.make("episode-2"), missingAt, progress: { _tag: "Missing" } } as const
 * isReturnInQuestion({ ...state, episodes: [episode, later] }, episode) // true
 * ```
 */
export const isReturnInQuestion = (state: ChildState, episode: Episode): boolean =>
  episode.progress._tag === "Found" &&
  stayOf(state, episode)?.whereabouts !== "missing-again" &&
  missingAgainUnder(state, episode) !== undefined

/**
 * Where a found child is who is not back, and since when (epoch milliseconds); undefined while nobody has said, and
 * once they are back.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { EpisodeId, stayOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const stay = { episodeId: EpisodeId.make("episode-1"), whereabouts: "hospital", since: utc(2026, 11, 21, 9) } as const
 * const { state, episode } = syntheticCase("found", [{ _tag: "RecordWhereabouts", ...stay }])
 * stayOf(state, episode)?.whereabouts // "hospital"
 * const back = syntheticCase("returned")
 * stayOf(back.state, back.episode) // undefined
 * ```
 */
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
