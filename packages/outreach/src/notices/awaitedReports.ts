/** The reports that are waited for, as every list names them. */
import type { AwaitedReport } from "@safe-return/casework"
import { type DateWords, policeNews } from "@safe-return/wording"
import type { Style } from "./Notice.ts"
import { policeReferenceInWords } from "./policeReferenceInWords.ts"

/** What a list of them is called. */
export const AWAITED_REPORTS = "Missing notification not received"

/** What the police said, under which reference, and how the report is recorded. */
export const awaitedReportInWords = (
  { child, notification }: AwaitedReport,
  { code, strong, text }: Pick<Style, "code" | "strong" | "text">,
  dates: DateWords
): string => {
  const reference = text(child)
  const under = policeReferenceInWords(notification.policeReference, { text })
  return `${strong(reference)} ${policeNews(notification, dates)}, the police say, under ${under}. The MASH expects the missing notification, or asks the police for it and records it with ${code(`/missing report ${reference}`)}.`
}
