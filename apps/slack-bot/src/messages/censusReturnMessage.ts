import type { CensusGaps, SuppressedCensusReturn } from "@safe-return/domain/education"
import { censusGapWords, londonDayInFull } from "@safe-return/wording"
import { context, escapeSlack, header, linesInSections, type MessageContent } from "../blocks/blocks.ts"

/** More than a person asks after from one answer. */
const MOST_LISTED = 40

type Figures = SuppressedCensusReturn["bySex"]

const tableOf = (title: string, figures: Figures): ReadonlyArray<string> => [
  `*${title}*`,
  ...Object.entries(figures).map(([label, figure]) => `${label}: ${figure}`)
]

/** DfE's return of a day with small counts withheld, and what to ask for before it is sent, child by child. */
export const censusReturnMessage = (census: SuppressedCensusReturn, gaps: CensusGaps): MessageContent => {
  const title = `Children missing education on ${londonDayInFull(census.censusDay)}`
  const left = gaps.gaps.length - MOST_LISTED
  const missing = gaps.gaps
    .slice(0, MOST_LISTED)
    .map(
      ({ childReference, missing }) =>
        `• *${escapeSlack(childReference)}*: ${missing.map((kind) => censusGapWords[kind]).join(", ")}`
    )
  return {
    text: title,
    blocks: [
      header(title),
      ...linesInSections([
        `Open at the end of the day: ${census.total}`,
        ...tableOf("Sex", census.bySex),
        ...tableOf("Year group", census.byYearGroup),
        ...tableOf("Length", census.byDuration),
        ...tableOf("Reason", census.byReason)
      ]),
      ...linesInSections([
        missing.length === 0 ? "*Nothing is missing from it.*" : "*Before it is sent, ask for:*",
        ...missing,
        ...(left > 0 ? [`${left} more lack something.`] : [])
      ]),
      context(
        "c is a count of 1 to 4, or one that would give such a count back. DfE asks for every count: the command line prints them (`safe-return cme return`, from the table that `safe-return journal education-cases` writes)."
      )
    ]
  }
}
