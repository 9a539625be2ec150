import type { Instant } from "@safe-return/domain/calendar"
import type { OpenIncident, UndeliveredMessage, Unreachable } from "@safe-return/outreach"

/** How the bot itself is, for those who look after it. */
export interface Health {
  /** Where the records are kept, in words that hold no password. */
  readonly keptIn: string
  /** Since when Slack has not answered; undefined while it does. */
  readonly slackAwaySince: Instant | undefined
  /** When every child was last looked at; undefined until the first look is over. */
  readonly everybodyLookedAt: Instant | undefined
  /** The people nothing can be sent to. */
  readonly notTold: ReadonlyArray<Unreachable>
  /** What is wrong now, oldest first. */
  readonly incidents: ReadonlyArray<OpenIncident>
}

/** What could not be delivered; undefined when the record of it cannot be read. */
export type Undelivered = ReadonlyArray<UndeliveredMessage> | undefined
