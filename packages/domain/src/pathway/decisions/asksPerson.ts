import type { Instant } from "../../calendar/instant.ts"
import { timesApartOf } from "../../policy/timesApart.ts"
import type { Notification } from "../notification.ts"
import type { SetAsideReason } from "../setAside.ts"
import type { Episode } from "../state.ts"

const MILLISECONDS_A_MINUTE = 60_000

/** Police tell a time of their own of what a person recorded, seldom the same minute: a close one is no contradiction. */
const isFarApart = (kind: Notification["kind"], { progress, policy }: Ended, told: Instant | undefined): boolean => {
  const foundAt = "foundAt" in progress ? progress.foundAt : undefined
  const recorded = kind === "returned" && progress._tag === "Returned" ? progress.returnedAt : foundAt
  if (recorded === undefined || told === undefined) return false
  return Math.abs(told - recorded) > timesApartOf(policy) * MILLISECONDS_A_MINUTE
}

const contradictsEnd = (
  kind: Notification["kind"],
  reason: SetAsideReason,
  episode: Ended,
  told: Instant | undefined
): boolean => {
  const { progress, personsWord } = episode
  switch (reason) {
    case "out-of-order":
    case "episode-cancelled":
      return true
    case "already-recorded":
      return personsWord === undefined || isFarApart(kind, episode, told)
    case "episode-closed":
      return progress._tag === "Missing"
    default:
      return false
  }
}

type Ended = Pick<Episode, "progress" | "personsWord" | "policy">

/**
 * Whether what was set aside waits for a person, because no rule knows what is right.
 *
 * @param told the time it reported
 */
export const asksPerson = (
  kind: Notification["kind"],
  reason: SetAsideReason,
  episode: Ended,
  told?: Instant
): boolean => {
  switch (kind) {
    case "missing":
      return reason === "clock-ahead"
    case "updated":
      return reason === "out-of-order"
    case "found":
    case "returned":
      return contradictsEnd(kind, reason, episode, told)
    case "cancelled":
      return false
  }
}
