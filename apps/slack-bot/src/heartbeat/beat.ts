/** A beat to an outside monitor, as healthchecks.io and those like it take it: https://healthchecks.io/docs/http_api/. */
import { Effect, Redacted, Schema } from "effect"

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 10_000

/** The monitor did not take the beat, or we cannot tell. */
class NotHeard extends Schema.TaggedError<NotHeard>()("NotHeard", { reason: Schema.String }) {
  override get message() {
    return `The listener did not take the heartbeat: ${this.reason}.`
  }
}

export type Beat = "start" | "success" | "fail"

/** Where each beat goes: before what follows a question mark, which some services keep a key in. */
export const addressOf = (url: string, beat: Beat): string => {
  const address = new URL(url)
  if (beat !== "success") address.pathname = `${address.pathname.replace(/\/$/, "")}/${beat}`
  return address.href
}

/** Answered with 200 all the same: the listener knows no such check, or has had too many. */
const NOT_TAKEN = /\((not found|rate limited)\)/i

const codeOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return "no answer"
  if (cause.name === "TimeoutError") return "no answer in 10 seconds"
  const { code } = cause as { readonly code?: unknown }
  if (typeof code === "string") return code
  return cause.cause === undefined ? "no connection" : codeOf(cause.cause)
}

export const sendBeat = Effect.fn("sendBeat")(function* (url: Redacted.Redacted, beat: Beat, words: string) {
  const { status, text } = yield* Effect.tryPromise({
    try: async () => {
      const answer = await fetch(addressOf(Redacted.value(url), beat), {
        method: "POST",
        headers: { "content-type": "text/plain; charset=utf-8" },
        body: words,
        // Followed, a page that asks for a sign-in would count as an answer.
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE)
      })
      return { status: answer.status, text: await answer.text() }
    },
    catch: (cause) => new NotHeard({ reason: codeOf(cause) })
  })
  if (status >= 300 && status < 400) return yield* new NotHeard({ reason: "it sends us on to another address" })
  if (status < 200 || status >= 300) return yield* new NotHeard({ reason: `HTTP ${status}` })
  const refused = NOT_TAKEN.exec(text.slice(0, 200))?.[1]
  if (refused !== undefined) return yield* new NotHeard({ reason: refused })
})
