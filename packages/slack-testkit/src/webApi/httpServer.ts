/** The loopback server in front of the workspace: `/api/<method>`, `/response/<id>`, and Socket Mode's handshakes. */
import { createServer, type IncomingMessage, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Duplex } from "node:stream"
import { isObject, type JsonObject, parsed } from "../json.ts"

export type ServerAnswer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: JsonObject | string }
  | "connection dropped"

export interface Routes {
  readonly call: (token: string, method: string, params: JsonObject) => Promise<ServerAnswer>
  readonly respond: (id: string, answer: JsonObject) => Promise<ServerAnswer>
  /** The date of every answer, in epoch milliseconds. */
  readonly now: () => number
  /** A WebSocket handshake. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Array<Buffer> = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString("utf8")
}

const paramsOf = (request: IncomingMessage, url: URL, body: string): JsonObject => {
  const inAddress = Object.fromEntries(url.searchParams)
  if (request.headers["content-type"]?.includes("application/json")) {
    const json = parsed(body)
    return isObject(json) ? { ...inAddress, ...json } : inAddress
  }
  return { ...inAddress, ...Object.fromEntries(new URLSearchParams(body)) }
}

const serve = async (request: IncomingMessage, routes: Routes): Promise<ServerAnswer> => {
  const url = new URL(request.url ?? "/", "http://127.0.0.1")
  const params = paramsOf(request, url, await bodyOf(request))
  const [, kind, name = ""] = url.pathname.split("/")
  if (kind === "response") return routes.respond(name, params)
  if (kind !== "api") return { status: 404, body: { ok: false, error: "not_found" } }
  const bearer = request.headers.authorization?.replace(/^Bearer\s+/i, "")
  const { token, ...rest } = params
  return routes.call(bearer ?? String(token ?? ""), name, rest)
}

export const startHttpServer = async (
  port: number,
  routes: Routes
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const server: Server = createServer((request, response) => {
    serve(request, routes)
      .catch(
        (cause): ServerAnswer => ({ status: 500, body: { ok: false, error: "internal_error", reason: String(cause) } })
      )
      .then((served) => {
        if (served === "connection dropped") return void request.socket.destroy()
        response.writeHead(served.status, {
          "content-type": "application/json; charset=utf-8",
          date: new Date(routes.now()).toUTCString(),
          ...served.headers
        })
        response.end(typeof served.body === "string" ? served.body : JSON.stringify(served.body))
      })
  })
  server.on("upgrade", routes.upgrade)
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
