import type { Instant } from "../calendar/instant.ts"
import type { EpisodeId } from "../pathway/identifiers.ts"

/** A risk trigger that is met, with the evidence that met it. */
export interface Firing {
  readonly rule: "repeat-episodes"
  readonly level: "must" | "consider"
  readonly action: string
  readonly owner: string
  /** Why it fired, in a sentence. */
  readonly because: string
  /** The evidence: the episodes, oldest first, and when each began. */
  readonly episodeIds: ReadonlyArray<EpisodeId>
  readonly dates: ReadonlyArray<Instant>
  readonly source: string
  /** False when the number is a working choice that nobody has confirmed. */
  readonly verified: boolean
}
