import { type CivilDay, formatCivilDay } from "@safe-return/domain/calendar"
import {
  type JoinedChild,
  type JoinedUp,
  type Link,
  type ProposedLink,
  type SuppressedJoinedUpCounts,
  strandWords
} from "@safe-return/domain/joinedUp"
import type { Definition } from "@safe-return/domain/scorecard"
import {
  factInWords,
  firstDayInWords,
  lastDayInWords,
  referenceInWords,
  strandsInWords
} from "@safe-return/wording/joinedUp"
import { londonDayInFull } from "@safe-return/wording/londonDates"
import type { Report } from "../report.ts"
import { valueInWords } from "../tables/breakdownTable.ts"
import type { Cell, ReportTable } from "../tables/reportTable.ts"

/** What is shown of the joined-up view, and the day it is made on. */
export interface ShownJoinedUp extends Omit<JoinedUp, "counts"> {
  readonly counts: SuppressedJoinedUpCounts
  readonly isSuppressed: boolean
  readonly isCountsAlone: boolean
  readonly on: CivilDay
}

const SOURCE = 'Rotherham "Missing from Home, Care and School", the Inclusion Scorecard'

const counted = (field: string, counts: string): ReadonlyArray<Definition> => [{ field, counts, source: SOURCE }]

const words = (text: string) => ({ words: text })

const childTable = ({ references, facts }: JoinedChild, place: number): ReportTable => ({
  id: `child-${place + 1}`,
  title: references.map(referenceInWords).join(" = "),
  rowTitle: "From",
  columns: ["To", "Strand", "What"].map((title) => ({ title, isWords: true })),
  rows: facts.map((fact) => ({
    label: firstDayInWords(fact),
    cells: [words(lastDayInWords(fact)), words(strandWords.words[fact.strand]), words(factInWords(fact))]
  })),
  definitions: []
})

const proposedTable = (proposed: ReadonlyArray<ProposedLink>): ReportTable => ({
  id: "proposed",
  title: "Proposed links",
  rowTitle: "Education",
  columns: ["Social care", "Stands on", "Confirmed once, and undone"].map((title) => ({ title, isWords: true })),
  rows: proposed.map(({ education, socialCare, sources, wasUndone }) => ({
    label: education.reference,
    cells: [words(socialCare.reference), words(sources.join(", ")), words(wasUndone ? "Yes" : "")]
  })),
  definitions: counted(
    "proposed",
    "References of two systems that stand beside one another on a record. They join nothing until a person confirms that they are of one child."
  )
})

const contradictingTable = (links: ReadonlyArray<Link>): ReportTable => ({
  id: "contradicting",
  title: "Links that contradict one another",
  rowTitle: "Link",
  columns: ["Education", "Social care"].map((title) => ({ title, isWords: true })),
  rows: links.map(({ linkId, ends: [education, socialCare] }) => ({
    label: linkId,
    cells: [words(education.reference), words(socialCare.reference)]
  })),
  definitions: counted(
    "contradicting",
    "Confirmed links of one reference with two others. None of them joins anything until a person undoes one."
  )
})

const countsTable = (
  counts: Readonly<Record<string, Cell>>,
  {
    id,
    title,
    rowTitle,
    name,
    meaning
  }: Readonly<Record<"id" | "title" | "rowTitle" | "meaning", string>> & {
    readonly name: (value: string) => string
  }
): ReportTable => ({
  id,
  title,
  breakdown: id,
  rowTitle,
  columns: [{ title: "Children", measure: id }],
  rows: Object.entries(counts).map(([value, count]) => ({
    label: value === "c" ? valueInWords(value, {}) : name(value),
    value,
    cells: [count]
  })),
  definitions: counted(id, meaning)
})

const countsTables = ({ byStrands, byNumber, byStrand, byPair }: SuppressedJoinedUpCounts) => [
  countsTable(byStrands, {
    id: "byStrands",
    title: "Children by all the strands they are on",
    rowTitle: "Strands",
    name: strandsInWords,
    meaning: "Each child once, by the combination of strands: those that occur."
  }),
  countsTable(byNumber, {
    id: "byNumber",
    title: "Children by how many strands they are on",
    rowTitle: "Strands",
    name: (number) => number,
    meaning: "Each child once."
  }),
  countsTable(byStrand, {
    id: "byStrand",
    title: "Children on each strand",
    rowTitle: "Strand",
    name: strandsInWords,
    meaning: "Whatever others they are on: a child on two strands is in both."
  }),
  countsTable(byPair, {
    id: "byPair",
    title: "Children on both of two strands",
    rowTitle: "Strands",
    name: strandsInWords,
    meaning: "Whatever others they are on. All four tables are suppressed together."
  })
]

/** The children on more than one strand, each with a table of facts by day, and the counts: as tables, for a panel. */
export const joinedUpReport = (shown: ShownJoinedUp): Report => {
  const { children, proposed, contradicting, counts, isSuppressed, isCountsAlone, on } = shown
  const tables = [
    ...(isCountsAlone ? [] : [...children.map(childTable), proposedTable(proposed), contradictingTable(contradicting)]),
    ...countsTables(counts)
  ]
  return {
    title: "Joined-up view",
    period: formatCivilDay(on),
    periodInWords: isCountsAlone ? "Children by strand" : "Children on more than one strand",
    asOf: formatCivilDay(on),
    asOfInWords: londonDayInFull(on),
    policy: "",
    // Children are named: what is withheld of the counts does not make the page one for everybody.
    isSuppressed: isSuppressed && isCountsAlone,
    tables: tables.filter(({ rows }) => rows.length > 0),
    definitions: tables.flatMap(({ definitions }) => definitions)
  }
}
