/** What a person is told of the rota of the out-of-hours duty. */
import type { Instant } from "@safe-return/domain/calendar"

interface DutySpan {
  readonly from: Instant
  /** The first moment that is not theirs any more. */
  readonly until: Instant
}

/** To a person whose duty is soon. */
export interface DutyGiven extends DutySpan {
  readonly _tag: "DutyGiven"
}

/** In place of that, and of its own where they might still come: the duty is over, or was taken off. */
export interface DutyOff extends DutySpan {
  readonly _tag: "DutyOff"
  readonly because: "over" | "taken off"
}

export type DutyMessage = DutyGiven | DutyOff
