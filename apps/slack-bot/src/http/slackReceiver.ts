/** Hands Bolt what Slack sends over HTTP. Bolt's own receiver would route, read and check each request once more. */
import type { IncomingMessage, ServerResponse } from "node:http"
import { type App, type Receiver, type ReceiverEvent, ReceiverMultipleAckError } from "@slack/bolt"
import { Result } from "effect"
import type { Installation } from "../slack/OurInstallation.ts"
import { bytesOf } from "./answerBytes.ts"
import { slackRefusals } from "./slackRefusals.ts"

/** Slack waits no longer. Milliseconds. */
const ANSWERED_WITHIN = 3_000

/** Takes a signed request of Slack's, with its body. */
export type SlackListener = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void

const sendJson = (response: ServerResponse, bytes: Buffer) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length }).end(bytes)
}

const acknowledgement = (response: ServerResponse): ReceiverEvent["ack"] => {
  let isAcknowledged = false
  const tooLate = setTimeout(() => {
    if (!response.headersSent) response.writeHead(404).end()
  }, ANSWERED_WITHIN)
  return async (answer) => {
    if (isAcknowledged) throw new ReceiverMultipleAckError()
    isAcknowledged = true
    clearTimeout(tooLate)
    if (answer === undefined || answer === "") response.writeHead(200).end()
    else if (typeof answer === "string") response.writeHead(200).end(answer)
    else sendJson(response, bytesOf(answer))
  }
}

const headerOf = (value: string | ReadonlyArray<string> | undefined): string | undefined =>
  typeof value === "string" ? value : value?.[0]

const retryOf = ({ headers }: IncomingMessage): Pick<ReceiverEvent, "retryNum" | "retryReason"> => {
  const number = headerOf(headers["x-slack-retry-num"])
  const retryReason = headerOf(headers["x-slack-retry-reason"])
  return {
    ...(number === undefined ? {} : { retryNum: Number.parseInt(number, 10) }),
    ...(retryReason === undefined ? {} : { retryReason })
  }
}

/** It opens no server itself: `server.ts` has the one there is, and has checked each signature. */
export const slackReceiver = (
  ours: () => Installation | undefined,
  refused: (why: string) => void
): Receiver & { readonly listener: SlackListener } => {
  let app: App | undefined
  const judge = slackRefusals(ours, refused)
  const nothing = () => Promise.resolve()
  return {
    init: (initialised) => {
      app = initialised
    },
    start: nothing,
    stop: nothing,
    listener: (request, response, body) => {
      if (request.method !== "POST") return void response.writeHead(404).end()
      const read = judge(request.headers["content-type"], body.toString("utf8"))
      if (Result.isFailure(read)) {
        const { status, why } = read.failure
        return void response.writeHead(status, { "content-type": "text/plain" }).end(why)
      }
      const payload = read.success
      if (payload["ssl_check"] === "1") return void response.writeHead(200).end()
      if (payload["type"] === "url_verification") {
        return sendJson(response, Buffer.from(JSON.stringify({ challenge: payload["challenge"] })))
      }
      const failed = () => {
        if (!response.headersSent) response.writeHead(500).end()
      }
      // Bolt has logged what failed.
      app?.processEvent({ body: payload, ack: acknowledgement(response), ...retryOf(request) }).catch(failed)
    }
  }
}
