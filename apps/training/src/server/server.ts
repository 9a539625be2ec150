/** The training server: the page, its API and its stream of changes, for this machine only. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { definedFields } from "@safe-return/domain/definedFields"
import { readBody } from "@safe-return/slack-bot"
import { Effect } from "effect"
import type { ScenarioPlayer } from "../scenarios/ScenarioPlayer.ts"
import { TrainingHost } from "../workspace/TrainingHost.ts"
import { answer } from "./api.ts"
import { builtPage } from "./builtPage.ts"
import { streamChanges } from "./changes.ts"
import { forwardToIntake, intakeAt } from "./handlers/intake.ts"
import { refusalOf } from "./isFromThePage.ts"
import { listenOnLoopback } from "./listen.ts"
import { offeredByManifest } from "./manifest.ts"
import { pageFile } from "./pageFiles.ts"

/** What the intake reads of a request. */
const forwarded = /^(authorization|content-type|x-safe-return-.*)$/

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
  response.end(JSON.stringify(body))
}

/** Serves until the scope closes; the address it listens at. */
export const serveTraining = Effect.fn("serveTraining")(function* (askedPort: string | undefined) {
  const host = yield* TrainingHost
  const offered = yield* offeredByManifest
  const folder = yield* builtPage
  const run = Effect.runPromiseWith(yield* Effect.context<TrainingHost | ScenarioPlayer>())
  let port = 0

  const servePage = async (path: string, response: ServerResponse) => {
    const file = await pageFile(folder, path)
    if (file === undefined) return sendJson(response, 404, { ok: false, problem: "There is no such file." })
    response.writeHead(200, file.headers).end(file.content)
  }

  /** Another program sends this, so it needs neither our page's headers nor their answers: the bot's are documented. */
  const serveIntake = async (
    intake: NonNullable<ReturnType<typeof intakeAt>>,
    request: IncomingMessage,
    response: ServerResponse
  ) => {
    const { method = "GET" } = request
    const hasBody = method !== "GET" && method !== "HEAD"
    const body = hasBody ? await readBody(request) : undefined
    if (hasBody && body === undefined)
      return sendJson(response, 413, { ok: false, problem: "That is too much at once." })
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(
        (header): header is [string, string] => forwarded.test(header[0]) && typeof header[1] === "string"
      )
    )
    const answer = await run(
      forwardToIntake(intake, { method, headers, ...definedFields({ body: body?.toString("utf8") }) })
    )
    const told = ["content-type", "retry-after", "allow"].flatMap((name) => {
      const value = answer.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    })
    response.writeHead(answer.status, Object.fromEntries(told)).end(await answer.text())
  }

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const method = request.method ?? "GET"
    const url = new URL(request.url ?? "/", `http://127.0.0.1:${port}`)
    const intake = intakeAt(url.pathname)
    // What is sent here proves itself by its token, which no other page can send here.
    const refusal = refusalOf({ method: intake !== undefined ? "GET" : method, headers: request.headers, port })
    if (refusal !== undefined) return sendJson(response, 403, { ok: false, problem: refusal })
    if (intake !== undefined) return serveIntake(intake, request, response)
    if (url.pathname === "/api/changes") return streamChanges(request, response, host.onChange)
    if (!url.pathname.startsWith("/api/")) return servePage(url.pathname, response)
    const body = await readBody(request)
    if (body === undefined) return sendJson(response, 413, { ok: false, problem: "That is too much at once." })
    const reply = await run(answer({ method, url, body: body.toString("utf8") }, offered))
    sendJson(response, reply.status, reply.body)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => {
      if (!response.headersSent) sendJson(response, 500, { ok: false, problem: "The training server stumbled." })
    })
  })
  port = yield* listenOnLoopback(server, askedPort)
  yield* Effect.addFinalizer(() =>
    Effect.callback<void>((resume) => {
      server.close(() => resume(Effect.void))
      server.closeAllConnections()
    })
  )
  return `http://127.0.0.1:${port}`
})
