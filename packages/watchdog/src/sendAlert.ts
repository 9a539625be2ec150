/** The ways in which the watch tells people: GOV.UK Notify and a webhook, all of them, each by itself. */
import { Effect, Redacted, Result, Schema } from "effect"
import { NotifyClient } from "notifications-node-client"
import type { AlertChannels } from "./WatchSettings.ts"

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 15_000

class NotToldBy extends Schema.TaggedError<NotToldBy>()("NotToldBy", { way: Schema.String, reason: Schema.String }) {
  override get message() {
    return `${this.way} did not take it: ${this.reason}.`
  }
}

/** An answer's status, or the code of a broken connection: never what was asked, which holds addresses. */
const reasonOf = (cause: unknown): string => {
  const {
    response,
    code,
    name,
    cause: inner
  } = cause as {
    readonly response?: { readonly status?: number }
    readonly code?: unknown
    readonly name?: unknown
    readonly cause?: unknown
  }
  if (typeof response?.status === "number") return `HTTP ${response.status}`
  if (typeof code === "string") return code
  if (inner !== undefined && inner !== null) return reasonOf(inner)
  return name === "TimeoutError" ? "no answer in time" : "no answer"
}

const byWebhook = (url: Redacted.Redacted, text: string) =>
  Effect.tryPromise({
    try: async () => {
      const answer = await fetch(Redacted.value(url), {
        method: "POST",
        headers: { "content-type": "application/json" },
        // `text` is what the incoming webhooks of Slack and of Teams take.
        body: JSON.stringify({ text }),
        redirect: "manual",
        signal: AbortSignal.timeout(PATIENCE)
      })
      await answer.body?.cancel()
      if (!answer.ok) throw { response: { status: answer.status } }
    },
    catch: (cause) => new NotToldBy({ way: "The webhook", reason: reasonOf(cause) })
  })

const byNotify = (notify: NonNullable<AlertChannels["notify"]>, text: string) => {
  const key = Redacted.value(notify.apiKey)
  const client = notify.apiUrl === undefined ? new NotifyClient(key) : new NotifyClient(notify.apiUrl, key)
  const { restClient } = client.apiClient
  client.setClient(((options: object) => restClient({ ...options, timeout: PATIENCE })) as typeof restClient)
  // The fields of the templates that the bot uses, so that no further ones are needed.
  const options = { personalisation: { case_reference: "none: this is about Safe Return itself", what_to_do: text } }
  return notify.contacts.map((to) =>
    Effect.tryPromise({
      try: async () => {
        if (to.includes("@")) await client.sendEmail(notify.email ?? "", to, options)
        else await client.sendSms(notify.sms ?? "", to, options)
      },
      catch: (cause) => new NotToldBy({ way: "GOV.UK Notify", reason: reasonOf(cause) })
    })
  )
}

/** Whether it got out by one way at least, and why each other did not take it. */
export const sendAlert = Effect.fnUntraced(function* ({ notify, webhook }: AlertChannels, text: string) {
  const ways = [
    ...(notify === undefined ? [] : byNotify(notify, text)),
    ...(webhook === undefined ? [] : [byWebhook(webhook, text)])
  ]
  const results = yield* Effect.forEach(ways, (way) => Effect.result(way), { concurrency: "unbounded" })
  return {
    isSent: results.some(Result.isSuccess),
    failures: results.flatMap((result) => (Result.isFailure(result) ? [result.failure.message] : []))
  }
})
