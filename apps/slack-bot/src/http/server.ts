import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { type IncidentKind, Incidents, RecordStanding } from "@safe-return/outreach"
import type { BotConfiguration } from "@safe-return/settings"
import { Context, Effect, Layer, Redacted, Schema, type Scope } from "effect"
import type { HeartbeatReport } from "../heartbeat/Heartbeat.ts"
import { heartbeatReply } from "../heartbeat/heartbeatReply.ts"
import { type Problem, problemReply, type Reply } from "../intake/Problem.ts"
import { BodyRoom } from "./BodyRoom.ts"
import { Connections } from "./Connections.ts"
import { closing } from "./closing.ts"
import { type Intake, intakeRequests } from "./intakeRequests.ts"
import { BodyTooSlow, readBody } from "./readBody.ts"
import type { SlackListener } from "./slackReceiver.ts"
import { DATED_TOO_FAR, slackRequestGuard } from "./slackRequestGuard.ts"

/** We could not listen: most often another process has the port. */
export class ListenFailed extends Schema.TaggedError<ListenFailed>()("ListenFailed", {
  address: Schema.String,
  reason: Schema.String
}) {
  override get message() {
    return `Cannot listen on ${this.address}: ${this.reason}. Choose another port, or stop what is using it.`
  }
}

const send = (response: ServerResponse, { status, contentType, body, retryAfterSeconds }: Reply) => {
  const wait = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) }
  response
    .writeHead(status, { "content-type": contentType, "cache-control": "no-store", ...wait })
    .end(JSON.stringify(body))
}

const failed: Problem = {
  status: 500,
  title: "Something went wrong on our side",
  detail: "We cannot say that it was kept. Send it again: the same one is never recorded twice."
}

const tooSlow: Problem = { status: 408, title: "Too slow", detail: "The request did not come whole in time." }

/** Who answers at this moment: a start that waits for its journal, and then the running bot in its place. */
export interface Answering {
  /** Absent when Slack reaches us over a socket. */
  readonly slack?: SlackListener
  /** Told of each request that is refused because of its date. */
  readonly datedTooFar?: () => void
  /** Absent where nobody answers. */
  readonly intake?: Intake
  /** How the heartbeat is; undefined where none is set up, and absent while nothing beats. */
  readonly heartbeat?: () => Promise<HeartbeatReport | undefined>
}

const SLACK_PATH = "/slack/events"
const EDUCATION_PATH = "/intake/education"

/** Senders' systems add slashes, and write an address in letters of another case. */
const plainPath = (url: string): string =>
  url
    .replace(/\?.*/, "")
    .replace(/\/+/g, "/")
    .replace(/(?<=.)\/$/, "")
    .toLowerCase()

const pathOf = ({ url = "/" }: IncomingMessage): string => (url === SLACK_PATH ? url : plainPath(url))

interface ServerHealth {
  readonly hasStarted: boolean
  /** The kinds of the incidents that are open; no words, which would be for anybody to read. */
  readonly open: ReadonlyArray<IncidentKind>
  readonly isWritable: boolean
  readonly isShadow: boolean
}

type AskStanding = () => Promise<ServerHealth>

const sendHealth = (response: ServerResponse, { isWritable, isShadow, open }: ServerHealth) => {
  const lines = [isWritable ? "up" : "nothing can be recorded", ...(isShadow ? ["shadow"] : []), ...open]
  const head = { "content-type": "text/plain", "cache-control": "no-store" }
  response.writeHead(isWritable ? 200 : 503, head).end(`${lines.join("\n")}\n`)
}

const sendReadiness = (response: ServerResponse, { hasStarted, isWritable, open }: ServerHealth) => {
  const isReady = hasStarted && isWritable
  const because = hasStarted ? open : ["starting", ...open]
  send(response, {
    status: isReady ? 200 : 503,
    contentType: "application/json",
    body: isReady ? { ready: true } : { ready: false, because }
  })
}

/** Nobody answers any more, or not yet. */
const closed: Answering = {}

const nowSeconds = () => Date.now() / 1000

/** Headers come in one packet, and Slack waits three seconds for its answer. Milliseconds. */
const TIMES = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 }
const SLACK_BODY_WITHIN = 5_000
/** What Slack's bodies that are not whole yet may hold together; the intake has room of its own. */
const SLACK_ROOM = 32_000_000

