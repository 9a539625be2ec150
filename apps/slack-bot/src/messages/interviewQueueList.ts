/** The interviews that are owed, as a manager reads down them; for one reader, at one moment. */
import type { Instant } from "@safe-return/domain/calendar"
import { type QueueLine, type WarningLevel, warningLevels } from "@safe-return/domain/deadlines"
import { offeredAtOf } from "@safe-return/domain/pathway"
import { type TableParagraph, whoHasIt } from "@safe-return/outreach"
import {
  type DateWords,
  datesSeenFrom,
  elapsedClockInWords,
  noClockOf,
  stayInWords,
  timeToDeadline,
  workingDaysInWords
} from "@safe-return/wording"
import type { DataTableBlock, KnownBlock } from "@slack/types"
import type { MessageContent } from "../blocks/blocks.ts"
import { context, escapeSlack, header, section } from "../blocks/blocks.ts"
import { dataTable, rowsThatFit } from "../blocks/dataTable.ts"
import { slackStyle } from "./slackStyle.ts"

type TableRow = TableParagraph["table"]["rows"][number]

export const levelWords: Readonly<Record<WarningLevel, string>> = {
  "no-clock": ":grey_question: Return not recorded, not overdue yet",
  overdue: ":rotating_light: Overdue",
  "due-soon": ":warning: Due soon",
  "not-back": ":hourglass: Not back from this disappearance: no clock runs",
  "on-track": ":white_check_mark: On track"
}

/** Lines shown at most: Slack takes 50 blocks and about 13,000 characters in one message. */
const LINES_SHOWN = 40

export const lineInWords = (line: QueueLine, now: Instant): string => {
  const { child, clocks, state, episode } = line
  const dates = datesSeenFrom(now)
  if (line.level === "not-back") {
    const stay = stayInWords(state, episode, dates)
    const where = stay === undefined ? "" : `${stay.charAt(0).toUpperCase()}${stay.slice(1)}. `
    const noClock = noClockOf(state, episode)
    return `*${escapeSlack(child)}* · ${whoHasIt(line, slackStyle, { dates })}\n${where}${noClock.charAt(0).toUpperCase()}${noClock.slice(1)}.`
  }
  const provisional = clocks.provisional ? "provisional, " : ""
  return [
    `*${escapeSlack(child)}* · ${whoHasIt(line, slackStyle, { dates })}`,
    `${elapsedClockInWords({ elapsedClock: clocks.elapsedClock }, episode.policy, dates)} (${provisional}${timeToDeadline(clocks.elapsedClock.dueAt, now)}) · ${workingDaysInWords(clocks, episode.policy, dates)}`
  ].join("\n")
}

const summary = (lines: ReadonlyArray<QueueLine>): string => {
  const counts = warningLevels.map((level) => [level, lines.filter((line) => line.level === level).length] as const)
  const words: Readonly<Record<WarningLevel, string>> = {
    "no-clock": "with no return recorded, not overdue yet",
    overdue: "overdue",
    "due-soon": "due soon",
    "not-back": "with no clock",
    "on-track": "on track"
  }
  return counts.flatMap(([level, count]) => (count === 0 ? [] : [`${count} ${words[level]}`])).join(", ")
}

/** How a list is headed, and what is said when nothing is on it. */
export interface QueueWords {
  readonly title: string
  readonly none: string
}

export const queueWords: QueueWords = {
  title: "Return home interviews",
  none: "No return home interview is waiting: everyone found has been interviewed or has declined."
}

interface QueueFacts {
  /** In the order of the domain's `interviewQueue`: most worrying first. */
  readonly lines: ReadonlyArray<QueueLine>
  readonly now: Instant
  readonly words?: QueueWords
}

/** Above the table, so that the most urgent are read without turning a page. */
const LINES_ABOVE_TABLE = 5

const states: Readonly<Record<WarningLevel, string>> = {
  "no-clock": "return not recorded",
  overdue: "overdue",
  "due-soon": "due soon",
  "not-back": "no clock",
  "on-track": "on track"
}

const rowOf = ({ child, clocks, level, standing, episode }: QueueLine, { dateTime }: DateWords): TableRow => {
  const due = level === "not-back" ? "no clock" : dateTime(clocks.elapsedClock.dueAt)
  const isAssigned = standing._tag === "Assigned"
  const isOffered = isAssigned && offeredAtOf(standing.interview, episode) !== undefined
  return [
    child,
    clocks.provisional && level !== "not-back" ? `${due}, provisional` : due,
    isAssigned ? { person: standing.interview.interviewer } : "nobody",
    `${states[level]}, ${isAssigned ? (isOffered ? "offered" : "not offered") : "not assigned"}`
  ]
}

const tableOf = (lines: ReadonlyArray<QueueLine>, { title }: QueueWords, now: Instant): DataTableBlock => {
  const rows = rowsThatFit(lines.map((line) => rowOf(line, datesSeenFrom(now))))
  const shown = rows.length < lines.length ? `the first ${rows.length} of ${lines.length}` : String(lines.length)
  return dataTable({
    caption: `${title}, the most urgent first: ${shown}`,
    columns: ["Child", "Due", "Who", "State"],
    rows,
    lines: []
  })
}

const underLevels = (lines: ReadonlyArray<QueueLine>, now: Instant): ReadonlyArray<KnownBlock> =>
  warningLevels.flatMap((level) => {
    const atLevel = lines.filter((line) => line.level === level)
    return atLevel.length === 0
      ? []
      : [context(`*${levelWords[level]}*`), ...atLevel.map((line) => section(lineInWords(line, now)))]
  })

export const interviewQueueList = ({ lines, now, words = queueWords }: QueueFacts): MessageContent => {
  if (lines.length === 0) {
    return { text: words.none, blocks: [header(words.title), section(words.none)] }
  }
  const shown = lines.slice(0, LINES_SHOWN)
  const more = lines.length - shown.length
  const owed = `${lines.length} return home interview${lines.length === 1 ? " is" : "s are"} owed`
  const head = [header(words.title), section(`${owed}: ${summary(lines)}.`)]
  return {
    text: `${owed}: ${summary(lines)}.`,
    blocks: [
      ...head,
      ...underLevels(shown, now),
      ...(more > 0 ? [context(`And ${more} more, less urgent than these.`)] : [])
    ],
    ...(lines.length > LINES_ABOVE_TABLE
      ? { withTables: [...head, ...underLevels(lines.slice(0, LINES_ABOVE_TABLE), now), tableOf(lines, words, now)] }
      : {})
  }
}
