import type { IncomingMessage } from "node:http"
import type { BodyRoom } from "./BodyRoom.ts"

/** Larger than any notification or Slack payload; smaller than what would fill the memory. */
const MOST_BYTES = 1_000_000

interface BodyLimits {
  readonly mostBytes?: number
  /** How long the whole body may take, in milliseconds. */
  readonly within?: number
  readonly room?: BodyRoom
}

/** The body did not come whole in its time, or had to make room for others. */
export class BodyTooSlow extends Error {}

/** The whole body, or undefined when it is larger than anything we are sent. Fails when the sender goes away meanwhile. */
export const readBody = (
  request: IncomingMessage,
  { mostBytes = MOST_BYTES, within, room }: BodyLimits = {}
): Promise<Buffer | undefined> => {
  // What says that it is too large is not read at all.
  if (Number(request.headers["content-length"] ?? 0) > mostBytes) return Promise.resolve(undefined)
  return new Promise((resolve, reject) => {
    const chunks: Array<Buffer> = []
    let size = 0
    const stop = () => {
      clearTimeout(timer)
      room?.end(unfinished)
      chunks.length = 0
      request.off("data", onData)
    }
    const giveUp = () => {
      stop()
      reject(new BodyTooSlow("the body did not come whole in time"))
    }
    const unfinished = { held: 0, giveUp }
    const timer = within === undefined ? undefined : setTimeout(giveUp, within)
    const onData = (chunk: Buffer) => {
      size += chunk.length
      if (size > mostBytes) {
        stop()
        return resolve(undefined)
      }
      // A copy: a few bytes would keep the whole block alive that the socket was read into.
      chunks.push(Buffer.from(chunk))
      room?.hold(unfinished, chunk.length)
    }
    room?.begin(unfinished)
    request.on("data", onData)
    request.once("end", () => {
      const [first] = chunks
      const whole = first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks)
      stop()
      resolve(whole)
    })
    request.once("error", (error) => {
      stop()
      reject(error)
    })
  })
}
