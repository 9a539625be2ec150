/** The `fetch` of the Slack client: whole answers alone, a bound on what a 429 asks for, each answer's date. */
import type { FetchFunction } from "@slack/web-api"
import { retryAfterSeconds } from "./retryAfter.ts"
import { wholeAnswer } from "./wholeAnswer.ts"

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
