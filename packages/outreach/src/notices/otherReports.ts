import { type OpenEpisode, whoMay } from "@safe-return/casework"
import type { ChildReference } from "@safe-return/domain/pathway"
import { type DateWords, policeNews } from "@safe-return/wording"
import type { OtherReport } from "../owed/otherReports.ts"
import type { Style } from "./Notice.ts"
import { policeReferenceInWords } from "./policeReferenceInWords.ts"

/** Who joins two records of one disappearance, and by what command. */
const joining = (child: ChildReference, { code, text }: Pick<Style, "code" | "text">): string =>
  `${whoMay("move-or-join-records")} joins the two: ${code(`/missing join ${text(child)}`)}`

const openInWords = (report: OtherReport, { dateTime }: DateWords): ReadonlyArray<string> => {
  if (report._tag !== "Open") return []
  const { lastSeen, foundAt, returnedAt } = report
  const found = foundAt === undefined ? "" : `, found ${dateTime(foundAt)}`
  return [`last seen ${dateTime(lastSeen)}${found}${returnedAt === undefined ? "" : `, back ${dateTime(returnedAt)}`}`]
}

const waitingInWords = (report: OtherReport, { text }: Style, dates: DateWords): ReadonlyArray<string> =>
  report._tag === "Waiting"
    ? [
        `The police say that the child ${policeNews(report.notification, dates)}, under ${policeReferenceInWords(report.notification.policeReference, { text })}, and no report with that reference has come. If it is this disappearance, record it here.`
      ]
    : []

/** Two open reports may be of one disappearance: a person can tell, and join them. */
export const otherReportsInWords = (
  child: ChildReference,
  others: ReadonlyArray<OtherReport>,
  style: Style,
  dates: DateWords
): ReadonlyArray<string> => {
  const open = others.flatMap((report) => openInWords(report, dates))
  return [
    ...(open.length === 0
      ? []
      : [
          `Another report of this child is open, ${open.join("; ")}. If it is the same disappearance, ${joining(child, style)}.`
        ]),
    ...others.flatMap((report) => waitingInWords(report, style, dates))
  ]
}

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
