/** What requests of strangers, of the slow and of the many cost, and that a known sender is still heard. */
import { once } from "node:events"
import { type ClientRequest, request } from "node:http"
import { connect, type Socket } from "node:net"
import { Incidents, RecordStanding } from "@safe-return/outreach"
import { Effect, Layer } from "effect"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"
import { type Answering, HttpServer } from "../../src/http/server.ts"
import { signatureOf } from "../../src/intake/authenticate.ts"
import { jsonReply } from "../../src/intake/Problem.ts"
import { SenderBook } from "../../src/intake/SenderBook.ts"
import { configurationFor, INTAKE_TOKEN } from "../endToEnd/trainingCouncil.ts"

const SECRET = "synthetic-intake-signing-secret"
const seen: Array<string> = []
const bodies: Array<string> = []
let url = ""
let close: () => Promise<unknown> = async () => undefined

beforeAll(async () => {
  const configuration = configurationFor("http://127.0.0.1:1")
  const answering: Answering = {
    slack: (_, response) => void response.end(),
    intake: {
      senders: new SenderBook(configuration.intake),
      take: async ({ name }, body) => {
        seen.push(`taken from ${name}`)
        bodies.push(body.toString())
        return jsonReply(202, {})
      },
      refused: async ({ name }) => void seen.push(`refused to ${name}`),
      unknownSender: async (looksLikeReport) => void seen.push(looksLikeReport ? "unknown report" : "unknown"),
      sendersFile: async () => undefined
    }
  }
  const started = Promise.withResolvers<string>()
  const stop = Promise.withResolvers<void>()
  const serving = Effect.gen(function* () {
    started.resolve(yield* (yield* HttpServer).serve(answering))
    yield* Effect.promise(() => stop.promise)
  })
  const layer = HttpServer.layer(configuration).pipe(
    Layer.provide(RecordStanding.layer),
    Layer.provide(Incidents.layer)
  )
  const ended = Effect.runPromise(Effect.scoped(serving).pipe(Effect.provide(layer)))
  url = await started.promise
  close = () => {
    stop.resolve()
    return ended
  }
})
afterAll(() => close())
beforeEach(() => {
  seen.length = 0
  bodies.length = 0
})

const bearer = { authorization: `Bearer ${INTAKE_TOKEN}`, "content-type": "application/json" }

const begin = (path: string, headers: Record<string, string>, method = "POST"): ClientRequest => {
  const outgoing = request(`${url}${path}`, { method, headers, agent: false })
  outgoing.on("error", () => {})
  return outgoing
}

const statusOf = async (outgoing: ClientRequest) => {
  const [response] = await once(outgoing, "response")
  response.resume()
  return response.statusCode
}

const send = (headers: Record<string, string>, body: string | Buffer, method = "POST") =>
  sendTo("/intake/notifications", headers, method, body)

const sendTo = (path: string, headers: Record<string, string>, method = "POST", body: string | Buffer = "{}") => {
  const outgoing = begin(path, headers, method)
  outgoing.end(body)
  return statusOf(outgoing)
}