/** One server: Slack, notifications, schools' returns, `/health` (can anything be recorded) and `/ready` (are reports taken). */
const listen = (configuration: BotConfiguration, answering: () => Answering | undefined, standing: AskStanding) => {
  const guard = slackRequestGuard(Redacted.value(configuration.slack.signingSecret))
  const slackRoom = new BodyRoom(SLACK_ROOM)

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = pathOf(request)
    if (path === "/health") return sendHealth(response, await standing())
    if (path === "/ready") return sendReadiness(response, await standing())
    const { slack, datedTooFar, intake, heartbeat } = answering() ?? closed
    if (path === "/heartbeat") return send(response, heartbeatReply(await heartbeat?.()))
    const intakeHere = path === EDUCATION_PATH ? intake?.returns && { ...intake, ...intake.returns } : intake
    if (path === "/intake/notifications" || path === EDUCATION_PATH) {
      send(response, intakeHere === undefined ? problemReply(failed) : await answerIntake(intakeHere, request))
      // What is still being sent is read to nowhere, so that the answer arrives; the time of a request bounds it.
      if (!request.readableEnded) request.resume()
      return
    }
    if (path === SLACK_PATH && slack !== undefined) {
      const early = guard.refusalByHeaders(request.headers, nowSeconds())
      if (early === DATED_TOO_FAR) datedTooFar?.()
      if (early !== undefined) return void response.writeHead(401, { "content-type": "text/plain" }).end(early)
      const body = await readBody(request, { within: SLACK_BODY_WITHIN, room: slackRoom })
      if (body === undefined) return void response.writeHead(413).end()
      const refusal = guard.refusal(request.headers, body, nowSeconds())
      if (refusal !== undefined) return void response.writeHead(401, { "content-type": "text/plain" }).end(refusal)
      connections.proved(request.socket)
      return slack(request, response, body)
    }
    if (intake === undefined) return void response.writeHead(404).end()
    send(response, await answerIntake(intake, request, true))
    if (!request.readableEnded) request.resume()
  }

  const server = createServer(TIMES, (request, response) => {
    handle(request, response).catch((cause) => {
      if (!response.headersSent) send(response, problemReply(cause instanceof BodyTooSlow ? tooSlow : failed))
    })
  })
  const connections = new Connections(server)
  const answerIntake = intakeRequests(connections)

  const close = closing(server)

  const { host, port } = configuration.listen
  return Effect.acquireRelease(
    Effect.callback<string, ListenFailed>((resume) => {
      server.once("error", (error) =>
        resume(Effect.fail(new ListenFailed({ address: `${host}:${port}`, reason: error.message })))
      )
      server.listen(port, host, () => {
        const address = server.address() as AddressInfo
        resume(Effect.succeed(`http://${host}:${address.port}`))
      })
    }),
    () => close
  )
}

/** The one server of a process, whichever part answers. */
export class HttpServer extends Context.Service<
  HttpServer,
  {
    /** Answers until the scope closes, in place of the part that did before; gives where it listens. */
    readonly serve: (answering: Answering) => Effect.Effect<string, ListenFailed, Scope.Scope>
    /** The start is complete: reports are taken. */
    readonly started: Effect.Effect<void, never, Scope.Scope>
  }
>()("@safe-return/slack-bot/HttpServer") {
  static readonly layer = (configuration: BotConfiguration) =>
    Layer.effect(
      HttpServer,
      Effect.gen(function* () {
        const incidents = yield* Incidents
        const standing = yield* RecordStanding
        let answering: Answering | undefined
        let hasStarted = false
        let url: string | undefined
        const run = Effect.runPromiseWith(yield* Effect.context<never>())
        const ask: AskStanding = () =>
          run(
            Effect.map(Effect.all([incidents.open, standing.isWritable]), ([open, isWritable]) => ({
              hasStarted,
              isWritable,
              isShadow: configuration.isShadow === true,
              open: [...new Set(open.map(({ kind }) => kind))]
            }))
          )
        const listening = Effect.gen(function* () {
          yield* Effect.addFinalizer(() =>
            Effect.sync(() => {
              url = undefined
            })
          )
          url = yield* listen(configuration, () => answering, ask)
          return url
        })
        return HttpServer.of({
          serve: Effect.fn("HttpServer.serve")(function* (next) {
            const before = answering
            yield* Effect.acquireRelease(
              Effect.sync(() => {
                answering = next
              }),
              () =>
                Effect.sync(() => {
                  answering = before
                })
            )
            return url ?? (yield* listening)
          }),
          started: Effect.asVoid(
            Effect.acquireRelease(
              Effect.sync(() => {
                hasStarted = true
              }),
              () =>
                Effect.sync(() => {
                  hasStarted = false
                })
            )
          )
        })
      })
    )
}
