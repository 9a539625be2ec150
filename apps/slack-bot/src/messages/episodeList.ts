/** The episodes of one month as a manager would keep them: references and times, for one reader, at one moment. */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, HistoryRow } from "@safe-return/domain/pathway"
import { addMonths, formatMonth, type Month, monthInWords, startOfMonth } from "@safe-return/domain/scorecard"
import type { Notice } from "@safe-return/outreach"
import { datesSeenFrom } from "@safe-return/wording"
import type { MessageContent } from "../blocks/blocks.ts"
import { noticeContent } from "./noticeContent.ts"
import { slackStyle as style } from "./slackStyle.ts"

/** Rows of one answer: a message holds about 13,000 characters, as lines too. */
const ROWS_SHOWN = 50

type EpisodeRow = HistoryRow & { readonly child_ref: ChildReference }

interface Asked {
  readonly month: Month
  /** Which row comes first, counted from 1. */
  readonly from: number
}

/** Where a child is missing from, status and grade stay out of Slack, and so does why no interview was held. */
const interviewOf = (row: EpisodeRow, inWords: (at: Instant) => string): string => {
  if (row.rhi_completed_at !== undefined) return `held ${inWords(row.rhi_completed_at)}`
  if (row.rhi_not_done !== undefined || row.rhi_response === "declined") return "none held"
  if (row.rhi_offered_at !== undefined) return `offered ${inWords(row.rhi_offered_at)}`
  return row.returned_at === undefined ? "–" : "not offered"
}

const columns = ["Child", "Missing", "Council told", "Found", "Returned", "Interview"]

const cellsOf = (row: EpisodeRow, inWords: (at: Instant) => string): ReadonlyArray<string> => {
  const moment = (at: Instant | undefined): string => (at === undefined ? "–" : inWords(at))
  return [
    row.child_ref,
    ...[row.missing_at, row.notified_at, row.found_at, row.returned_at].map(moment),
    interviewOf(row, inWords)
  ]
}

const lineOf = ([child = "", ...facts]: ReadonlyArray<string>): string =>
  `• ${style.strong(style.text(child))} ${facts.map((fact, place) => `${columns[place + 1]?.toLowerCase()} ${fact}`).join(" · ")}`

const inMonth = (rows: ReadonlyArray<EpisodeRow>, month: Month): ReadonlyArray<EpisodeRow> => {
  const [begins, ends] = [startOfMonth(month), startOfMonth(addMonths(month, 1))]
  return rows
    .filter(({ missing_at: at }) => at !== undefined && at >= begins && at < ends)
    .toSorted((one, other) => (other.missing_at ?? 0) - (one.missing_at ?? 0))
}

const count = (counted: number, one: string, more = `${one}s`): string => `${counted} ${counted === 1 ? one : more}`

const NOT_KEPT =
  "Only you see this, and Safe Return keeps no copy: it is as the records are now, so keep none of your own."

/** Newest first, as many as one answer holds, and how the others are asked for. */
export const episodeList = (all: ReadonlyArray<EpisodeRow>, { month, from }: Asked, now: Instant): MessageContent => {
  const rows = inMonth(all, month)
  const title = `Episodes of ${monthInWords(month)}`
  const children = new Set(rows.map(({ child_ref }) => child_ref)).size
  const counted = `${count(rows.length, "episode")} of ${count(children, "child", "children")}`
  const unfinished = now < startOfMonth(addMonths(month, 1)) ? ` ${monthInWords(month)} is not over.` : ""
  const whole = {
    small: `${NOT_KEPT} Where a child was missing from, area, risk and reasons stay out of Slack: ${style.code("safe-return journal episodes --out episodes.csv")}, where records are kept, writes every column of every month.`
  }
  const begun = from - 1
  const shown = rows.slice(begun, begun + ROWS_SHOWN).map((row) => cellsOf(row, datesSeenFrom(now).dateTime))
  const last = begun + shown.length
  const which = shown.length === rows.length ? "" : ` Here are ${from} to ${last}, the newest first.`
  const next =
    last < rows.length ? [`The next: ${style.code(`/scorecard episodes ${formatMonth(month)} from ${last + 1}`)}`] : []
  const notice: Notice = {
    summary: `${title}: ${counted}.`,
    title,
    paragraphs:
      shown.length === 0
        ? [
            rows.length === 0
              ? `No episode began in it.${unfinished}`
              : `There are ${counted}, and none from ${from} on.`,
            whole
          ]
        : [
            `${counted}.${unfinished}${which}`,
            { table: { caption: `${title}, the newest first`, columns, rows: shown, lines: shown.map(lineOf) } },
            ...next,
            whole
          ]
  }
  return { ...noticeContent(notice), isTableAsked: true }
}
