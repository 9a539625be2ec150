/** The stretches of one episode: missing while nobody knows where the child is, away while it is known. */
import type { Instant } from "../calendar/instant.ts"
import type { Absence } from "../vocabulary/caseWords.ts"
import type { Episode } from "./state.ts"

/** One stretch with both ends; without `until` it still goes on. */
export interface Stretch {
  readonly absence: Absence
  readonly from: Instant
  readonly until?: Instant
}

/**
 * When an episode ended, in epoch milliseconds: a missing child's when they were found, a child's who was away when
 * they were back. Undefined while it goes on, and if it was cancelled.
 *
 * Source: DfE's guide to the SSDA903 missing table, end of a period missing or away.
 *
 * @example
 * ```ts
 * import { formatInstant } from "@safe-return/domain/calendar"
 * import { endOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const end = endOf(syntheticCase("returned").episode)
 * end && formatInstant(end) // "2026-11-21T08:00:00.000Z"
 * endOf(syntheticCase("missing").episode) // undefined
 * ```
 */
export const endOf = ({ absence, progress }: Episode): Instant | undefined => {
  if (progress._tag === "Found") return absence === "missing" ? progress.foundAt : undefined
  if (progress._tag !== "Returned") return undefined
  return absence === "missing" ? (progress.foundAt ?? progress.returnedAt) : progress.returnedAt
}

/**
 * Every stretch of an episode in order, missing or away, each beginning where the last ended (epoch milliseconds). A
 * stretch of no length is left out; the last has no `until` while it goes on.
 *
 * @example
 * ```ts
 * import { formatInstant } from "@safe-return/domain/calendar"
 * import { stretchesOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const [first] = stretchesOf(syntheticCase("returned").episode)
 * first?.absence // "missing"
 * first && formatInstant(first.from) // "2026-11-20T17:00:00.000Z"
 * first?.until && formatInstant(first.until) // "2026-11-21T08:00:00.000Z"
 * ```
 */
export const stretchesOf = (episode: Episode): ReadonlyArray<Stretch> => {
  const { absence, missingAt, earlierStretches = [] } = episode
  const end = endOf(episode)
  const stretches: Array<Stretch> = []
  const add = (stretch: Stretch): void => {
    const last = stretches.at(-1)
    // Put right since, two that follow each other may be one.
    if (last?.absence === stretch.absence) stretches[stretches.length - 1] = { ...stretch, from: last.from }
    else stretches.push(stretch)
  }
  let from = missingAt
  for (const earlier of earlierStretches) {
    // A time corrected since may leave nothing of a stretch, or end the episode within it.
    const until = (end === undefined ? earlier.until : Math.min(earlier.until, end)) as Instant
    if (until <= from) continue
    add({ absence: earlier.absence, from, until })
    from = until
  }
  if (end === undefined) add({ absence, from })
  else if (stretches.length === 0 || end > from) add({ absence, from, until: end })
  return stretches
}
