import { type OpenEpisode, whoMay } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import type { DateWords } from "@safe-return/wording"
import { type Paragraph, type Style, small } from "./Notice.ts"

/** Who joins two records of one disappearance, and by what command. */
const joining = (child: ChildReference, { code, text }: Pick<Style, "code" | "text">): string =>
  `${whoMay("move-or-join-records")} joins the two: ${code(`/missing join ${text(child)}`)}`

/** Two open reports may be of one disappearance: a person can tell, and join them. */
export const otherReportsInWords = (
  child: ChildReference,
  lastSeen: ReadonlyArray<Instant>,
  style: Style,
  dates: DateWords
): ReadonlyArray<Paragraph> =>
  lastSeen.length === 0
    ? []
    : [
        small(
          `Another report of this child is open, last seen ${lastSeen.map(dates.dateTime).join("; ")}. If it is the same disappearance, ${joining(child, style)}.`
        )
      ]

/** Reports of one child named in a line: more are rare, and counted. */
const NAMED = 3

/** After a child's line in a list: the reports that are not joined to it, and how they are. */
export const unjoinedInWords = (
  child: ChildReference,
  others: ReadonlyArray<OpenEpisode>,
  { code, text }: Pick<Style, "code" | "text">,
  { dateTime }: Pick<DateWords, "dateTime">
): string => {
  if (others.length === 0) return ""
  const named = others.slice(0, NAMED).map((other) => {
    const under = other.child === child ? "" : ` as ${text(other.child)}`
    return `${dateTime(other.episode.missingAt)}${under}`
  })
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : ""
  const command = others.some((other) => other.child === child) ? ` (${code(`/missing join ${text(child)}`)})` : ""
  return `; reported once more, last seen ${named.join(", ")}${more}${command}`
}
