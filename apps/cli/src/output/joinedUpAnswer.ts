import { formatCivilDay } from "@safe-return/domain/calendar"
import type {
  JoinedChild,
  JoinedUp,
  Link,
  ProposedLink,
  StrandFact,
  SuppressedJoinedUpCounts
} from "@safe-return/domain/joinedUp"
import {
  factInWords,
  firstDayInWords,
  lastDayInWords,
  referenceInWords,
  strandsInWords
} from "@safe-return/wording/joinedUp"
import { smallCountsInWords } from "./censusReturnAnswer.ts"
import { count } from "./print.ts"

/** What is shown: the children, or their counts alone. */
export interface ShownJoinedUp extends Omit<JoinedUp, "counts"> {
  readonly counts: SuppressedJoinedUpCounts
  readonly isSuppressed: boolean
  /** Whether no child is named, because the counts are to leave those who may see the records. */
  readonly isCountsAlone: boolean
}

const factAnswer = ({ strand, child, what, from, to, source }: StrandFact) => ({
  strand,
  what,
  from: from === undefined ? null : formatCivilDay(from),
  to: to === undefined ? null : formatCivilDay(to),
  source,
  reference: child
})

const childAnswer = ({ references, strands, facts }: JoinedChild) => ({
  references,
  strands,
  facts: facts.map(factAnswer)
})

const linkAnswer = ({ linkId, ends: [education, socialCare], confirmedBy, confirmedOn }: Link) => ({
  linkId,
  education: education.reference,
  socialCare: socialCare.reference,
  confirmedBy,
  confirmedOn: formatCivilDay(confirmedOn)
})

const proposedAnswer = ({ education, socialCare, sources, strands, wasUndone }: ProposedLink) => ({
  education: education.reference,
  socialCare: socialCare.reference,
  sources,
  strands,
  wasUndone
})

/** For scripts: the order of the keys is part of it. */
export const joinedUpAnswer = ({ children, proposed, contradicting, counts, isCountsAlone }: ShownJoinedUp) =>
  isCountsAlone
    ? { counts }
    : {
        children: children.map(childAnswer),
        proposed: proposed.map(proposedAnswer),
        contradicting: contradicting.map(linkAnswer),
        counts
      }

const factLine = (fact: StrandFact): string => {
  const last = lastDayInWords(fact)
  return `    ${firstDayInWords(fact)}${last === "" ? "" : ` to ${last}`}: ${strandsInWords(fact.strand)}: ${factInWords(fact)}`
}

const childInWords = ({ references, facts }: JoinedChild): ReadonlyArray<string> => [
  `  ${references.map(referenceInWords).join(" = ")}`,
  ...facts.map(factLine)
]

const proposedInWords = ({ education, socialCare, sources, wasUndone }: ProposedLink): string => {
  const where = sources.length === 0 ? "" : `, on ${sources.join(", ")}`
  return `  ${referenceInWords(education)} and ${referenceInWords(socialCare)}${where}${wasUndone ? "; confirmed once, and undone" : ""}`
}

const contradictingInWords = ({ linkId, ends }: Link): string =>
  `  ${linkId}: ${ends.map(referenceInWords).join(" and ")}`

const table = (title: string, counts: Readonly<Record<string, number | "c">>, name = strandsInWords) => [
  title,
  ...Object.entries(counts).map(
    ([value, number]) => `  ${value === "c" ? "Every combination" : name(value)}: ${number}`
  )
]

const countsInWords = ({ counts, isSuppressed }: ShownJoinedUp): ReadonlyArray<string> => [
  `Counts of children, each once: ${counts.children} on any strand`,
  smallCountsInWords(isSuppressed),
  ...table("By all the strands they are on", counts.byStrands),
  ...table("By how many", counts.byNumber, (number) => (number === "1" ? "One strand" : `${number} strands`)),
  ...table("On each strand, whatever others", counts.byStrand),
  ...table("On both of two, whatever others", counts.byPair)
]

const section = (title: string, lines: ReadonlyArray<string>) => (lines.length === 0 ? [] : [title, ...lines])

/** The same for people. */
export const joinedUpInWords = (shown: ShownJoinedUp): string => {
  const { children, proposed, contradicting, isCountsAlone } = shown
  if (isCountsAlone) return countsInWords(shown).join("\n")
  return [
    `${count(children.length, "child", "children")} on more than one strand. For those who may see their records.`,
    ...children.flatMap(childInWords),
    ...section("Proposed links, which join nothing until a person confirms them", proposed.map(proposedInWords)),
    ...section(
      "Links that contradict one another, and join nothing until one is undone",
      contradicting.map(contradictingInWords)
    ),
    ...countsInWords(shown)
  ].join("\n")
}
