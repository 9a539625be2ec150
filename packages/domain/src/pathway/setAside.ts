/** Why a notification was kept and changed nothing, and which of these a person has to judge. */
import * as Schema from "effect/Schema"
import type { Instant } from "../calendar/instant.ts"

export const SetAsideReason = Schema.Literals([
  "already-recorded",
  "out-of-order",
  "older-than-last-update",
  "episode-cancelled",
  "episode-closed",
  "another-report-stands",
  "reported-missing-since",
  "child-is-back",
  "clock-ahead"
])
export type SetAsideReason = typeof SetAsideReason.Type

export const SetAsideKind = Schema.Literals(["missing", "updated", "found", "returned", "cancelled"])
export type SetAsideKind = typeof SetAsideKind.Type

/** It contradicts what is recorded, and waits for a person to say what stands. */
export interface QuestionedReport {
  readonly kind: SetAsideKind
  readonly reason: SetAsideReason
  /** The time it reported, where it reported one. */
  readonly reportedTime?: Instant
}
