import type { Reply } from "../intake/Problem.ts"
import type { HeartbeatReport } from "./Heartbeat.ts"

/** What the caller is told: the age of the last beat and the parts that hold it back, and nothing of any child. */
export const heartbeatReply = (report: HeartbeatReport | undefined): Reply => {
  if (report === undefined) return { status: 404, contentType: "application/json", body: { beating: false } }
  const { age, isLate, missing, isShadow } = report
  const ageSeconds = age === undefined ? null : Math.round(age / 1_000)
  return {
    status: isLate ? 503 : 200,
    contentType: "application/json",
    body: { beating: !isLate, ageSeconds, missing, ...(isShadow ? { shadow: true } : {}) }
  }
}
