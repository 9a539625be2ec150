/** A child's death, as a person recorded it. Nothing is asked for on their record from then on. */
import type { Instant } from "../calendar/instant.ts"
import type { Policy } from "../policy/policy.ts"
import type { EpisodeId, PersonId } from "../vocabulary/identifiers.ts"
import type { Notification } from "./notification.ts"

/** A notification that came after a death was recorded, with all that it takes to act on it after all. */
export interface KeptNotification {
  readonly notification: Notification
  readonly receivedAt: Instant
  /** The id and the rules of the episode it would have opened. */
  readonly newEpisodeId: EpisodeId
  readonly policy: Policy
  /** When someone confirmed the death with this before them. */
  readonly lookedAt?: Instant
}

export interface Death {
  /** From when it is known. */
  readonly knownFrom: Instant
  /** Who recorded it. */
  readonly by: PersonId
  /** What was told afterwards, in the order it came: kept, and without any effect. */
  readonly laterNotifications: ReadonlyArray<KeptNotification>
}

/**
 * What a person has to look at: the child was reported missing after their death was recorded, and nobody has
 * confirmed the death with that before them. None where no death is recorded.
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { PersonId, reportsAfterDeath } from "@safe-return/domain/pathway"
 *
 * reportsAfterDeath(undefined) // []
 * const death = { knownFrom: utc(2026, 11, 25), by: PersonId.make("manager-1"), laterNotifications: [] }
 * reportsAfterDeath(death) // []
 * ```
 */
export const reportsAfterDeath = (death: Death | undefined): ReadonlyArray<KeptNotification> =>
  death?.laterNotifications.filter(
    ({ notification, lookedAt }) => notification.kind === "missing" && lookedAt === undefined
  ) ?? []
