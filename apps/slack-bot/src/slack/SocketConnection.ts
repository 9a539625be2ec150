/** One Socket Mode connection by `ws`: Slack's own client closes at the first warning, under answers not yet sent. */
import { Deferred, Duration, Effect, Result, Schema } from "effect"
import WebSocket from "ws"
import { SlackFailed } from "./SlackApi.ts"

/** How long Slack may take from our handshake to its hello. A working choice, as long as for any other call. */
const HELLO_WITHIN = Duration.seconds(10)

/** How often the other end is asked whether it is there; Slack's own client asks as often. */
const PING_EVERY = Duration.seconds(2)

/** So many questions in a row without an answer mean that nobody is there: counted, so that a busy moment of ours is not. */
const UNANSWERED = 3

/** Slack waits three seconds for the answer to a delivery: nobody waits longer for it. */
export const ANSWER_WITHIN = Duration.seconds(3)

/** How long the other end may take to say goodbye. */
const GOODBYE_WITHIN = Duration.seconds(1)

/** Larger than anything Slack sends; smaller than what would fill the memory. */
const MOST_BYTES = 4_000_000

/** What Slack delivers: an event, a command, or something pressed or sent in Slack. */
export const Envelope = Schema.Struct({
  type: Schema.String,
  envelope_id: Schema.String,
  payload: Schema.Record(Schema.String, Schema.Unknown),
  retry_attempt: Schema.optionalKey(Schema.NullOr(Schema.Number)),
  retry_reason: Schema.optionalKey(Schema.NullOr(Schema.String))
})
export type Envelope = typeof Envelope.Type

const Frame = Schema.fromJsonString(
  Schema.Union([
    Schema.Struct({ type: Schema.Literal("hello") }),
    Schema.Struct({ type: Schema.Literal("disconnect"), reason: Schema.optionalKey(Schema.String) }),
    Envelope
  ])
)
const readFrame = Schema.decodeUnknownResult(Frame)

/** Takes a delivery; `answer` never fails: where the connection is gone by then, Slack has nobody to tell. */
export type Receive = (envelope: Envelope, answer: (payload: unknown) => Promise<void>) => Promise<void>

export interface SocketConnection {
  /** Returns once another one has to take its place, with Slack's reason or ours. It may still receive for a while. */
  readonly ending: Effect.Effect<string>
  /** Returns once it is closed. */
  readonly gone: Effect.Effect<void>
  /** Whether Slack may send something by it. */
  readonly receives: () => boolean
  /** Asks again and again whether the other end is there, until it is closed. */
  readonly heartbeat: Effect.Effect<void>
  /** Closes it once what was received is answered; takes nothing more, and a few seconds at most. */
  readonly close: Effect.Effect<void>
}

const failed = (reason: string) => new SlackFailed({ method: "Socket Mode", reason })

const payloadOf = (answer: unknown): object => {
  if (typeof answer === "string") return { text: answer }
  return typeof answer === "object" && answer !== null ? answer : {}
}

const reasonOfError = (error: Error & { readonly code?: unknown }): string =>
  typeof error.code === "string" ? error.code : error.message

