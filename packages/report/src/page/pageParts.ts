import { markWords } from "@safe-return/domain/scorecard"
import { escaped } from "../pictures/escaped.ts"
import type { Report } from "../report.ts"
import { asKnown } from "../tables/asKnown.ts"
import { marksShown } from "../tables/marksShown.ts"
import { smallCountsInWords } from "../tables/smallCounts.ts"

/** What a page is of, and what was known when it was made. */
export const headingHtml = (report: Report): string =>
  [
    `<span class="govuk-caption-l">${escaped(report.title)}</span>`,
    `<h1 class="govuk-heading-l">${escaped(report.periodInWords)}</h1>`,
    `<p class="govuk-body">As known on ${escaped(asKnown(report))}. <strong>${escaped(smallCountsInWords(report))}</strong></p>`
  ].join("\n")

/** What stands where there is no number, and why. */
export const marksHtml = (report: Report): string => {
  const marks = marksShown(report)
  if (marks.length === 0) return ""
  const items = marks.map((mark) => `<li><strong class="report-mark">${mark}</strong>: ${markWords[mark]}</li>`)
  return `<p class="govuk-body">Where there is no number, a letter says why:</p><ul class="govuk-list govuk-list--bullet">${items.join("")}</ul>`
}
