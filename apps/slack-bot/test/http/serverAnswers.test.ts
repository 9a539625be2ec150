/** Who answers at which address of the one server, and what is refused there. */
import { createHmac } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { JournalUnavailable } from "@safe-return/journal"
import { type Incident, Incidents, RecordStanding } from "@safe-return/outreach"
import { Effect, Layer, type Scope } from "effect"
import { describe, expect, it } from "vitest"
import { type Answering, HttpServer, type ListenFailed } from "../../src/http/server.ts"
import { jsonReply } from "../../src/intake/Problem.ts"
import { SenderBook } from "../../src/intake/SenderBook.ts"
import { configurationFor, INTAKE_TOKEN, SIGNING_SECRET } from "../endToEnd/trainingCouncil.ts"

const configuration = configurationFor("http://127.0.0.1:1")

/** A server of its own for each test: what it does first is asked, too. */
const live = <A, E>(
  life: Effect.Effect<A, E, HttpServer | Incidents | RecordStanding | Scope.Scope>,
  port = 0
): Promise<A> => {
  const layer = HttpServer.layer({ ...configuration, listen: { host: "127.0.0.1", port } }).pipe(
    Layer.provideMerge(RecordStanding.layer),
    Layer.provideMerge(Incidents.layer)
  )
  return Effect.runPromise(Effect.scoped(life).pipe(Effect.provide(layer)))
}

const serve = (answering: Answering): Effect.Effect<string, ListenFailed, HttpServer | Scope.Scope> =>
  Effect.flatMap(HttpServer, (server) => server.serve(answering))

const ask = (url: string, init?: RequestInit) =>
  Effect.promise(async () => {
    const response = await fetch(url, init)
    const { status, headers } = response
    return { status, headers, type: headers.get("content-type"), text: await response.text() }
  })

const wrong: Incident = { kind: "group-unreadable", place: "S01", what: "A group cannot be read.", remedy: "Mend it." }

describe("the address of readiness", () => {
  const readiness = (url: string) => Effect.map(ask(`${url}/ready`), ({ status, text }) => [status, JSON.parse(text)])

  it("says no until the start is complete, and again once it is over", () =>
    live(
      Effect.gen(function* () {
        const url = yield* serve({})
        expect(yield* readiness(url)).toEqual([503, { ready: false, because: ["starting"] }])
        yield* Effect.scoped(
          Effect.gen(function* () {
            yield* (yield* HttpServer).started
            expect(yield* readiness(url)).toEqual([200, { ready: true }])
          })
        )
        expect(yield* readiness(url)).toEqual([503, { ready: false, because: ["starting"] }])
      })
    ))

  it("says no with the kinds of incidents alone while nothing can be recorded", () =>
    live(
      Effect.gen(function* () {
        const url = yield* serve({})
        yield* (yield* HttpServer).started
        const { raise } = yield* Incidents
        yield* raise(wrong)
        yield* raise({ ...wrong, place: "S02" })
        expect(yield* readiness(url)).toEqual([200, { ready: true }])
        expect((yield* ask(`${url}/health`)).text).toBe("up\ngroup-unreadable\n")
        yield* (yield* RecordStanding).stopped(new JournalUnavailable({ path: "journal", reason: "refused" }))
        const because = ["group-unreadable", "journal-unwritable"]
        expect(yield* readiness(url)).toEqual([503, { ready: false, because }])
        const health = yield* ask(`${url}/health`)
        expect([health.status, health.text]).toEqual([503, `nothing can be recorded\n${because.join("\n")}\n`])
      })
    ))
})

