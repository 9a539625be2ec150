import type { JournalUnavailable } from "@safe-return/journal"
import { Context, type Effect } from "effect"
import type { Difference } from "./Counts.ts"

/** Checks each morning and after each start that whatever is owed was sent, is listed or climbs. */
export class DailyCounts extends Context.Service<
  DailyCounts,
  {
    /** Counts twice, so far apart that what is on the way has gone; tells administrators where it does not add up. */
    readonly check: Effect.Effect<Difference, JournalUnavailable>
    /** Checks whenever it is time, for as long as it runs. */
    readonly watch: Effect.Effect<never>
  }
>()("@safe-return/slack-bot/DailyCounts") {}
