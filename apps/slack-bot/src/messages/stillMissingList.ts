import { childrenMissing, type MissingChild, type OpenEpisode, openEpisodesAt } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, ChildState } from "@safe-return/domain/pathway"
import { unjoinedInWords } from "@safe-return/outreach"
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

/** Every child still missing, and every return that nobody has recorded: longest first. */
export const stillMissingList = (states: ReadonlyMap<ChildReference, ChildState>, now: Instant): MessageContent => {
  const missing = childrenMissing(states)
  const found = openEpisodesAt(states, "Found")
  const [first] = [...missing, ...found]
  if (first === undefined) {
    const text = "No child is recorded as missing, and every return is recorded."
    return { text, blocks: [header("Children missing now"), section(text)] }
  }
  return {
    text: `${missing.length} still missing, ${found.length} found but their return not recorded.`,
    blocks: [
      header("Children missing now"),
      ...listOf("Still missing", missing, (line) => missingInWords(line, now)),
      ...listOf("Found, return not recorded", found, (line) => lineInWords(line, now)),
      context(`\`/missing status ${escapeSlack(first.child)}\` shows one of them with its buttons.`)
    ]
  }
}
