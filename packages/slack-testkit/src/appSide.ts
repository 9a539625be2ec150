/** The workspace as the app meets it over HTTP: its token, its calls, failures made to order, response URLs. */
import { applyAnswer } from "./answers.ts"
import { type JsonObject, textOr } from "./json.ts"
import type { WorkspaceParts } from "./WorkspaceParts.ts"
import type { Routes, Served } from "./webApi/httpServer.ts"

/** A call the app made, with its answer. */
export interface AppCall {
  readonly method: string
  readonly params: JsonObject
  readonly answer: JsonObject
}

/** How a call is made to fail: with Slack's error code, or with an HTTP status such as 429 or 503. */
export type Failure = { readonly error: string } | { readonly status: number; readonly retryAfterSeconds?: number }

const callsKept = 1000

const failed = (failure: Failure): Served =>
  "error" in failure
    ? { status: 200, body: { ok: false, error: failure.error } }
    : {
        status: failure.status,
        headers: failure.retryAfterSeconds === undefined ? {} : { "retry-after": String(failure.retryAfterSeconds) },
        body: { ok: false, error: failure.status === 429 ? "ratelimited" : "service_unavailable" }
      }

export const routesOf = (
  parts: WorkspaceParts,
  calls: Array<AppCall>,
  failures: Map<string, Array<Failure>>
): Routes => ({
  call: async (token, method, params) => {
    if (token !== parts.app.botToken) {
      return { status: 200, body: { ok: false, error: token === "" ? "not_authed" : "invalid_auth" } }
    }
    const failure = failures.get(method)?.shift()
    if (failure !== undefined) return failed(failure)
    const answer = await parts.api.call(parts.app.botUserId, method, params)
    if (method === "chat.postEphemeral" && answer["ok"] === true) showEphemeral(parts, params, answer)
    calls.push({ method, params, answer })
    if (calls.length > callsKept) calls.shift()
    return { status: 200, body: answer }
  },
  respond: async (id, answer) => {
    const to = parts.responseUrls.use(id)
    if (typeof to === "string") return { status: 404, body: { ok: false, error: to } }
    const problem = await applyAnswer(parts, to, answer)
    return problem === undefined
      ? { status: 200, body: { ok: true } }
      : { status: 400, body: { ok: false, error: problem } }
  }
})

const showEphemeral = (parts: WorkspaceParts, params: JsonObject, answer: JsonObject): void => {
  const place = {
    ts: textOr(answer["message_ts"], ""),
    channel: textOr(params["channel"], ""),
    user: parts.app.botUserId
  }
  parts.ephemerals.show(textOr(params["user"], ""), place, params)
}
