/** The morning summary: counts first, then who and by when, by reference alone. */
import type { AwaitedReport, MissingChild, OpenEpisode, OwedDecision } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import type { QueueLine } from "@safe-return/domain/deadlines"
import type { ChildReference, EpisodeId } from "@safe-return/domain/pathway"
import { datesSeenFrom, dueInWords, hoursAndMinutes, noClockOf, timeToDeadline } from "@safe-return/wording"
import type { Facts } from "../message/Message.ts"
import type { MorningSummary } from "../message/teamMessages.ts"
import { isUnacknowledged } from "../owed/acknowledgement.ts"
import type { Digest } from "../summary/digest.ts"
import { AWAITED_REPORTS, awaitedReportInWords } from "./awaitedReports.ts"
import { decisionOwedBriefly } from "./decisionOwed.ts"
import type { Style } from "./Notice.ts"
import { type Notice, type Paragraph, small } from "./Notice.ts"
import { unjoinedInWords } from "./otherReports.ts"
import { whoHasIt } from "./whoHasIt.ts"

/** Lines of each list shown at most: the summary says how much there is, and the Home tab shows all of it. */
const LINES_SHOWN = 8

/** References of each kind of news shown at most. */
const REFERENCES_SHOWN = 10

const listOf = (title: string, lines: ReadonlyArray<string>, style: Style): ReadonlyArray<Paragraph> => {
  if (lines.length === 0) return []
  const more = lines.length - LINES_SHOWN
  const shown = [...lines.slice(0, LINES_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])]
  return [`${style.strong(title)}\n${shown.map((line) => `• ${line}`).join("\n")}`]
}

/** Each child once, with all that is said of them. */
const ofEachChild = <Item>(
  items: ReadonlyArray<Item>,
  childOf: (item: Item) => ChildReference,
  words: (item: Item) => string,
  style: Style
): ReadonlyArray<string> =>
  [...Map.groupBy(items, childOf)].map(
    ([child, same]) => `${style.strong(style.text(child))} ${[...new Set(same.map(words))].join("; ")}`
  )

const goneFor = ({ child, episode, others }: MissingChild, { now }: Digest, style: Style): string => {
  const { dateTime } = datesSeenFrom(now)
  return `${style.strong(style.text(child))} missing for ${hoursAndMinutes(now - episode.missingAt)}, last seen ${dateTime(episode.missingAt)}${isUnacknowledged(episode) ? `. ${style.strong("Nobody has acknowledged the alert.")}` : ""}${unjoinedInWords(child, others, style, { dateTime })}`
}

const foundInWords = ({ episode: { progress } }: OpenEpisode, { now }: Digest): string =>
  "foundAt" in progress && progress.foundAt !== undefined
    ? `found ${datesSeenFrom(now).dateTime(progress.foundAt)}`
    : "found"

const whoUntil = (line: QueueLine, { now }: Digest, style: Style): string => {
  const { dueAt } = line.clocks.elapsedClock
  const provisional = line.clocks.provisional ? "provisional, " : ""
  return `${whoHasIt(line, style, { dates: datesSeenFrom(now) })}: ${datesSeenFrom(now).dateTime(dueAt)} (${provisional}${timeToDeadline(dueAt, now)})`
}

const dueOfLine = ({ level, clocks, state, episode }: QueueLine, now: Instant): string =>
  level === "not-back"
    ? noClockOf(state, episode)
    : `due ${dueInWords({ ...clocks.elapsedClock, provisional: clocks.provisional }, datesSeenFrom(now))}`

const whoInWords = (line: QueueLine, { now }: Digest, style: Style): string =>
  `${whoHasIt(line, style, { dates: datesSeenFrom(now) })}, ${dueOfLine(line, now)}`

const counted = (what: string, children: ReadonlyArray<ChildReference>, style: Style): ReadonlyArray<string> => {
  if (children.length === 0) return []
  const more = children.length - REFERENCES_SHOWN
  const named = children.slice(0, REFERENCES_SHOWN).map(style.text).join(", ")
  return [`${children.length} ${what} (${named}${more > 0 ? ` and ${more} more` : ""})`]
}

const newsInWords = ({ since, news, now }: Digest, style: Style): string => {
  const told = [
    ...counted("reported missing", news.reported, style),
    ...counted("returned", news.returned, style),
    ...counted("interviewed", news.interviewed, style)
  ]
  return `${style.strong(`Since ${datesSeenFrom(now).day(since)}:`)} ${told.length === 0 ? "nobody was reported missing, returned or interviewed" : told.join("; ")}.`
}

/** How much there is of each, in words for a lock screen; empty where nothing waits. */
export const waitingInWords = ({
  stillMissing,
  noReturn,
  awaited,
  overdue,
  dueToday,
  unassigned,
  notOffered,
  decisions,
  undecided
}: Digest): string => {
  const counts = [
    [stillMissing.length, "still missing"],
    [noReturn.length, "found, return not recorded"],
    [awaited.length, awaited.length === 1 ? "missing notification not received" : "missing notifications not received"],
    [overdue.length, "overdue"],
    [dueToday.length, "due today"],
    [unassigned.length, "not assigned"],
    [notOffered.length, "not offered yet"],
    [decisions.length, decisions.length === 1 ? "record to decide on" : "records to decide on"],
    [undecided.length, undecided.length === 1 ? "trigger to decide on" : "triggers to decide on"]
  ] as const
  const some = counts.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]))
  return some.join(", ")
}