describe("the intake", () => {
  test("answers a stranger before any of the body is sent", async () => {
    const outgoing = begin("/intake/notifications", {
      ...bearer,
      authorization: "Bearer wrong",
      "content-length": "200000"
    })
    outgoing.flushHeaders()
    expect(await statusOf(outgoing)).toBe(401)
    outgoing.destroy()
    expect(seen).toEqual(["unknown report"])
  })

  test.each([
    ["a token of nobody's", { ...bearer, authorization: "Bearer wrong" }, "POST", "unknown report"],
    ["the token without the word Bearer", { ...bearer, authorization: INTAKE_TOKEN }, "POST", "unknown report"],
    ["neither token nor signature", { "content-type": "application/json" }, "POST", "unknown"],
    ["a token of nobody's, but no JSON", { authorization: "Bearer wrong" }, "POST", "unknown"],
    ["a token of nobody's, by GET", { ...bearer, authorization: "Bearer wrong" }, "GET", "unknown"]
  ])("tells apart what looks like a report among requests with %s", async (_, headers, method, told) => {
    expect(await send(headers, "", method)).toBe(401)
    expect(seen).toEqual([told])
  })

  test.each(["/intake/notifications/", "//intake/notifications", "/Intake/Notifications", "/intake/notifications?v=1"])(
    "takes a report at the address as it is often miswritten: %s",
    async (path) => {
      expect(await sendTo(path, bearer)).toBe(202)
      expect(seen).toEqual(["taken from police"])
    }
  )

  test("tells of a known sender's report at an address of nothing, and of no one else's", async () => {
    expect(await sendTo("/notifications", bearer)).toBe(404)
    expect(seen).toEqual(["refused to police"])
    expect(await sendTo("/notifications", { ...bearer, authorization: "Bearer wrong" })).toBe(404)
    expect(await sendTo("/notifications", bearer, "GET", "")).toBe(404)
    expect(seen).toEqual(["refused to police"])
  })

  test("reads no body of headers that cannot be a signature", async () => {
    const headers = { "x-safe-return-timestamp": "now", "x-safe-return-signature": "v1=0" }
    const outgoing = begin("/intake/notifications", { ...headers, "content-length": "200000" })
    outgoing.flushHeaders()
    expect(await statusOf(outgoing)).toBe(401)
    outgoing.destroy()
  })

  test.each([
    ["of another content type", { ...bearer, "content-type": "text/plain" }, "{}", "POST", 415],
    ["by another method", bearer, "{}", "PUT", 405],
    ["larger than any notification", bearer, "x".repeat(300_000), "POST", 413]
  ])("tells of a known sender's request %s", async (_, headers, body, method, status) => {
    expect(await send(headers, body, method)).toBe(status)
    expect(seen).toEqual(["refused to police"])
  })

  test("tells of a known sender that goes away in the middle of its report", async () => {
    const outgoing = begin("/intake/notifications", { ...bearer, "content-length": "500" })
    outgoing.write('{"kind":"missing"')
    await new Promise((resolve) => setTimeout(resolve, 50))
    outgoing.destroy()
    await expect.poll(() => seen).toEqual(["refused to police"])
  })

  test("asks nobody to ring the police for a look with GET", async () => {
    expect(await send(bearer, "", "GET")).toBe(405)
    expect(seen).toEqual([])
  })

  test("takes what is signed, and refuses to a known sender what was signed long ago", async () => {
    const signed = (timestamp: number, body: Buffer) => ({
      "content-type": "application/json",
      "x-safe-return-timestamp": String(timestamp),
      "x-safe-return-signature": signatureOf(SECRET, String(timestamp), body)
    })
    const body = Buffer.from("\uFEFF{}")
    const now = Math.floor(Date.now() / 1_000)
    expect(await send(signed(now, body), body)).toBe(202)
    expect(await send(signed(now + 600, body), body)).toBe(202)
    expect(await send(signed(now - 600, body), body)).toBe(401)
    expect(seen).toEqual(["taken from police", "taken from police", "refused to police"])
  })
})

/** A busy machine carries these megabytes slowly; what ends which body is tested with few bytes in readBody.test.ts. */
const PATIENCE = 25_000
const WITHIN = 2 * PATIENCE

describe("many half-sent requests", () => {
  const slackHeaders = () => ({
    "x-slack-request-timestamp": String(Math.floor(Date.now() / 1_000)),
    "x-slack-signature": "v0=0000",
    "content-length": "1000000"
  })

  const startHalf = async (
    path: string,
    headers: Record<string, string>,
    many: number,
    bytes: number,
    answered: (status: number | undefined) => void
  ) => {
    const half = Buffer.alloc(bytes, "x")
    const all = Array.from({ length: many }, () =>
      begin(path, headers).once("response", ({ statusCode }) => answered(statusCode))
    )
    await Promise.all(all.map((one) => new Promise((resolve) => one.write(half, resolve))))
    return all
  }

  test.each([
    ["to Slack's address", "/slack/events", slackHeaders, 60, 900_000],
    ["to the intake", "/intake/notifications", () => ({ ...bearer, "content-length": "250000" }), 200, 240_000]
  ])(
    "%s are ended, the oldest first, once they hold 32 MB together",
    async (_, path, headers, many, bytes) => {
      let answered = 0
      const half = await startHalf(path, headers(), many, bytes, (status) => {
        if (status === 408) answered += 1
      })
      const most = Math.floor(32_000_000 / bytes)
      await expect.poll(() => answered, { timeout: PATIENCE }).toBeGreaterThanOrEqual(many - most)
      expect(await send(bearer, "{}")).toBe(202)
      for (const one of half) one.destroy()
    },
    WITHIN
  )

  test(
    "make room for those who have proved who they are, however many connections are open",
    async () => {
      const { port, hostname } = new URL(url)
      const connected = async () => {
        const socket = connect(Number(port), hostname)
        socket.on("error", () => {})
        await once(socket, "connect")
        return socket
      }
      const idle: Array<Socket> = []
      // What is connected at once beyond the server's queue is never accepted, and so never ended.
      while (idle.length < 1_100) idle.push(...(await Promise.all(Array.from({ length: 100 }, connected))))
      expect(await send(bearer, "{}")).toBe(202)
      await expect
        .poll(() => idle.filter(({ destroyed }) => !destroyed).length, { timeout: PATIENCE })
        .toBeLessThanOrEqual(1_000)
      for (const socket of idle) socket.destroy()
    },
    WITHIN
  )
})
