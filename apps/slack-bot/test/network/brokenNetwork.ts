/** A network that breaks answers in every way one does, in front of a server that works. */

import { type AddressInfo, createServer, type Socket } from "node:net"

interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** How one answer is broken. */
interface Breakage {
  readonly what: string
  /** Whether the server gets the request, and does what it asks. */
  readonly arrives: boolean
  readonly answer: (socket: Socket, genuine: Answer, elsewhere: string) => void
}

const head = (status: string, length: number | "chunked", contentType = "application/json") =>
  `HTTP/1.1 ${status}\r\ncontent-type: ${contentType}\r\n${
    length === "chunked" ? "transfer-encoding: chunked" : `content-length: ${length}`
  }\r\nconnection: close\r\n\r\n`

const whole = (body: string, status = "200 OK", contentType = "application/json") =>
  `${head(status, Buffer.byteLength(body), contentType)}${body}`

const says = (what: string, body: string, contentType?: string, status?: string): ReadonlyArray<Breakage> =>
  [true, false].map((arrives) => ({
    what: `${what}, ${arrives ? "done" : "not done"}`,
    arrives,
    answer: (socket) => void socket.end(whole(body, status, contentType))
  }))

const lost = (what: string, answer: Breakage["answer"]): Breakage => ({ what, arrives: true, answer })

const half = (text: string) => text.slice(0, Math.ceil(text.length / 2))

const redirect = (status: string): Breakage => ({
  what: `redirected with ${status}`,
  arrives: false,
  answer: (socket, _, elsewhere) =>
    void socket.end(`HTTP/1.1 ${status}\r\nlocation: ${elsewhere}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`)
})

const MORE_THAN_ANY_ANSWER = 25_000_000

export const breakages: ReadonlyArray<Breakage> = [
  { what: "reset before it arrived", arrives: false, answer: (socket) => void socket.resetAndDestroy() },
  lost("reset before the headers", (socket) => void socket.resetAndDestroy()),
  lost("closed before the headers", (socket) => void socket.end()),
  lost("cut in the headers", (socket) => void socket.end("HTTP/1.1 200 OK\r\ncontent-ty")),
  lost("no HTTP", (socket) => void socket.end("220 mail.example ESMTP\r\n\r\n")),
  lost("cut before the body", (socket, { body }) => void socket.end(head("200 OK", body.length))),
  lost("cut in the body", (socket, { body }) => void socket.end(head("200 OK", body.length) + half(body))),
  lost(
    "cut in a body of chunks",
    (socket, { body }) =>
      void socket.end(`${head("200 OK", "chunked")}${half(body).length.toString(16)}\r\n${half(body)}\r\n`)
  ),
  lost("cut JSON that is said to be whole", (socket, { body }) => void socket.end(whole(half(body)))),
  lost("reset after the body", (socket, { body }) => void socket.write(whole(body), () => socket.destroySoon())),
  lost("whole, of another type", (socket, { body }) => void socket.end(whole(body, "200 OK", "text/plain"))),
  lost(
    "whole, after a word in between",
    (socket, { body }) => void socket.end(`HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n${whole(body)}`)
  ),
  lost(
    "another protocol",
    (socket) => void socket.end("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n")
  ),
  lost("a body that never ends", (socket, { body }) => {
    socket.write(head("200 OK", body.length))
    const drip = setInterval(() => socket.write(" "), 20)
    socket.once("close", () => clearInterval(drip))
  }),
  lost("a body larger than any", (socket) => {
    socket.write(`${head("200 OK", MORE_THAN_ANY_ANSWER)}{"ok":true,"filler":"`)
    socket.end("x".repeat(MORE_THAN_ANY_ANSWER))
  }),
  ...["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"].map(redirect),
  ...says("nothing", ""),
  ...says("a page", "<html><h1>Sign in</h1></html>", "text/html"),
  ...says("a page that says it is JSON", "<html></html>"),
  ...says("a word", "terminated", "text/plain"),
  ...says("null", "null"),
  ...says("true", "true"),
  ...says("a text", '"ok"'),
  ...says("a list", "[]"),
  ...says("an empty object", "{}"),
  ...says("a success of no kind", '{"ok":"yes","id":7,"notifications":{}}'),
  ...says("a success without what was asked for", '{"ok":true}'),
  ...says("a success with an empty id", '{"ok":true,"ts":"","id":"","channel":{"id":""},"user":{},"messages":[{}]}'),
  ...says("a success with numbers", '{"ok":true,"ts":5,"id":5,"channel":5,"user":5,"messages":5,"notifications":5}'),
  ...says("a refusal without a reason", '{"ok":false}'),
  ...says("a refusal for no code", '{"ok":false,"error":"Something went wrong"}'),
  ...says("a refusal with a number", '{"ok":false,"error":5}'),
  ...says("an internal error", '{"ok":false,"error":"internal_error"}'),
  ...says("a fatal error", '{"ok":false,"error":"fatal_error"}'),
  ...["204 No Content", "400 Bad Request", "403 Forbidden", "404 Not Found", "407 Proxy", "408 Timeout"].flatMap(
    (status) => says(status, status.startsWith("204") ? "" : "<html>No</html>", "text/html", status)
  ),
  ...["500 Error", "502 Bad Gateway", "503 Unavailable", "504 Timeout"].flatMap((status) =>
    says(status, "upstream connect error", "text/plain", status)
  )
]

