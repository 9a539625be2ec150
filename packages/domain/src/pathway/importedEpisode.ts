import type { Instant } from "../calendar/instant.ts"
import type { Policy } from "../policy/policy.ts"
import type { HistoryRow } from "./historyRow.ts"

/** An episode from before, brought in from the case system. It is history: nothing of it is open, owed or asked. */
export interface ImportedEpisode {
  readonly row: HistoryRow
  /** The rules in force when it was brought in. */
  readonly policy: Policy
  /** When it was last brought in as it is; absent until that is recorded. */
  readonly importedAt?: Instant
}
