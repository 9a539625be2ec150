import { once } from "node:events"
import { createServer, request } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readBody } from "../../src/http/readBody.ts"

/** What came of each body that was sent, as the server sees it. */
const outcomes: Array<Promise<Buffer | undefined>> = []
const server = createServer((incoming, response) => {
  const outcome = readBody(incoming)
  outcomes.push(outcome)
  outcome.then(
    () => response.end(),
    () => {}
  )
})

beforeAll(async () => {
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
})
afterAll(() => server.close())

const post = () =>
  request({
    host: "127.0.0.1",
    port: (server.address() as AddressInfo).port,
    method: "POST",
    agent: false,
    headers: { "transfer-encoding": "chunked" }
  })

const sent = async (...pieces: ReadonlyArray<string>) => {
  const outgoing = post()
  for (const piece of pieces) outgoing.write(piece)
  outgoing.end()
  const [response] = await once(outgoing, "response")
  response.resume()
  return outcomes.at(-1)
}

test("reads a body whole, in however many pieces it comes", async () => {
  expect(String(await sent("command=%2Frhi", "&text=", "queue"))).toBe("command=%2Frhi&text=queue")
  expect(String(await sent())).toBe("")
})

test("takes a million bytes and nothing larger", async () => {
  expect((await sent("x".repeat(600_000), "x".repeat(400_000)))?.length).toBe(1_000_000)
  expect(await sent("x".repeat(600_000), "x".repeat(400_001))).toBeUndefined()
})

test("fails when the sender goes away before the end", async () => {
  const before = outcomes.length
  const outgoing = post()
  outgoing.on("error", () => {})
  outgoing.write("command=")
  await expect.poll(() => outcomes.length).toBe(before + 1)
  outgoing.destroy()
  await expect(outcomes.at(-1)).rejects.toThrow("aborted")
})
