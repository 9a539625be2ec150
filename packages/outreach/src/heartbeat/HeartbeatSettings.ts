import { definedFields } from "@safe-return/domain/definedFields"
import { type BotConfiguration, usualHeartbeat } from "@safe-return/settings"
import { Context, type Redacted } from "effect"

/** In milliseconds. */
export const usualTimes = {
  every: usualHeartbeat.everySeconds * 1_000,
  lateAfter: usualHeartbeat.lateAfterSeconds * 1_000
}

interface Beating extends Partial<typeof usualTimes> {
  /** Where the outside monitor takes the beat. */
  readonly url?: Redacted.Redacted
  /** Where the heartbeat's own message stands; else with a person who looks after the bot. */
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
    ...definedFields({ url, channel }),
    ...(everySeconds === undefined ? {} : { every: everySeconds * 1_000 }),
    ...(lateAfterSeconds === undefined ? {} : { lateAfter: lateAfterSeconds * 1_000 })
  }
}
