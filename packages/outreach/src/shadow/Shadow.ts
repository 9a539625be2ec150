/** Whether the bot is only tried out: everything is computed and kept, and nothing is sent but to administrators. */
import type { Instant } from "@safe-return/domain/calendar"
import { Context } from "effect"

interface ShadowStanding {
  /** By the setting of this instance. */
  readonly isOn: boolean
  /** When the council last went live after a shadow; none where it never was in one, or is now. */
  readonly wentLiveAt: () => Instant | undefined
  /** Since when the shadow lasts; none outside one. */
  readonly since: () => Instant | undefined
}

/** Where nothing is set, everything is sent. */
export class Shadow extends Context.Reference<ShadowStanding>("@safe-return/outreach/Shadow", {
  defaultValue: () => ({ isOn: false, wentLiveAt: () => undefined, since: () => undefined })
}) {}

/** Where what is shadowed stands, instead of a conversation. */
export const SHADOW_CHANNEL = "shadow"
