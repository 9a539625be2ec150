import { lowdbLayer } from "@safe-return/journal"
import { postgresLayer } from "@safe-return/journal/postgres"
import { Redacted } from "effect"

/** The made-up council whose children a test's database holds. */
export const CRASH_COUNCIL = "Nowhereshire"

/** The journal in a folder, or in the database at an address. */
export const journalAt = (place: string) =>
  place.startsWith("postgresql://")
    ? postgresLayer({ url: Redacted.make(place), council: CRASH_COUNCIL })
    : lowdbLayer({ directory: place })
