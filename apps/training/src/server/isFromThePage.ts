/** Whether our own page asks: any web page can reach loopback, so the Host and Origin headers decide. */
import type { IncomingHttpHeaders } from "node:http"

const loopbackNames = ["127.0.0.1", "localhost", "[::1]"]

interface PageRequest {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly port: number
}

/** A sentence saying why the request is turned away, or nothing. */
export const refusalOf = ({ method, headers, port }: PageRequest): string | undefined => {
  const ownHosts = loopbackNames.map((name) => `${name}:${port}`)
  if (!ownHosts.includes(headers.host ?? "")) return "This server answers only to its own address on this machine."
  const { origin } = headers
  if (origin !== undefined && !ownHosts.some((host) => origin === `http://${host}`)) {
    return "Requests from other web pages are not taken."
  }
  if (method === "GET" || method === "HEAD") return undefined
  const site = headers["sec-fetch-site"]
  if (site !== undefined && site !== "same-origin") return "Requests from other web pages are not taken."
  // A form on another page can post, but never with this content type unless the server agrees beforehand.
  if (!headers["content-type"]?.startsWith("application/json")) return "Send content-type: application/json."
  return undefined
}
