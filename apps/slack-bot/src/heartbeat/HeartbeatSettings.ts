import type { BotConfiguration } from "@safe-return/settings"
import { Context, Duration, type Redacted } from "effect"

/** How often it beats and when it counts as late, in milliseconds. Working choices, not confirmed by any council. */
export const usualTimes = {
  every: Duration.toMillis(Duration.minutes(1)),
  lateAfter: Duration.toMillis(Duration.minutes(5))
}

interface Beating extends Partial<typeof usualTimes> {
  /** Where whoever listens outside takes the beat. */
  readonly url?: Redacted.Redacted
  /** Where the heartbeat's own message stands; else with somebody who looks after the bot. */
  readonly channel?: string
}

/** None where no heartbeat is set up. */
export class HeartbeatSettings extends Context.Reference<Beating | undefined>(
  "@safe-return/slack-bot/HeartbeatSettings",
  { defaultValue: () => undefined }
) {}

export const heartbeatSettingsIn = (heartbeat: BotConfiguration["heartbeat"]): Beating | undefined => {
  if (heartbeat === undefined) return undefined
  const { url, channel, everySeconds, lateAfterSeconds } = heartbeat
  return {
    ...(url === undefined ? {} : { url }),
    ...(channel === undefined ? {} : { channel }),
    ...(everySeconds === undefined ? {} : { every: everySeconds * 1_000 }),
    ...(lateAfterSeconds === undefined ? {} : { lateAfter: lateAfterSeconds * 1_000 })
  }
}
