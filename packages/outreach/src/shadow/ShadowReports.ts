import type { JournalUnavailable } from "@safe-return/journal"
import { Context, Effect } from "effect"
import type { ShadowCount } from "../message/teamMessages.ts"

interface Reports {
  /** What was shadowed in the last day. */
  readonly lastDay: Effect.Effect<ReadonlyArray<ShadowCount>, JournalUnavailable>
  /** What people are asked for, or would be. */
  readonly standing: Effect.Effect<ReadonlyArray<ShadowCount>, JournalUnavailable>
}

/** What administrators are shown of a shadow. */
export class ShadowReports extends Context.Reference<Reports>("@safe-return/outreach/ShadowReports", {
  defaultValue: () => ({ lastDay: Effect.succeed([]), standing: Effect.succeed([]) })
}) {}
