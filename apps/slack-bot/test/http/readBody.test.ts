/** With few bytes and no time limit: only room and size can end a body here. */
import { once } from "node:events"
import { type ClientRequest, createServer, request } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { BodyRoom } from "../../src/http/BodyRoom.ts"
import { BodyTooSlow, readBody } from "../../src/http/readBody.ts"

const room = new BodyRoom(10_000)
const ends: Array<string> = []

const server = createServer((incoming, response) => {
  const name = incoming.url ?? ""
  readBody(incoming, { mostBytes: 8_000, room, ...(name === "/timed" ? { within: 20 } : {}) }).then(
    (body) => {
      ends.push(`${name} ${body === undefined ? "too large" : body.length}`)
      response.end()
    },
    (cause) => {
      ends.push(`${name} ${cause instanceof BodyTooSlow ? "gave up" : "went away"}`)
      response.end()
    }
  )
})

beforeAll(async () => {
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
})
beforeEach(() => {
  ends.length = 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const half = async (name: string, bytes: number, headers: Record<string, string> = {}): Promise<ClientRequest> => {
  const { port } = server.address() as AddressInfo
  const outgoing = request({ host: "127.0.0.1", port, path: `/${name}`, method: "POST", agent: false, headers })
  outgoing.on("error", () => {})
  const heard = once(server, "request")
  await new Promise((resolve) => outgoing.write(Buffer.alloc(bytes, "x"), resolve))
  await heard
  return outgoing
}

const waitFor = (words: string) => expect.poll(() => ends, { timeout: 10_000 }).toContain(words)

describe("a body", () => {
  test("that is the oldest unfinished one makes room for the next, and the next is read whole", async () => {
    const oldest = await half("oldest", 6_000)
    const newest = await half("newest", 6_000)
    await waitFor("/oldest gave up")
    newest.end()
    await waitFor("/newest 6000")
    const after = await half("after", 6_000)
    after.end()
    await waitFor("/after 6000")
    oldest.destroy()
  })

  test("that grows beyond the largest, or says that it will, is not kept", async () => {
    const growing = await half("growing", 8_001)
    await waitFor("/growing too large")
    const said = await half("said", 1, { "content-length": "8001" })
    await waitFor("/said too large")
    growing.destroy()
    said.destroy()
  })

  test("that does not come whole in its time is given up", async () => {
    const timed = await half("timed", 1)
    await waitFor("/timed gave up")
    timed.destroy()
  })

  test("whose sender goes away is no body", async () => {
    const leaving = await half("leaving", 1)
    leaving.destroy()
    await waitFor("/leaving went away")
  })
})
