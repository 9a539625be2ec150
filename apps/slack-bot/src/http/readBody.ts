import type { IncomingMessage } from "node:http"

/** Larger than any notification or Slack payload; smaller than what would fill the memory. */
const MOST_BYTES = 1_000_000

/** The whole body, or undefined when it is larger than anything we are sent. Fails when the sender goes away meanwhile. */
export const readBody = (request: IncomingMessage): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Array<Buffer> = []
    let size = 0
    request.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size <= MOST_BYTES) chunks.push(chunk)
    })
    request.once("end", () => resolve(size > MOST_BYTES ? undefined : Buffer.concat(chunks)))
    request.once("error", reject)
  })