interface Planned {
  readonly path: string
  readonly breakage: Breakage
}

const requestIn = (text: Buffer) => {
  const end = text.indexOf("\r\n\r\n")
  if (end === -1) return undefined
  const [first = "", ...lines] = text.subarray(0, end).toString("latin1").split("\r\n")
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()])
  )
  const length = Number(headers.get("content-length") ?? 0)
  const body = text.subarray(end + 4)
  if (body.length < length) return undefined
  const [method = "GET", path = "/"] = first.split(" ")
  return { method, path, headers, body }
}

/** @param target where the server that works is, without a slash at its end */
export const startBrokenNetwork = async (target: string) => {
  const planned: Array<Planned> = []
  const broken: Array<string> = []
  const sockets = new Set<Socket>()
  /** How often a redirect was followed. */
  let followed = 0

  const pass = async ({ method, path, headers, body }: NonNullable<ReturnType<typeof requestIn>>): Promise<Answer> => {
    const kept = ["authorization", "content-type"].flatMap((name) => {
      const value = headers.get(name)
      return value === undefined ? [] : [[name, value] as const]
    })
    const response = await fetch(`${target}${path}`, {
      method,
      headers: kept.map(([name, value]): [string, string] => [name, value]),
      ...(body.length === 0 ? {} : { body: new Uint8Array(body) })
    })
    const contentType = response.headers.get("content-type") ?? ""
    return { status: response.status, contentType, body: await response.text() }
  }

  const none: Answer = { status: 200, contentType: "", body: "{}" }

  const serve = async (socket: Socket, request: NonNullable<ReturnType<typeof requestIn>>) => {
    if (request.path.startsWith("/elsewhere")) {
      followed += 1
      return void socket.end(whole('{"ok":true,"ts":"1.1"}'))
    }
    const found = planned.findIndex(({ path }) => request.path.includes(path))
    const [plan] = found === -1 ? [] : planned.splice(found, 1)
    if (plan === undefined) {
      const { status, contentType, body } = await pass(request)
      return void socket.end(whole(body, `${status} As Is`, contentType))
    }
    broken.push(plan.breakage.what)
    plan.breakage.answer(socket, plan.breakage.arrives ? await pass(request) : none, `${url}/elsewhere`)
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    let received = Buffer.alloc(0)
    socket.on("error", () => socket.destroy())
    socket.once("close", () => sockets.delete(socket))
    socket.on("data", (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const request = requestIn(received)
      if (request === undefined) return
      received = Buffer.alloc(0)
      serve(socket, request).catch(() => socket.destroy())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    /** Breaks the next answer to a request with this in its path. */
    breakNext: (path: string, breakage: Breakage) => void planned.push({ path, breakage }),
    /** What was broken so far, in order. */
    broken,
    followed: () => followed,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}
