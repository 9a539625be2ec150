/** The heartbeat as environment variables. */
import { definedFields } from "@safe-return/domain/definedFields"
import { Redacted, Schema } from "effect"
import type { BotConfiguration } from "./BotConfiguration.ts"
import { isHttpAddress } from "./serviceAddress.ts"

/** How often it beats and when it counts as late, in seconds. Working choices, not confirmed by any council. */
export const usualHeartbeat = { everySeconds: 60, lateAfterSeconds: 300 }

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
  SAFE_RETURN_HEARTBEAT_URL: Schema.optionalKey(
    Schema.String.check(
      Schema.makeFilter((text: string) =>
        isHttpAddress(text) ? undefined : "must be an address such as https://hc-ping.com/your-check"
      )
    )
  ),
  SAFE_RETURN_HEARTBEAT_CHANNEL: from(/^[CG][A-Z0-9]+$/, "must be a channel id such as C012AB3CD"),
  /** healthchecks.io takes five beats of one check a minute. */
  SAFE_RETURN_HEARTBEAT_SECONDS: seconds(15, 3_600),
  /** Shorter than two looks of outreach, a part that is well would count as late. */
  SAFE_RETURN_HEARTBEAT_LATE_SECONDS: seconds(120, 86_400)
}

const Variables = Schema.Struct(heartbeatVariables)

/** What is set for a heartbeat that nothing turns on, or that would always be late. */
export const heartbeatProblems = (values: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  const { SAFE_RETURN_HEARTBEAT_SECONDS: every, SAFE_RETURN_HEARTBEAT_LATE_SECONDS: late } = values
  const turnedOnBy = ["SAFE_RETURN_HEARTBEAT_URL", "SAFE_RETURN_HEARTBEAT_CHANNEL"]
  const problems = new Map<string, string>()
  if (turnedOnBy.every((name) => values[name] === undefined)) {
    const message = `sets nothing without ${turnedOnBy.join(" or ")}. Set one of them, or take it away`
    if (every !== undefined) problems.set("SAFE_RETURN_HEARTBEAT_SECONDS", message)
    if (late !== undefined) problems.set("SAFE_RETURN_HEARTBEAT_LATE_SECONDS", message)
    return problems
  }
  const { everySeconds, lateAfterSeconds } = usualHeartbeat
  if (Number(every ?? everySeconds) >= Number(late ?? lateAfterSeconds)) {
    problems.set(
      "SAFE_RETURN_HEARTBEAT_SECONDS",
      `must be less than SAFE_RETURN_HEARTBEAT_LATE_SECONDS (${lateAfterSeconds} if not set): every beat would be late`
    )
  }
  return problems
}

export const heartbeatIn = (found: typeof Variables.Type): Pick<BotConfiguration, "heartbeat"> => {
  const { SAFE_RETURN_HEARTBEAT_URL: url, SAFE_RETURN_HEARTBEAT_CHANNEL: channel } = found
  const { SAFE_RETURN_HEARTBEAT_SECONDS: every, SAFE_RETURN_HEARTBEAT_LATE_SECONDS: late } = found
  if (url === undefined && channel === undefined) return {}
  return {
    heartbeat: {
      ...(url === undefined ? {} : { url: Redacted.make(url) }),
      ...definedFields({ channel }),
      ...(every === undefined ? {} : { everySeconds: Number(every) }),
      ...(late === undefined ? {} : { lateAfterSeconds: Number(late) })
    }
  }
}
