import { formatCivilDay } from "@safe-return/domain/calendar"
import type { SyntheticProfile } from "../profile.ts"

/** A profile as a line of NDJSON, marked as synthetic before anything else is said. */
export const profileLine = ({ synthetic, child, name, born, placements }: SyntheticProfile): string =>
  `${JSON.stringify({
    synthetic,
    child_ref: child,
    name,
    born: formatCivilDay(born),
    placements: placements.map(({ placement, from }) => ({
      placement,
      ...(from === undefined ? {} : { from: formatCivilDay(from) })
    }))
  })}\n`
