import { createServer } from "node:http"
import { type AddressInfo, connect, type Socket } from "node:net"
import { Duration, Effect } from "effect"
import { expect, test } from "vitest"
import { closing } from "../../src/http/closing.ts"

const startServer = async (answeredWithin: Duration.Duration = Duration.millis(400)) => {
  const taken: Array<string> = []
  const server = createServer((request, response) => {
    taken.push(String(request.url))
    request.resume()
    request.once("end", () => {
      if (request.url === "/soon") setTimeout(() => response.end("done"), 100)
      if (request.url === "/at-once") response.end("done")
    })
  })
  const close = closing(server, answeredWithin)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  return { taken, close, port: (server.address() as AddressInfo).port }
}

/** A connection on which so much is said, with what comes back once it is closed. */
const say = async (port: number, text: string) => {
  const socket: Socket = connect(port, "127.0.0.1")
  let heard = ""
  socket.on("data", (chunk) => {
    heard += String(chunk)
  })
  socket.on("error", () => {})
  const closed = new Promise<string>((resolve) => socket.once("close", () => resolve(heard)))
  await new Promise((resolve) => socket.once("connect", resolve))
  socket.write(text)
  return closed
}

test("a server that closes answers what has arrived whole, and cuts the rest within its time", async () => {
  const { taken, close, port } = await startServer()
  const post = (path: string, length: number) => `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${length}\r\n\r\n`
  const connections = [
    say(port, ""),
    say(port, "POST /half-heade"),
    say(port, `${post("/half-body", 10)}half`),
    say(port, `${post("/at-once", 4)}full`),
    say(port, `${post("/soon", 4)}full`),
    say(port, `${post("/never", 4)}full`)
  ]
  while (taken.length < 4) await new Promise((resolve) => setTimeout(resolve, 5))
  const from = performance.now()
  await Effect.runPromise(close)
  expect(performance.now() - from).toBeLessThan(3_000)
  const answers = await Promise.all(connections)
  expect(answers.map((answer) => answer.endsWith("done"))).toEqual([false, false, false, true, true, false])
})

test("a server that closes waits for no connection on which nothing is under way", async () => {
  const { taken, close, port } = await startServer(Duration.seconds(20))
  const post = (path: string) => `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n\r\nfull`
  const connections = [say(port, ""), say(port, post("/at-once")), say(port, post("/soon"))]
  while (taken.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  const from = performance.now()
  await Effect.runPromise(close)
  // A connection that is kept open after its answer would last five seconds.
  expect(performance.now() - from).toBeLessThan(3_000)
  expect((await Promise.all(connections)).map((answer) => answer.endsWith("done"))).toEqual([false, true, true])
})
