/** What is overdue, for the eye to run down: child, due, who, state. */
import type { Instant } from "@safe-return/domain/calendar"
import { runningElapsedClockOf } from "@safe-return/domain/deadlines"
import { interviewerOf, isInterviewOwed, offeredAtOf } from "@safe-return/domain/pathway"
import { datesSeenFrom, episodeStatus } from "@safe-return/wording"
import { Option } from "effect"
import type { OverdueLine } from "../message/deadlineMessages.ts"
import { isLeft, standingOf } from "../owed/overdueLines.ts"
import type { Paragraph, Style, TableCell } from "./Notice.ts"

/** A table of Slack has 100 rows below its header, and the message about 13,000 characters for everything in it. */
const ROWS = 20

const stateInWords = (line: OverdueLine, at: Instant): string =>
  Option.match(standingOf(line), {
    onNone: () => "joined to another record",
    onSome: ({ episode, standing }) => {
      if (!isInterviewOwed(standing)) return episodeStatus(line.state, episode)
      if (!isLeft(line, at)) return "not overdue after all"
      if (standing._tag !== "Assigned") return "not assigned"
      return offeredAtOf(standing.interview, episode) === undefined ? "not offered" : "offered"
    }
  })

const rowOf = (line: OverdueLine, at: Instant): ReadonlyArray<TableCell> => {
  const found = Option.getOrUndefined(standingOf(line))
  const interviewer = found && interviewerOf(found.standing)
  const hours = found && Option.getOrUndefined(runningElapsedClockOf(line.state, found.episode))
  const isBegun = hours !== undefined || found === undefined || !isInterviewOwed(found.standing)
  const due = isBegun ? datesSeenFrom(at).dateTime(hours?.dueAt ?? line.due.dueAt) : "once back"
  return [
    line.child,
    hours?.provisional === true ? `${due}, provisional` : due,
    interviewer === undefined ? "nobody" : { person: interviewer },
    stateInWords(line, at)
  ]
}

/** In characters, so that the whole message stays within what Slack takes. */
const MOST_CHARACTERS = 1000

/** As many as there is room for; the channel's list of the morning has a line for every one. */
const byReference = (lines: ReadonlyArray<OverdueLine>, { text }: Style): ReadonlyArray<Paragraph> => {
  if (lines.length === 0) return []
  const references = lines.map(({ child }) => text(child))
  const longest = Math.max(...references.map(({ length }) => length))
  const named = references.slice(0, Math.floor(MOST_CHARACTERS / (longest + 2)))
  const more = lines.length - named.length
  return [
    `Also overdue, each for a shorter time: ${named.join(", ")}${more > 0 ? ` and ${more} more, on the channel's list of this morning` : ""}`
  ]
}

interface Shown {
  readonly at: Instant
  /** So many are shown as lines of their own. */
  readonly withButton: number
  readonly style: Style
}

/** Nothing, where all of them are shown as lines; beyond the rows of a table they are named by reference alone. */
export const overdueTable = (
  lines: ReadonlyArray<OverdueLine>,
  { at, withButton, style }: Shown
): ReadonlyArray<Paragraph> => {
  if (lines.length <= withButton) return []
  const shown = lines.slice(0, ROWS)
  const rows = shown.map((line) => rowOf(line, at))
  const beyond = lines.slice(ROWS)
  const inWords = (cell: TableCell): string => (typeof cell === "string" ? style.text(cell) : style.person(cell.person))
  return [
    {
      table: {
        caption: `Overdue interviews, the longest first: ${lines.length}`,
        columns: ["Child", "Due", "Who", "State"],
        rows,
        lines: rows.slice(withButton).map((row) => `• ${row.map(inWords).join(" · ")}`)
      }
    },
    ...byReference(beyond, style)
  ]
}
