/** Everything held of one child as one page that can be read, printed and redacted. */
import { caseStatusWords } from "@safe-return/domain/policy"
import type { Delivery, JournalEntry, Profile } from "@safe-return/journal"
import { londonDateTimeInFull, londonDayInFull } from "@safe-return/wording/londonDates"
import { Option } from "effect"
import { caseEventTitles } from "./caseEventTitles.ts"
import type { ChildRecord, Look, PupilRecord } from "./childRecord.ts"
import { caseEventFacts, eventFacts, type Fact } from "./eventFacts.ts"
import { eventTitles } from "./eventTitles.ts"

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

type Cells = ReadonlyArray<string>

/** Cells are HTML already. */
const table = (headings: Cells, rows: ReadonlyArray<Cells>): string =>
  [
    `<table><thead><tr>${headings.map((heading) => `<th scope="col">${heading}</th>`).join("")}</tr></thead><tbody>`,
    ...rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`),
    "</tbody></table>"
  ].join("\n")

const factHtml = ({ label, value, isFreeText }: Fact): string =>
  isFreeText
    ? `${escaped(label)}: <mark>${escaped(value)}</mark> <strong>[read before release]</strong>`
    : `${escaped(label)}: ${escaped(value)}`

const rowOf = (
  version: number,
  { recordedAt, recordedBy }: Pick<JournalEntry["recorded"], "recordedAt" | "recordedBy">,
  title: string,
  facts: ReadonlyArray<Fact>
): Cells => [
  String(version),
  escaped(londonDateTimeInFull(recordedAt)),
  escaped(recordedBy),
  `<p>${title}</p><ul>${facts.map((fact) => `<li>${factHtml(fact)}</li>`).join("")}</ul>`
]

const eventRow = ({ version, recorded }: JournalEntry): Cells =>
  rowOf(version, recorded, eventTitles[recorded.event._tag], eventFacts(recorded))

const profileFacts = ({ allocatedWorker, initials, bornOn, caseStatus }: Profile): ReadonlyArray<string> => [
  ...(initials === undefined ? [] : [`Initials: ${initials}`]),
  ...(bornOn === undefined ? [] : [`Born on: ${londonDayInFull(bornOn)}`]),
  ...(caseStatus === undefined ? [] : [`Case status: ${caseStatusWords[caseStatus]}`]),
  ...(allocatedWorker === undefined ? [] : [`Allocated worker: ${allocatedWorker}`])
]

const profileHtml = (profile: Option.Option<Profile>): string => {
  const facts = Option.match(profile, { onNone: () => [], onSome: profileFacts })
  if (facts.length === 0) return "<p>Nothing.</p>"
  return `<ul>${facts.map((fact) => `<li>${escaped(fact)}</li>`).join("")}</ul>`
}

const lookRow = ({ at, by, act, outcome }: Look): Cells => [
  escaped(londonDateTimeInFull(at)),
  escaped(by),
  escaped(act.replaceAll("-", " ")),
  outcome
]

const deliveryState = (delivery: Delivery): string => {
  switch (delivery._tag) {
    case "Sent":
      return `sent ${londonDateTimeInFull(delivery.sentAt)}`
    case "Claimed":
      return `about to be sent ${londonDateTimeInFull(delivery.claimedAt)}`
    case "Superseded":
      return "not sent: a more urgent message took its place"
    case "Undelivered":
      return `not delivered by ${londonDateTimeInFull(delivery.at)}: ${delivery.reason}`
  }
}

const deliveryRow = (delivery: Delivery): Cells => [
  escaped(delivery.key),
  escaped("channel" in delivery && delivery.channel !== undefined ? delivery.channel : ""),
  escaped(deliveryState(delivery))
]

const tableOr = (none: string, headings: Cells, rows: ReadonlyArray<Cells>): string =>
  rows.length === 0 ? `<p>${none}</p>` : table(headings, rows)

const STYLE =
  "body{font-family:Arial,sans-serif;line-height:1.4;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#0b0c0c}" +
  "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #b1b4b6;padding:.5rem;text-align:left;vertical-align:top}" +
  "mark{background:#ffdd00}ul{margin:.25rem 0;padding-left:1.2rem}p{margin:.25rem 0}"

interface RecordPage {
  readonly of: Pick<ChildRecord, "child" | "exportedAt" | "exportedBy">
  readonly facts: ReadonlyArray<Fact>
  readonly notInIt: string
  /** Each with its heading; the content is HTML already. */
  readonly sections: ReadonlyArray<readonly [heading: string, content: string]>
}

const pageOf = ({ of: { child, exportedAt, exportedBy }, facts, notInIt, sections }: RecordPage): string => {
  const toRead = facts.filter(({ isFreeText }) => isFreeText).length
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Record of ${escaped(child)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>What Safe Return holds about ${escaped(child)}</h1>
<p>Put together ${escaped(londonDateTimeInFull(exportedAt))} by ${escaped(exportedBy)}. Times are London's.</p>
<h2>Before you release this</h2>
<ul>
<li>This is not redacted. A person who knows the case has to read it whole first.</li>
<li>${toRead === 1 ? "1 place holds" : `${toRead} places hold`} words that a person typed, marked <strong>[read before release]</strong>: they may be about, or may name, other people.</li>
<li>Staff are shown by their Slack user ids, the police by the name of the intake. Decide whether each may be told.</li>
<li>${notInIt}</li>
</ul>
${sections.map(([heading, content]) => `<h2>${heading}</h2>\n${content}`).join("\n")}
</body>
</html>
`
}

const EVENTS: Cells = ["No.", "Recorded", "By", "What"]

const looksHtml = (looks: ReadonlyArray<Look>): string =>
  `<p>One line for each request that named this child. Lists that show many children, and who read a message in Slack, are not among them.</p>
${tableOr("Nobody.", ["When", "Who", "What they asked for", "Outcome"], looks.map(lookRow))}`

export const recordHtml = (record: ChildRecord): string => {
  const { entries, profile, looks, deliveries } = record
  return pageOf({
    of: record,
    facts: entries.flatMap(({ recorded }) => eventFacts(recorded)),
    notInIt: "Not in it: the case system's own record, what was written in Slack by people themselves, and backups.",
    sections: [
      ["Held beyond the case reference", profileHtml(profile)],
      ["What was recorded", tableOr("Nothing.", EVENTS, entries.map(eventRow))],
      ["Who asked for it", looksHtml(looks)],
      [
        "What was sent about the child",
        `<p>Each message is named by a key. What it says is in the Slack conversation.</p>
${tableOr("Nothing.", ["Message", "Conversation", "State"], deliveries.map(deliveryRow))}`
      ]
    ]
  })
}

/** The same of the case of a child missing education. */
export const pupilRecordHtml = (record: PupilRecord): string => {
  const rows = record.entries.map(({ recorded }, index) =>
    rowOf(index + 1, recorded, caseEventTitles[recorded.event._tag], caseEventFacts(recorded))
  )
  return pageOf({
    of: record,
    facts: record.entries.flatMap(({ recorded }) => caseEventFacts(recorded)),
    notInIt:
      "Not in it: the education system's own record, what the missing team holds under the case reference, and backups.",
    sections: [
      ["What was recorded", tableOr("Nothing.", EVENTS, rows)],
      ["Who asked for it", looksHtml(record.looks)]
    ]
  })
}