const summaryInWords = (digest: Digest): string => waitingInWords(digest) || "nothing is waiting"

export const summaryCounts = ({
  stillMissing,
  noReturn,
  awaited,
  overdue,
  dueToday,
  unassigned,
  notOffered,
  decisions,
  undecided
}: Digest): Paragraph => ({
  facts: [
    ["Still missing", String(stillMissing.length)],
    ["Return not recorded", String(noReturn.length)],
    ...(awaited.length === 0 ? [] : [[AWAITED_REPORTS, String(awaited.length)] as const]),
    ["Overdue", String(overdue.length)],
    ["Due today", String(dueToday.length)],
    ["Not assigned", String(unassigned.length)],
    ["Not offered yet", String(notOffered.length)],
    ["Triggers to decide on", String(undecided.length)],
    ...(decisions.length === 0 ? [] : [["Records to decide on", String(decisions.length)] as const])
  ]
})

export const awaitedInWords = (
  awaited: ReadonlyArray<AwaitedReport>,
  at: Instant,
  style: Style
): ReadonlyArray<Paragraph> =>
  listOf(
    `${style.sign("warning")}${AWAITED_REPORTS}`,
    awaited.map((report) => awaitedReportInWords(report, style, datesSeenFrom(at))),
    style
  )

/** The children who are not back, as far as anybody has said. */
export const notBackInWords = (digest: Digest, style: Style): ReadonlyArray<Paragraph> => [
  ...listOf(
    `${style.sign("mag")}Still missing`,
    digest.stillMissing.map((one) => goneFor(one, digest, style)),
    style
  ),
  ...listOf(
    `${style.sign("grey_question")}Found, return not recorded`,
    ofEachChild(
      digest.noReturn,
      ({ child }) => child,
      (one) => foundInWords(one, digest),
      style
    ),
    style
  ),
  ...awaitedInWords(digest.awaited, digest.now, style)
]

export const recordsInWords = (decisions: ReadonlyArray<OwedDecision>, style: Style): ReadonlyArray<Paragraph> =>
  listOf(
    `${style.sign("scales")}Records to decide on`,
    ofEachChild(
      decisions,
      ({ child }) => child,
      ({ owed }) => decisionOwedBriefly[owed],
      style
    ),
    style
  )

export const triggerInWords =
  (style: Style) =>
  ({ firing: { title, level } }: Digest["undecided"][number]): string =>
    `${style.text(title)}${level === "must" ? ", must be done" : ""}`

/** An episode of a child, as other parts of a message name it. */
export const namedAs = (child: ChildReference, episode: EpisodeId): string => `${child} ${episode}`

/** What the other parts of a message name: it is named once. */
export interface NamedElsewhere {
  /** What is overdue, planned or due today, or nobody's, by {@link namedAs}. */
  readonly episodes: ReadonlySet<string>
  /** By a decision that waits for the reader. */
  readonly decisions: ReadonlySet<ChildReference>
}

/** What is neither overdue nor due today and is not named `elsewhere`, and what has happened. */
export const restInWords = (
  digest: Digest,
  style: Style,
  elsewhere: NamedElsewhere = { episodes: new Set(), decisions: new Set() }
): ReadonlyArray<Paragraph> => {
  const urgent = [...digest.overdue, ...digest.dueToday].map(({ child, episode }) => namedAs(child, episode.id))
  const named = new Set([...urgent, ...elsewhere.episodes])
  const rest = (lines: ReadonlyArray<QueueLine>) =>
    ofEachChild(
      lines.filter(({ child, episode }) => !named.has(namedAs(child, episode.id))),
      ({ child }) => child,
      (line) => whoInWords(line, digest, style),
      style
    )
  return [
    ...listOf("Also not assigned", rest(digest.unassigned), style),
    ...listOf("Also not offered yet", rest(digest.notOffered), style),
    ...listOf(
      "Triggers to decide on",
      ofEachChild(
        digest.undecided.filter(({ child }) => !elsewhere.decisions.has(child)),
        ({ child }) => child,
        triggerInWords(style),
        style
      ),
      style
    ),
    newsInWords(digest, style)
  ]
}

export const morningSummary = ({ digest }: Facts<MorningSummary>, style: Style): Notice => {
  const { code, sign } = style
  const due = (lines: ReadonlyArray<QueueLine>) =>
    ofEachChild(
      lines,
      ({ child }) => child,
      (line) => whoUntil(line, digest, style),
      style
    )
  return {
    summary: `Morning summary, ${datesSeenFrom(digest.now).day(digest.day)}: ${summaryInWords(digest)}.`,
    title: `Morning summary · ${datesSeenFrom(digest.now).day(digest.day)}`,
    paragraphs: [
      summaryCounts(digest),
      ...notBackInWords(digest, style),
      ...recordsInWords(digest.decisions, style),
      ...listOf(`${sign("rotating_light")}Interviews overdue`, due(digest.overdue), style),
      ...listOf(`${sign("warning")}Interviews due today`, due(digest.dueToday), style),
      ...restInWords(digest, style),
      small(
        `${code("/missing open")}, ${code("/rhi queue")} and the app's Home tab show all of it; the Home tab has the buttons to act.`
      )
    ]
  }
}
