/** Requests of those who send notifications: who it is comes before the body, and the body is bounded. */
import type { IncomingMessage } from "node:http"
import { Result } from "effect"
import { credentialsIn, type IntakeHeaders, senderBySignature, senderByToken } from "../intake/authenticate.ts"
import { type Problem, problemReply, type Reply } from "../intake/Problem.ts"
import type { Sender, SenderBook } from "../intake/SenderBook.ts"
import { BodyRoom } from "./BodyRoom.ts"
import type { Connections } from "./Connections.ts"
import { BodyTooSlow, readBody } from "./readBody.ts"

/** A hundred times the largest notification. */
const MOST_BYTES = 256_000
/** A notification is one packet or two: a body that takes longer is stuck. Milliseconds. */
const BODY_WITHIN = 10_000
/** What half-sent bodies may hold together. */
const ROOM = 32_000_000

/** What the requests come to, and what has to be told of them. */
export interface Intake {
  readonly senders: SenderBook
  readonly take: (sender: Sender, body: Buffer) => Promise<Reply>
  /** A sender we know was refused before its body could be read. */
  readonly refused: (sender: Sender) => Promise<void>
  /** The same of schools' returns about children missing education; absent where none are taken. */
  readonly returns?: Pick<Intake, "take" | "refused">
  /** @param looksLikeReport whether it is JSON that came with some token or signature */
  readonly unknownSender: (looksLikeReport: boolean) => Promise<void>
  readonly sendersFile: (problem: string | undefined) => Promise<void>
}

const problems = {
  unauthorised: {
    status: 401,
    title: "Not authorised",
    detail: "Send the bearer token or the signature the council gave you. Nothing was recorded."
  },
  stale: {
    status: 401,
    title: "Signed too long ago",
    detail:
      "The timestamp of the signature is more than five minutes old. Nothing was recorded. Sign it again, and check your clock."
  },
  method: { status: 405, title: "Only POST is taken here", detail: "Send it with POST." },
  elsewhere: {
    status: 404,
    title: "Nothing is taken here",
    detail:
      "Send a notification to /intake/notifications, a school's return to /intake/education. Nothing was recorded."
  },
  tooSlow: { status: 408, title: "Too slow", detail: "It did not come whole in time. Send it again." },
  tooLarge: {
    status: 413,
    title: "Too large",
    detail: "What is taken here is far smaller than this. Nothing was recorded."
  },
  notJson: { status: 415, title: "Not JSON", detail: "Send content-type: application/json. Nothing was recorded." }
} satisfies Record<string, Problem>

const CARRIES_NOTHING = new Set(["GET", "HEAD", "OPTIONS"])

const wrongHeaders = ({ method, headers }: IncomingMessage): Problem | undefined => {
  if (method !== "POST") return problems.method
  return /^application\/json\b/i.test(headers["content-type"] ?? "") ? undefined : problems.notJson
}

/** Most likely a sender whose secret was changed on one side alone. */
const looksLikeReport = (request: IncomingMessage): boolean => {
  const { authorization, "x-safe-return-signature": signature } = request.headers
  return (authorization ?? signature) !== undefined && wrongHeaders(request) === undefined
}

const nowSeconds = () => Date.now() / 1000

export const intakeRequests = (connections: Connections) => {
  const room = new BodyRoom(ROOM)
  let problemBefore: string | undefined

  const senders = async (intake: Intake) => {
    const all = intake.senders.senders
    const { problem } = intake.senders
    if (problem !== problemBefore) await intake.sendersFile(problem)
    problemBefore = problem
    return all
  }

  const read = (request: IncomingMessage): Promise<Result.Result<Buffer, Problem>> =>
    readBody(request, { mostBytes: MOST_BYTES, within: BODY_WITHIN, room }).then(
      (body) => (body === undefined ? Result.fail(problems.tooLarge) : Result.succeed(body)),
      (failed) => {
        if (failed instanceof BodyTooSlow) return Result.fail(problems.tooSlow)
        throw failed
      }
    )

  /** @param isElsewhere whether it came to an address of nobody: a known sender that mistook it is refused aloud */
  return async (intake: Intake, request: IncomingMessage, isElsewhere = false): Promise<Reply> => {
    const wrongRequest = () => (isElsewhere ? problems.elsewhere : wrongHeaders(request))

    const unknown = async () => {
      if (isElsewhere) return problemReply(problems.elsewhere)
      await intake.unknownSender(looksLikeReport(request))
      return problemReply(problems.unauthorised)
    }

    const refuse = async (sender: Sender, problem: Problem) => {
      await intake.refused(sender)
      return problemReply(problem)
    }

    const withToken = async (sender: Sender) => {
      connections.proved(request.socket)
      const wrong = wrongRequest()
      if (wrong !== undefined) {
        return CARRIES_NOTHING.has(request.method ?? "") ? problemReply(wrong) : refuse(sender, wrong)
      }
      const body = await read(request).catch(async (gone) => {
        await intake.refused(sender)
        throw gone
      })
      return Result.isFailure(body) ? refuse(sender, body.failure) : intake.take(sender, body.success)
    }

    const withSignature = async (given: Parameters<typeof senderBySignature>[1]) => {
      const body = await read(request)
      if (Result.isFailure(body)) return problemReply(body.failure)
      const signed = senderBySignature(await senders(intake), given, body.success, nowSeconds())
      if (signed === undefined) return unknown()
      connections.proved(request.socket)
      const wrong = signed.isStale ? problems.stale : wrongRequest()
      return wrong === undefined ? intake.take(signed.sender, body.success) : refuse(signed.sender, wrong)
    }

    const credentials = credentialsIn(request.headers as IntakeHeaders)
    if (credentials === undefined) return unknown()
    if (credentials._tag === "Signature") return withSignature(credentials)
    const sender = senderByToken(await senders(intake), credentials.token)
    return sender === undefined ? unknown() : withToken(sender)
  }
}
