import type { Instant } from "@safe-return/domain/calendar"
import type { DateWords } from "@safe-return/wording"
import { type Paragraph, small } from "./Notice.ts"

/** Two open reports may be of one disappearance: a person can tell, and join them. */
export const otherReportsInWords = (lastSeen: ReadonlyArray<Instant>, dates: DateWords): ReadonlyArray<Paragraph> =>
  lastSeen.length === 0
    ? []
    : [
        small(
          `Another report of this child is open, last seen ${lastSeen.map(dates.dateTime).join("; ")}. If it is the same disappearance, the MASH, a Missing Co-ordinator or a team manager joins the two.`
        )
      ]
