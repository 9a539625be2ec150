import { type ChildJoinedUp, type Link, type StrandFact, strands, strandWords } from "@safe-return/domain/joinedUp"
import { factInWords, firstDayInWords, lastDayInWords, referenceInWords } from "@safe-return/wording/joinedUp"
import { londonDay } from "@safe-return/wording/londonDates"
import type { Button } from "@slack/types"
import { actions, context, escapeSlack, linesInSections, type MessageContent, section } from "../blocks/blocks.ts"
import { personInWords } from "../words/person.ts"

/** As many as a person reads in one answer, and Slack takes. */
const MOST_FACTS = 100

/** Ids of our own records say nothing to a reader. */
const factLine = (fact: StrandFact): string => {
  const last = lastDayInWords(fact)
  const days = `${firstDayInWords(fact)}${last === "" ? "" : ` to ${last}`}`
  return `• ${days}: ${strandWords.words[fact.strand]}: ${escapeSlack(factInWords({ ...fact, source: "" }))}`
}

const endsOf = ({ ends }: Pick<Link, "ends">): string =>
  ends.map((end) => escapeSlack(referenceInWords(end))).join(" = ")

const linkLines = ({ links: { standing, contradicting }, proposed }: ChildJoinedUp): ReadonlyArray<string> => [
  ...standing.map(
    (link) => `Linked: ${endsOf(link)}, by ${personInWords(link.confirmedBy)} on ${londonDay(link.confirmedOn)}.`
  ),
  ...contradicting.map(
    (link) =>
      `${endsOf(link)} contradicts another link, so neither joins anything until a person undoes one. Confirmed by ${personInWords(link.confirmedBy)} on ${londonDay(link.confirmedOn)}.`
  ),
  ...proposed.map(
    ({ education, socialCare, wasUndone }) =>
      `${endsOf({ ends: [education, socialCare] })}? They stand beside one another on a record${wasUndone ? "; a link of them was confirmed once, and undone" : ""}. Nothing is joined until a person confirms it.`
  )
]

const absentLine = ({ strands: on }: ChildJoinedUp): ReadonlyArray<string> => {
  const absent = strands.filter((strand) => !on.includes(strand))
  return absent.length === 0
    ? []
    : [`Nothing on record: ${absent.map((strand) => strandWords.words[strand]).join(", ")}.`]
}

/** What is on record of one child, side by side with its days: never a score. */
export const joinedUpMessage = (view: ChildJoinedUp, buttons: ReadonlyArray<Button>): MessageContent => {
  const title = view.references.map((one) => escapeSlack(referenceInWords(one))).join(" = ")
  const shown = view.facts.slice(-MOST_FACTS)
  const left = view.facts.length - shown.length
  return {
    text: `Joined-up view of ${title}`,
    blocks: [
      section(`*Joined-up view* of *${title}*`),
      ...linesInSections([
        ...(left === 0 ? [] : [`The ${left} earliest are left out here. The page for a panel has all of them.`]),
        ...shown.map(factLine),
        ...absentLine(view)
      ]),
      ...linesInSections(linkLines(view)),
      ...(buttons.length === 0 ? [] : [actions("joined-up", buttons)]),
      context("Facts as recorded, by their first day: never a score. This look is written in the audit.")
    ]
  }
}
