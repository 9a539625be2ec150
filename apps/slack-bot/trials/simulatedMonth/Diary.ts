/** What was done and acknowledged, and when; kept by those who did it, and not by the bot. */
import type { Instant } from "@safe-return/domain/calendar"
import type { PostedMessage } from "../../test/endToEnd/postedMessages.ts"

interface AboutAlert<What> {
  readonly what: What
  readonly at: Instant
  readonly child: string
  readonly police: string
}

interface Interview<What> extends AboutAlert<What> {
  readonly interviewer: string
}

export type DiaryAction =
  | AboutAlert<"notified">
  | AboutAlert<"acknowledged">
  | {
      readonly what: "returned"
      readonly at: Instant
      readonly child: string
      readonly police: string
      readonly returnedAt: Instant
    }
  | Interview<"assigned">
  | Interview<"interviewed">

/** A time in which nothing could be said, whatever the cause. */
export interface Silence {
  readonly from: Instant
  readonly until: Instant
  /** Those who could be told nothing; absent where nobody could be. */
  readonly people?: ReadonlyArray<string>
}

export interface MonthRun {
  readonly begins: Instant
  readonly ends: Instant
  readonly diary: ReadonlyArray<DiaryAction>
  readonly posted: ReadonlyArray<PostedMessage>
  readonly silences: ReadonlyArray<Silence>
  /** The direct conversation of the bot with each person it has one with. */
  readonly directOf: ReadonlyMap<string, string>
  readonly failedCalls: number
  readonly restarts: number
}
