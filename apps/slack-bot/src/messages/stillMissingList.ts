import {
  type AwaitedReport,
  awaitedReports,
  childrenMissing,
  type MissingChild,
  type OpenEpisode,
  openEpisodesAt
} from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, ChildState } from "@safe-return/domain/pathway"
import { AWAITED_REPORTS, awaitedReportInWords, unjoinedInWords } from "@safe-return/outreach"
import { datesSeenFrom, hoursAndMinutes } from "@safe-return/wording"
import type { MessageContent } from "../blocks/blocks.ts"
import { context, escapeSlack, header, linesInSections, section } from "../blocks/blocks.ts"
import { slackStyle } from "./slackStyle.ts"

/** Lines of each list shown at most: Slack takes 3,000 characters in one block. */
const LINES_SHOWN = 18

const lineInWords = ({ child, episode }: OpenEpisode, now: Instant): string => {
  const { dateTime } = datesSeenFrom(now)
  const seen = `last seen ${dateTime(episode.missingAt)} (${hoursAndMinutes(now - episode.missingAt)} ago)`
  const { progress } = episode
  const found = progress._tag === "Found" ? `, found ${dateTime(progress.foundAt)}` : ""
  return `• *${escapeSlack(child)}* ${seen}${found}`
}

const missingInWords = (line: MissingChild, now: Instant): string =>
  `${lineInWords(line, now)}${unjoinedInWords(line.child, line.others, slackStyle, datesSeenFrom(now))}`

const listOf = <Line extends OpenEpisode>(
  title: string,
  lines: ReadonlyArray<Line>,
  inWords: (line: Line) => string
) => {
  if (lines.length === 0) return []
  const shown = lines.slice(0, LINES_SHOWN).map(inWords)
  const more = lines.length - shown.length
  return [
    ...linesInSections([`*${title}: ${lines.length}*`, ...shown]),
    ...(more > 0 ? [context(`And ${more} more, last seen later than these.`)] : [])
  ]
}

/** A few lines: each says what to do, and one block takes 3,000 characters. */
const AWAITED_SHOWN = 8

const awaitedList = (awaited: ReadonlyArray<AwaitedReport>, now: Instant) => {
  if (awaited.length === 0) return []
  const lines = awaited
    .slice(0, AWAITED_SHOWN)
    .map((report) => `• ${awaitedReportInWords(report, slackStyle, datesSeenFrom(now))}`)
  const more = awaited.length - lines.length
  return [
    section(`*${AWAITED_REPORTS}: ${awaited.length}*\n${lines.join("\n")}`),
    ...(more > 0 ? [context(`And ${more} more, told of later than these.`)] : [])
  ]
}

/** Every child still missing, and every return that nobody has recorded: longest first; and every report that has not come. */
export const stillMissingList = (states: ReadonlyMap<ChildReference, ChildState>, now: Instant): MessageContent => {
  const missing = childrenMissing(states)
  const found = openEpisodesAt(states, "Found")
  const awaited = awaitedReports(states)
  const waiting = awaitedList(awaited, now)
  const [first] = [...missing, ...found]
  if (first === undefined) {
    const text =
      awaited.length === 0
        ? "No child is recorded as missing, and every return is recorded."
        : `No child is recorded as missing; missing notifications not received: ${awaited.length}.`
    return { text, blocks: [header("Children missing now"), ...(awaited.length === 0 ? [section(text)] : waiting)] }
  }
  return {
    text: `${missing.length} still missing, ${found.length} found but their return not recorded.`,
    blocks: [
      header("Children missing now"),
      ...listOf("Still missing", missing, (line) => missingInWords(line, now)),
      ...listOf("Found, return not recorded", found, (line) => lineInWords(line, now)),
      ...waiting,
      context(`\`/missing status ${escapeSlack(first.child)}\` shows one of them with its buttons.`)
    ]
  }
}
