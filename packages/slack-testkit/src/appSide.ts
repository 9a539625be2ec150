/** The workspace as the app meets it over HTTP: its token, its calls, faults made to order, response URLs. */
import { applyAnswer } from "./answers.ts"
import { waitUntil } from "./clock.ts"
import type { Failure, Faults } from "./faults/Faults.ts"
import { type JsonObject, textOr } from "./json.ts"
import type { RateLimits } from "./rateLimits/RateLimits.ts"
import type { WorkspaceParts } from "./WorkspaceParts.ts"
import type { Routes, ServerAnswer } from "./webApi/httpServer.ts"

/** A call the app made, with its answer. */
export interface AppCall {
  readonly method: string
  readonly params: JsonObject
  readonly answer: JsonObject
}

const callsKept = 1000

const failed = (failure: Failure): ServerAnswer =>
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
  faults: Faults,
  rateLimits: RateLimits | undefined
): Pick<Routes, "call" | "respond"> => {
  const { api, app, clock, closing, connection, responseUrls } = parts

  const withFaults = async (method: string, carryOut: () => Promise<ServerAnswer>): Promise<ServerAnswer> => {
    const fault = faults.next(method)
    if (fault === undefined) return carryOut()
    if ("error" in fault || "status" in fault) return failed(fault)
    if ("text" in fault) {
      const { text, contentType = "text/html", answeredWith = 200 } = fault
      return { status: answeredWith, headers: { "content-type": contentType }, body: text }
    }
    if ("slowMillis" in fault) {
      const served = await carryOut()
      await waitUntil(clock, clock.now() + fault.slowMillis, closing)
      return served
    }
    if (fault.dropped === "after") await carryOut()
    return "connection dropped"
  }

  const call = async (method: string, params: JsonObject): Promise<ServerAnswer> => {
    const answer = await api.call(app.botUserId, method, params)
    if (method === "chat.postEphemeral" && answer["ok"] === true) showEphemeral(parts, params, answer)
    calls.push({ method, params, answer })
    if (calls.length > callsKept) calls.shift()
    return { status: 200, body: answer }
  }

  const respond = async (id: string, answer: JsonObject): Promise<ServerAnswer> => {
    const to = responseUrls.use(id)
    if (typeof to === "string") return { status: 404, body: { ok: false, error: to } }
    const refusal = await applyAnswer(parts, to, answer)
    return refusal === undefined ? { status: 200, body: { ok: true } } : { status: 400, body: refusal }
  }

  /** The app-level token is for opening connections and nothing else; the bot token for all the rest. */
  const notEntitled = (token: string, method: string): string | undefined => {
    if (token === "") return "not_authed"
    if (token !== app.botToken && token !== app.appToken) return "invalid_auth"
    return (token === app.appToken) === (method === "apps.connections.open") ? undefined : "not_allowed_token_type"
  }

  const openConnection = async (): Promise<ServerAnswer> => {
    const url = parts.address().replace("http", "ws") + connection.sockets.ticket()
    return { status: 200, body: { ok: true, url } }
  }

  return {
    call: async (token, method, params) => {
      const error = notEntitled(token, method)
      if (error !== undefined) return { status: 200, body: { ok: false, error } }
      const carryOut = method === "apps.connections.open" ? openConnection : () => call(method, params)
      return withFaults(method, async () => {
        const retryAfterSeconds = rateLimits?.refuse(method, params)
        return retryAfterSeconds === undefined ? carryOut() : failed({ status: 429, retryAfterSeconds })
      })
    },
    respond: (id, answer) => withFaults("response_url", () => respond(id, answer))
  }
}

const showEphemeral = (parts: WorkspaceParts, params: JsonObject, answer: JsonObject): void => {
  const place = {
    ts: textOr(answer["message_ts"], ""),
    channel: textOr(params["channel"], ""),
    user: parts.app.botUserId
  }
  parts.ephemerals.show(textOr(params["user"], ""), place, params)
}