const connectionOf = (socket: WebSocket, receive: Receive, log: (sentence: string) => void) => {
  const hello = Deferred.makeUnsafe<void, SlackFailed>()
  const ending = Deferred.makeUnsafe<string>()
  const gone = Deferred.makeUnsafe<void>()
  const answered = new Set<() => void>()
  const underway = new Set<string>()
  let unanswered = 0
  let isClosing = false
  let toldToLeave = false

  const end = (reason: string) => {
    Deferred.doneUnsafe(hello, Effect.fail(failed(reason)))
    Deferred.doneUnsafe(ending, Effect.succeed(reason))
  }

  const settle = (id: string) => {
    underway.delete(id)
    if (underway.size === 0) for (const tell of answered) tell()
  }

  const answerTo = (id: string) => async (answer: unknown) => {
    if (socket.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify({ envelope_id: id, payload: payloadOf(answer) }), () => {})
    } else log("An answer could not be given to Slack: the connection it belongs to is gone.")
    settle(id)
  }

  const heard = () => {
    unanswered = 0
  }

  const read = (text: string) => {
    const frame = Result.getOrUndefined(readFrame(text))
    if (frame === undefined) return log("Something came from Slack by Socket Mode that cannot be read.")
    if ("envelope_id" in frame) {
      // What comes while we leave goes to another connection or instance, or is tried again by the person.
      if (isClosing) return
      const { envelope_id: id, type } = frame
      underway.add(id)
      // Not acknowledged: Slack sends an event again, and tells a person that it did not work.
      const notTaken = (cause: unknown) => log(`A delivery of Slack's (${type}) could not be taken: ${cause}`)
      return void receive(frame, answerTo(id))
        .catch(notTaken)
        .finally(() => settle(id))
    }
    if (frame.type === "hello") return void Deferred.doneUnsafe(hello, Effect.void)
    const reason = frame.reason ?? "disconnect"
    if (reason !== "warning") toldToLeave = true
    end(reason)
  }

  socket.on("message", (data, isBinary) => {
    heard()
    if (!isBinary) read(String(data))
  })
  socket.on("ping", heard)
  socket.on("pong", heard)
  socket.on("unexpected-response", (request, response) => {
    end(`http_${response.statusCode}`)
    request.destroy()
  })
  socket.on("error", (error) => end(reasonOfError(error)))
  socket.on("close", (code) => {
    end(`closed_${code}`)
    Deferred.doneUnsafe(gone, Effect.void)
    for (const id of underway) settle(id)
  })

  const beat = Effect.sync(() => {
    if (socket.readyState !== WebSocket.OPEN) return
    if (unanswered >= UNANSWERED) {
      end("no_answer_to_pings")
      return socket.terminate()
    }
    unanswered += 1
    socket.ping()
  })

  const allAnswered = Effect.callback<void>((resume) => {
    if (underway.size === 0) return resume(Effect.void)
    const tell = () => resume(Effect.void)
    answered.add(tell)
    return Effect.sync(() => answered.delete(tell))
  })

  const connection: SocketConnection = {
    ending: Deferred.await(ending),
    gone: Deferred.await(gone),
    receives: () => socket.readyState === WebSocket.OPEN && !toldToLeave && !isClosing,
    heartbeat: Effect.raceFirst(Effect.forever(Effect.andThen(Effect.sleep(PING_EVERY), beat)), Deferred.await(gone)),
    close: Effect.gen(function* () {
      isClosing = true
      yield* Effect.timeoutOption(allAnswered, ANSWER_WITHIN)
      socket.close(1000)
      yield* Effect.timeoutOption(Deferred.await(gone), GOODBYE_WITHIN)
      socket.terminate()
    })
  }
  return { connection, hello: Deferred.await(hello) }
}

/** Opens a connection at an address Slack has given; returns once Slack has said hello on it. */
export const openConnection = Effect.fnUntraced(function* (url: string, receive: Receive) {
  const socket = yield* Effect.try({
    try: () => new WebSocket(url, { handshakeTimeout: Duration.toMillis(HELLO_WITHIN), maxPayload: MOST_BYTES }),
    catch: () => failed("no address to connect to")
  })
  const run = Effect.runForkWith(yield* Effect.context<never>())
  const log = (sentence: string) => void run(Effect.logWarning(sentence))
  const { connection, hello } = connectionOf(socket, receive, log)
  const cut = Effect.sync(() => socket.terminate())
  yield* Effect.timeoutOrElse(hello, {
    duration: HELLO_WITHIN,
    orElse: () => Effect.fail(failed("no hello"))
  }).pipe(
    Effect.tapError(() => cut),
    Effect.onInterrupt(() => cut)
  )
  return connection
})
