/** Whether this instance can be relied on to alert people: every part that an alert needs has to have shown it lately. */
import type { IncidentKind } from "@safe-return/outreach"

/** A part of the way of an alert. */
export type Sign = "looking" | "outbox" | "records" | "slack" | "clock"

export interface Evidence {
  /** Milliseconds on the wall's clock. */
  readonly now: number
  /** Milliseconds of the clock that only goes forward, as the rest. */
  readonly forward: number
  readonly startedAt: number
  /** When outreach last looked at whatever became due. */
  readonly watchedAt: number | undefined
  /** Since when the message that has been under way longest is. */
  readonly underwaySince: number | undefined
  /** When the heartbeat's own message last went through outbox, Slack and records, on the wall's clock. */
  readonly sentAt: number | undefined
  /** When the wall's clock last jumped against the other. */
  readonly jumpedAt: number | undefined
  readonly open: ReadonlySet<IncidentKind>
}

/** By these others have found that a part fails, perhaps sooner. */
const foundByIncident: ReadonlyArray<readonly [IncidentKind, Sign]> = [
  ["journal-unwritable", "records"],
  ["clock-wrong", "clock"]
]

/** How long after a jump of the clock times are not relied on: longer than a listener waits by itself. A working choice. */
export const SUSPECT_AFTER_JUMP = 10 * 60_000

/** What has not shown itself for `lateAfter` milliseconds, in the order of an alert's way. */
export const missingSigns = (evidence: Evidence, lateAfter: number): ReadonlyArray<Sign> => {
  const { now, forward, startedAt, watchedAt, underwaySince, sentAt, jumpedAt, open } = evidence
  const isLate = (since: number) => forward - since > lateAfter
  const missing = new Set<Sign>()
  if (watchedAt === undefined || isLate(watchedAt)) missing.add("looking")
  if (underwaySince !== undefined && isLate(underwaySince)) missing.add("outbox")
  for (const [kind, sign] of foundByIncident) if (open.has(kind)) missing.add(sign)
  // Sent at a time that has not come: the clock was put back since.
  if (sentAt === undefined || Math.abs(now - sentAt) > lateAfter) missing.add("slack")
  if (jumpedAt !== undefined && forward - jumpedAt < SUSPECT_AFTER_JUMP && jumpedAt > startedAt) missing.add("clock")
  return [...missing]
}

/** In words that go to the outside monitor: parts of the bot, never a case. */
export const signWords: Readonly<Record<Sign, string>> = {
  looking: "what became due is not looked at",
  outbox: "a message has been under way for too long and holds up others",
  records: "the records cannot be written",
  slack: "no message of its own has got through to Slack and into the records",
  clock: "the clock of this machine jumped or is wrong"
}