describe("an address", () => {
  it("of nothing is answered as such, and that of the heartbeat too while nothing beats", () =>
    live(
      Effect.gen(function* () {
        const url = yield* serve({})
        expect((yield* ask(`${url}/anything`)).status).toBe(404)
        expect((yield* ask(`${url}/slack/events`, { method: "POST" })).status).toBe(404)
        const heartbeat = yield* ask(`${url}/heartbeat`)
        expect([heartbeat.status, JSON.parse(heartbeat.text)]).toEqual([404, { beating: false }])
      })
    ))

  it("of the intake asks for a report again while nobody takes any", () =>
    live(
      Effect.gen(function* () {
        const { status, text } = yield* ask(`${yield* serve({})}/intake/notifications`, { method: "POST" })
        expect([status, text]).toEqual([500, expect.stringContaining("Send it again")])
      })
    ))

  it("is answered by the last who serves, and by the one before once that is over", () =>
    live(
      Effect.gen(function* () {
        const answering = (text: string): Answering => ({
          heartbeat: async () => ({ age: 0, isLate: text === "late", missing: [], isShadow: false })
        })
        const url = yield* serve(answering("on time"))
        const status = Effect.map(ask(`${url}/heartbeat`), (answer) => answer.status)
        yield* Effect.scoped(
          Effect.gen(function* () {
            expect(yield* serve(answering("late"))).toBe(url)
            expect(yield* status).toBe(503)
          })
        )
        expect(yield* status).toBe(200)
      })
    ))

  it("that another process has is a failure that says so", async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", () => resolve()))
    const { port } = other.address() as AddressInfo
    const failed = await live(Effect.flip(serve({})), port)
    expect(failed.message).toMatch(
      new RegExp(`^Cannot listen on 127\\.0\\.0\\.1:${port}: .*EADDRINUSE.*\\. Choose another port`)
    )
    await new Promise((resolve) => other.close(resolve))
  })
})

describe("Slack's address", () => {
  const body = "command=%2Fmissing&text="
  const signed = (text: string, timestamp = Math.floor(Date.now() / 1_000), secret = SIGNING_SECRET) => ({
    "content-type": "application/x-www-form-urlencoded",
    "x-slack-request-timestamp": String(timestamp),
    "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${text}`).digest("hex")}`
  })
  const now = () => Math.floor(Date.now() / 1_000)

  it.each<[string, Record<string, string>, string]>([
    ["without a signature", {}, "not signed by Slack"],
    ["signed with another secret", signed(body, now(), "another-synthetic-secret"), "not signed by Slack"],
    ["whose body was changed since", signed("command=%2Ffound&text=", now()), "not signed by Slack"],
    ["signed an hour ago", signed(body, now() - 3_600), "dated too far from now"]
  ])("gives Bolt no request %s", (_, headers, why) =>
    live(
      Effect.gen(function* () {
        const heard: Array<string> = []
        const url = yield* serve({
          slack: (_request, response) => {
            heard.push("given to Bolt")
            response.end()
          },
          datedTooFar: () => void heard.push("dated too far")
        })
        const { status, type, text } = yield* ask(`${url}/slack/events`, { method: "POST", headers, body })
        expect([status, type, text]).toEqual([401, "text/plain", why])
        expect(heard).toEqual(why.startsWith("dated") ? ["dated too far"] : [])
      })
    )
  )

  it("gives Bolt a signed request once, whole", () =>
    live(
      Effect.gen(function* () {
        const bodies: Array<string> = []
        const url = yield* serve({
          slack: (_request, response, whole) => {
            bodies.push(String(whole))
            response.end("done")
          }
        })
        const send = (headers: Record<string, string>, text: string) =>
          ask(`${url}/slack/events`, { method: "POST", headers, body: text })
        const headers = signed(body)
        expect(yield* send(headers, body)).toMatchObject({ status: 200, text: "done" })
        expect(yield* send(headers, body)).toMatchObject({ status: 401, text: "received before" })
        expect(bodies).toEqual([body])
      })
    ))
})

it("a sender reads how long to wait, and people hear once of an unusable file of senders", () =>
  live(
    Effect.gen(function* () {
      const heard: Array<string | undefined> = []
      const url = yield* serve({
        intake: {
          senders: new SenderBook({ ...configuration.intake, sendersFile: "/nowhere/senders.json" }),
          take: async () => ({ ...jsonReply(429, {}), retryAfterSeconds: 20 }),
          refused: async () => undefined,
          unknownSender: async () => undefined,
          sendersFile: async (problem) => void heard.push(problem)
        }
      })
      const headers = { authorization: `Bearer ${INTAKE_TOKEN}`, "content-type": "application/json" }
      const report = ask(`${url}/intake/notifications`, { method: "POST", headers, body: "{}" })
      const { status, headers: answered } = yield* report
      expect([status, answered.get("retry-after")]).toEqual([429, "20"])
      expect(heard).toEqual(["The file of senders cannot be found."])
      yield* report
      expect(heard).toEqual(["The file of senders cannot be found."])
    })
  ))
