import { Duration } from "effect"
import type { Incident } from "./Incidents.ts"

/** A council whose first start this is reads it once; one that had records hears it on the first day. */
const SAID_FOR = Duration.days(1)

/** A folder that was not mounted looks like a first start, and the children on record there would be alerted no more. */
export const startedEmpty = (keptIn = "where the settings say"): Incident => ({
  kind: "journal-empty",
  what: `Safe Return has started on an empty journal, kept ${keptIn}: no child is on record.`,
  remedy:
    "Right for a first start. If there were records before, stop it now, put the folder or the database back, and start again: children on record there are alerted by nobody.",
  lasts: SAID_FOR
})
