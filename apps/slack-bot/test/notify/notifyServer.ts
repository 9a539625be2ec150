/** GOV.UK Notify's documented API on this machine, as far as the bot asks it. Made-up people and numbers alone. */

import { createHmac, randomUUID } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { Redacted } from "effect"

const SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
const SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0"
export const API_KEY = `made_up_key-${SERVICE}-${SECRET}`

/** What every template of ours says, but one that is called bare. */
const BODY = "Case ((case_reference)): ((what_to_do))"

export interface Notification {
  readonly id: string
  readonly type: "email" | "sms"
  readonly to: string
  readonly template_id: string
  readonly personalisation: Readonly<Record<string, string>>
  readonly reference: string
  status: string
}

/** Signed with the key's secret, by our service, in the last 30 seconds: what Notify asks of a token. */
const isSigned = ({ headers }: IncomingMessage): boolean => {
  const [head = "", claims = "", signature] = (headers.authorization ?? "").replace("Bearer ", "").split(".")
  const signed = createHmac("sha256", SECRET).update(`${head}.${claims}`).digest("base64url")
  if (signed !== signature) return false
  const { iss, iat } = JSON.parse(Buffer.from(claims, "base64url").toString())
  return iss === SERVICE && Math.abs(Date.now() / 1000 - iat) <= 30
}

const bodyOf = async (request: IncomingMessage) => {
  const chunks: Array<Buffer> = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString())
}

const answer = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))

export const startNotify = async () => {
  const sent: Array<Notification> = []
  /** What is answered to the next sendings, in place of taking them. */
  const faults: Array<{ readonly status: number; readonly taken: boolean }> = []

  const take = (type: "email" | "sms", body: Record<string, never>): Notification => {
    const { template_id, personalisation, reference } = body
    const to = type === "email" ? body["email_address"] : body["phone_number"]
    const one = { id: randomUUID(), type, to: String(to), template_id, personalisation, reference } as never
    const notification: Notification = Object.assign(one, { status: "sending" })
    sent.push(notification)
    return notification
  }

  const server = createServer(async (request, response) => {
    if (!isSigned(request)) {
      const errors = [{ error: "AuthError", message: "Invalid token" }]
      return answer(response, 403, { status_code: 403, errors })
    }
    const url = new URL(request.url ?? "/", "http://notify")
    const [, , , last = ""] = url.pathname.split("/")
    if (request.method === "POST") {
      const fault = faults.shift()
      const body = await bodyOf(request)
      const taken = fault === undefined || fault.taken ? take(last as "email" | "sms", body) : undefined
      if (fault !== undefined) return answer(response, fault.status, { errors: [{ error: "MadeUpError" }] })
      return answer(response, 201, { id: taken?.id, reference: taken?.reference })
    }
    if (url.pathname.startsWith("/v2/template/")) {
      return last.startsWith("made-up")
        ? answer(response, 200, { id: last, body: last.includes("bare") ? "Ring us" : BODY })
        : answer(response, 404, { errors: [{ error: "NoResultFound" }] })
    }
    if (last === "") {
      const reference = url.searchParams.get("reference")
      return answer(response, 200, { notifications: sent.filter((one) => one.reference === reference), links: {} })
    }
    const found = sent.find(({ id }) => id === last)
    return found === undefined
      ? answer(response, 404, { errors: [{ error: "NoResultFound" }] })
      : answer(response, 200, found)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    sent,
    failNext: (status: number, taken = false) => void faults.push({ status, taken }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

const nobody = { email: [], sms: [] }

/** A council's settings for it: a duty telephone and the managers' mailbox. */
export const notifyFor = (apiUrl: string) => ({
  apiKey: Redacted.make(API_KEY),
  apiUrl,
  templates: { email: "made-up-email-template", sms: "made-up-sms-template" },
  addresses: {
    "missing-coordinator": nobody,
    "team-manager": { email: ["managers@council.example"], sms: [] },
    "head-of-service": nobody,
    "out-of-hours-duty": { email: [], sms: ["+447700900123"] }
  }
})
