import { Effect, Exit, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type Envelope, openConnection } from "../../src/slack/SocketConnection.ts"
import { waitUntil } from "../endToEnd/slackReading.ts"
import { APP_TOKEN, CHANNEL, people, startCouncilWorkspace } from "../endToEnd/trainingCouncil.ts"

let workspace: Awaited<ReturnType<typeof startCouncilWorkspace>>
beforeEach(async () => {
  workspace = await startCouncilWorkspace()
})
afterEach(() => workspace.close())

const address = async (): Promise<string> => {
  const headers = { authorization: `Bearer ${APP_TOKEN}` }
  const answer = await fetch(`${workspace.slackApiUrl}apps.connections.open`, { method: "POST", headers })
  return ((await answer.json()) as { readonly url: string }).url
}

/** An app that answers when the test says so. */
const openApp = async () => {
  const received: Array<{ readonly envelope: Envelope; readonly answer: (payload: unknown) => Promise<void> }> = []
  const connection = await Effect.runPromise(
    openConnection(await address(), (envelope, answer) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      received.push({ envelope, answer: (payload) => answer(payload).then(resolve) })
      return promise
    })
  )
  return { connection, received }
}

const command = () => workspace.person(people.manager).command(CHANNEL, "/rhi", "queue")

test("a delivery is taken and its answer given on the same connection", async () => {
  const { connection, received } = await openApp()
  const sent = command()
  await waitUntil(async () => received.length === 1)
  expect(received[0]?.envelope).toMatchObject({ type: "slash_commands", payload: { command: "/rhi" } })
  await received[0]?.answer("Nothing waits.")
  expect(await sent).toMatchObject({ outcome: "acknowledged", body: { text: "Nothing waits." } })
  await Effect.runPromise(connection.close)
})

test("a warned connection still receives, and one about to be refreshed does not", async () => {
  const { connection, received } = await openApp()
  workspace.app.disconnect("warning")
  expect(await Effect.runPromise(connection.ending)).toBe("warning")
  expect(connection.receives()).toBe(true)
  const sent = command()
  await waitUntil(async () => received.length === 1)
  await received[0]?.answer({ text: "Still here." })
  expect(await sent).toMatchObject({ outcome: "acknowledged", body: { text: "Still here." } })
  workspace.app.disconnect("refresh_requested")
  await waitUntil(async () => !connection.receives())
  await Effect.runPromise(connection.close)
})

test("a connection closes once what it received is answered, and takes nothing more", async () => {
  const { connection, received } = await openApp()
  const sent = command()
  await waitUntil(async () => received.length === 1)
  const closing = Effect.runPromise(connection.close)
  const late = command()
  // What comes while it closes has to have come.
  await new Promise((resolve) => setTimeout(resolve, 50))
  await received[0]?.answer("Done.")
  await closing
  expect(await sent).toMatchObject({ outcome: "acknowledged", body: { text: "Done." } })
  expect(await late).toMatchObject({ outcome: "dispatch_failed" })
  expect(received).toHaveLength(1)
  expect(workspace.app.connections).toBe(0)
})

test("an answer whose connection broke fails nothing", async () => {
  const { connection, received } = await openApp()
  void command()
  await waitUntil(async () => received.length === 1)
  workspace.app.breakConnections()
  expect(await Effect.runPromise(connection.ending)).toBe("closed_1006")
  await received[0]?.answer("Too late.")
  await Effect.runPromise(connection.close)
})

test("an app that fails at a delivery keeps its connection, and the delivery is not acknowledged", async () => {
  const connection = await Effect.runPromise(
    openConnection(await address(), () => Promise.reject(new Error("made up")))
  )
  const sent = command()
  await Effect.runPromise(Effect.andThen(Effect.sleep(50), connection.close))
  expect(await sent).toMatchObject({ outcome: "dispatch_failed" })
})

test.each([
  ["handshake refused", "http_503"],
  ["too many", "too_many_websockets"],
  ["handshake unanswered", "no hello"],
  ["no hello", "no hello"]
] as const)("an opening that fails says how: %s", async (fault, reason) => {
  workspace.faults.planConnection({ fault })
  const url = await address()
  const opened = Effect.gen(function* () {
    const opening = yield* Effect.forkChild(Effect.flip(openConnection(url, async () => {})))
    // The handshake is this machine's own; what is waited for after it is the test clock's.
    yield* Effect.promise(() => new Promise((resolve) => setTimeout(resolve, 100)))
    yield* TestClock.adjust("10 seconds")
    return yield* Fiber.join(opening)
  })
  expect(await Effect.runPromise(Effect.provide(opened, TestClock.layer()))).toMatchObject({ reason })
})

test.each(["", "not an address", "ftp://slack.example", "ws://127.0.0.1:1/"])(
  "an address that leads nowhere is a failure: “%s”",
  async (url) => {
    expect(Exit.isFailure(await Effect.runPromiseExit(openConnection(url, async () => {})))).toBe(true)
  }
)

test("only a connection that leaves three pings unanswered is given up", async () => {
  const [hung, living] = [await openApp(), await openApp()]
  workspace.app.hangConnections("oldest")
  const beating = Effect.gen(function* () {
    yield* Effect.forkChild(hung.connection.heartbeat)
    yield* Effect.forkChild(living.connection.heartbeat)
    for (let beats = 0; beats < 4; beats += 1) {
      yield* Effect.yieldNow
      yield* TestClock.adjust("2 seconds")
      // A pong takes as long as this machine's network.
      yield* Effect.promise(() => new Promise((resolve) => setTimeout(resolve, 50)))
    }
    return yield* hung.connection.ending
  })
  expect(await Effect.runPromise(Effect.provide(beating, TestClock.layer()))).toBe("no_answer_to_pings")
  expect(living.connection.receives()).toBe(true)
  await Effect.runPromise(living.connection.close)
})
