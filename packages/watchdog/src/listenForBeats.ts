/** Asks the bot for its heartbeat, or takes the beats that it sends. */
import { createHash, timingSafeEqual } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { Effect, Redacted, Schema } from "effect"
import type { HeartbeatReport } from "./judge.ts"

/** How long the bot may take to answer, in milliseconds. */
const PATIENCE = 10_000

const Report = Schema.Struct({
  beating: Schema.Boolean,
  ageSeconds: Schema.NullOr(Schema.Number.check(Schema.isGreaterThanOrEqualTo(0)))
})

const nothing = (reason: string): HeartbeatReport => ({ _tag: "Nothing", reason })

/** What is no report of the bot, as the page of a proxy before it, is nothing heard. */
export const askForBeat = (url: string): Effect.Effect<HeartbeatReport> =>
  Effect.tryPromise({
    try: async () => {
      const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE) })
      const body = answer.status === 200 || answer.status === 503 ? await answer.json() : undefined
      return { status: answer.status, body }
    },
    catch: () => "no answer"
  }).pipe(
    Effect.map(({ status, body }): HeartbeatReport => {
      const report = Schema.decodeUnknownOption(Report)(body)
      if (report._tag === "None") return nothing(`HTTP ${status}, and no report of its heartbeat`)
      const { ageSeconds } = report.value
      return ageSeconds === null
        ? nothing("it has not beaten since it started")
        : { _tag: "Beat", age: ageSeconds * 1_000 }
    }),
    Effect.catch((reason) => Effect.succeed(nothing(reason)))
  )

const digest = (text: string) => createHash("sha256").update(text).digest()

/** More than any beat says. */
const MOST_BYTES = 10_000

/** Takes beats as healthchecks.io does, at an address that holds the token; anything else is not found. */
export const takeBeats = (
  { host, port, token }: { readonly host: string; readonly port: number; readonly token: Redacted.Redacted },
  hear: (heard: HeartbeatReport) => void
) => {
  const expected = digest(Redacted.value(token))
  const server = createServer((request, response) => {
    const [, given = "", what = ""] = (request.url ?? "/").split("?")[0]?.split("/") ?? []
    const chunks: Array<Buffer> = []
    let size = 0
    request.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size <= MOST_BYTES) chunks.push(chunk)
    })
    request.once("error", () => {})
    request.once("end", () => {
      if (!timingSafeEqual(digest(given), expected) || !["", "start", "fail", "log"].includes(what)) {
        // By these words the bot's doctor knows that the address is wrong.
        response.writeHead(404, { "content-type": "text/plain" }).end("(not found)")
        return
      }
      const words = Buffer.concat(chunks).toString().replaceAll(/\s+/g, " ").slice(0, 500)
      // A start is no beat, nor is what a person sends to the log while setting up.
      if (what === "") hear({ _tag: "Beat", age: 0 })
      if (what === "fail") hear({ _tag: "Failing", words: words === "" ? "it does not say why" : words })
      response.writeHead(200, { "content-type": "text/plain" }).end("OK")
    })
  })
  server.requestTimeout = PATIENCE
  return Effect.acquireRelease(
    Effect.callback<number, Error>((resume) => {
      server.once("error", (error) => resume(Effect.fail(error)))
      server.listen(port, host, () => resume(Effect.succeed((server.address() as AddressInfo).port)))
    }),
    () =>
      Effect.callback<void>((resume) => {
        server.closeAllConnections()
        server.close(() => resume(Effect.void))
      })
  )
}
