import type { IncomingMessage } from "node:http"

/** Larger than any notification or Slack payload; smaller than what would fill the memory. */
const MOST_BYTES = 1_000_000

/** The whole body, or undefined when it is larger than anything we are sent. */
export const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Array<Buffer> = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MOST_BYTES) chunks.push(chunk)
  }
  return size > MOST_BYTES ? undefined : Buffer.concat(chunks)
}
