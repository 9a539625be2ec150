/** The heartbeat as environment variables. */
import { Redacted, Schema } from "effect"
import type { BotConfiguration } from "./BotConfiguration.ts"

const from = (pattern: RegExp, message: string) =>
  Schema.optionalKey(Schema.String.check(Schema.isPattern(pattern, { message })))

const seconds = (least: number, most: number) =>
  Schema.optionalKey(
    Schema.String.check(
      Schema.makeFilter((text: string) => {
        const isWhole = /^\d{1,6}$/.test(text)
        return isWhole && Number(text) >= least && Number(text) <= most
          ? undefined
          : `must be whole seconds, from ${least} to ${most}`
      })
    )
  )

export const heartbeatVariables = {
  SAFE_RETURN_HEARTBEAT_URL: from(/^https?:\/\/[^/]+/, "must be an address such as https://hc-ping.com/your-check"),
  SAFE_RETURN_HEARTBEAT_CHANNEL: from(/^[CG][A-Z0-9]+$/, "must be a channel id such as C012AB3CD"),
  /** healthchecks.io takes five beats of one check a minute. */
  SAFE_RETURN_HEARTBEAT_SECONDS: seconds(15, 3_600),
  /** Shorter than two looks of the courier, a part that is well would count as late. */
  SAFE_RETURN_HEARTBEAT_LATE_SECONDS: seconds(120, 86_400)
}

const Variables = Schema.Struct(heartbeatVariables)

export const heartbeatIn = (found: typeof Variables.Type): Pick<BotConfiguration, "heartbeat"> => {
  const { SAFE_RETURN_HEARTBEAT_URL: url, SAFE_RETURN_HEARTBEAT_CHANNEL: channel } = found
  const { SAFE_RETURN_HEARTBEAT_SECONDS: every, SAFE_RETURN_HEARTBEAT_LATE_SECONDS: late } = found
  if (url === undefined && channel === undefined) return {}
  return {
    heartbeat: {
      ...(url === undefined ? {} : { url: Redacted.make(url) }),
      ...(channel === undefined ? {} : { channel }),
      ...(every === undefined ? {} : { everySeconds: Number(every) }),
      ...(late === undefined ? {} : { lateAfterSeconds: Number(late) })
    }
  }
}
