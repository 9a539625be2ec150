/** The `fetch` of the Slack client: whole answers alone, a bound on what a 429 asks for, each answer's date. */
import type { FetchFunction } from "@slack/web-api"
import { wholeAnswer } from "./wholeAnswer.ts"

/** Where a 429 does not say: https://docs.slack.dev/apis/web-api/rate-limits promises that it does. */
export const USUAL_WAIT_SECONDS = 30

/** Slack counts by the minute, so a longer wait is a mistake, and asking once in five minutes does no harm. */
export const LONGEST_WAIT_SECONDS = 300

const SHORTEST_WAIT_SECONDS = 1

const NUMBER = /^\s*[-+]?\d+(?:\.\d+)?\s*$/

const bounded = (seconds: number): number =>
  Math.min(LONGEST_WAIT_SECONDS, Math.max(SHORTEST_WAIT_SECONDS, Math.ceil(seconds)))

/**
 * Whole seconds within the bounds, from a number of seconds or a date; the usual wait where there is neither.
 *
 * @param nowMillis the time by the clock of the sender of the header, as near as it is known
 */
export const retryAfterSeconds = (header: string | null | undefined, nowMillis: number): number => {
  if (header === null || header === undefined) return USUAL_WAIT_SECONDS
  if (NUMBER.test(header)) return bounded(Number(header))
  const date = /[a-z]{3}|T/i.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(date) ? USUAL_WAIT_SECONDS : bounded((date - nowMillis) / 1_000)
}

/** Of an answer that came: Slack's time in milliseconds, to the second. */
export type SeeDate = (date: number) => void

const dateOf = ({ headers }: { readonly headers: Headers }): number | undefined => {
  const date = Date.parse(headers.get("date") ?? "")
  return Number.isNaN(date) ? undefined : date
}

export const slackFetch =
  (seeDate: SeeDate = () => {}): FetchFunction =>
  async (url, init) => {
    const response = await globalThis.fetch(url, init as RequestInit)
    const date = dateOf(response)
    if (date !== undefined) seeDate(date)
    if (response.status !== 429) return wholeAnswer(response)
    const headers = new Headers(response.headers)
    // The client takes whole seconds alone, and fails in other words without them.
    headers.set("retry-after", String(retryAfterSeconds(headers.get("retry-after"), date ?? Date.now())))
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
  }
