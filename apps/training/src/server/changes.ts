/** `GET /api/changes`: server-sent events, one empty event whenever something changed. */
import type { IncomingMessage, ServerResponse } from "node:http"

/** Many changes at once (a sweep posts a dozen messages) are told as one. */
const TOGETHER_MS = 100
/** A comment now and then shows a vanished browser up, and keeps proxies from closing the stream. */
const KEEP_ALIVE_MS = 15_000

export const streamChanges = (
  request: IncomingMessage,
  response: ServerResponse,
  onChange: (listener: () => void) => () => void
): void => {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" })
  response.write(": listening\n\n")
  let soon: NodeJS.Timeout | undefined
  const tell = () => {
    soon ??= setTimeout(() => {
      soon = undefined
      response.write("data: {}\n\n")
    }, TOGETHER_MS)
  }
  const stop = onChange(tell)
  const keepAlive = setInterval(() => response.write(": still here\n\n"), KEEP_ALIVE_MS)
  request.once("close", () => {
    stop()
    clearInterval(keepAlive)
    clearTimeout(soon)
  })
}
