import { Incidents } from "@safe-return/outreach"
import { Deferred, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { expect, test } from "vitest"
import { keepConnected } from "../../src/slack/keepConnected.ts"
import { SlackFailed } from "../../src/slack/SlackApi.ts"
import type { SocketConnection } from "../../src/slack/SocketConnection.ts"

/** Slack as the supervision meets it: each attempt is answered as the test has it, each connection ended by the test. */
const makeSlack = () => {
  const opened: Array<ReturnType<typeof open>> = []
  let refuses: ((attempt: number) => SlackFailed | undefined) | undefined
  let attempts = 0

  const open = () => {
    const ending = Deferred.makeUnsafe<string>()
    const gone = Deferred.makeUnsafe<void>()
    let receives = true
    let isClosed = false
    const connection: SocketConnection = {
      ending: Deferred.await(ending),
      gone: Deferred.await(gone),
      receives: () => receives,
      heartbeat: Deferred.await(gone),
      close: Effect.sync(() => {
        receives = false
        isClosed = true
        Deferred.doneUnsafe(gone, Effect.void)
      })
    }
    return {
      connection,
      isClosed: () => isClosed,
      /** Slack asks for another one; this one receives on. */
      warn: () => Deferred.doneUnsafe(ending, Effect.succeed("warning")),
      end: (reason = "closed_1006") => {
        receives = false
        Deferred.doneUnsafe(ending, Effect.succeed(reason))
        Deferred.doneUnsafe(gone, Effect.void)
      }
    }
  }

  const connect = Effect.suspend(() => {
    attempts += 1
    const failed = refuses?.(attempts)
    if (failed !== undefined) return Effect.fail(failed)
    const one = open()
    opened.push(one)
    return Effect.succeed(one.connection)
  })
  return {
    connect,
    opened,
    attempts: () => attempts,
    refuse: (how: typeof refuses) => {
      refuses = how
    },
    receiving: () => opened.filter(({ connection }) => connection.receives()).length
  }
}

type Slack = ReturnType<typeof makeSlack>

const failure = (reason: string, retryAfterSeconds?: number) =>
  new SlackFailed({
    method: "apps.connections.open",
    reason,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds })
  })

const supervised = <A, E>(test: (slack: Slack) => Effect.Effect<A, E, Incidents>, slack = makeSlack()) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        yield* keepConnected(slack.connect)
        yield* settle
        return yield* test(slack)
      })
    ).pipe(Effect.provide(Layer.mergeAll(Incidents.layer, TestClock.layer())))
  )

/** Everything that can happen without time passing. */
const settle = TestClock.adjust("1 millis")

const openIncidents = Effect.flatMap(Incidents, ({ open }) => open)
const endedIncidents = Effect.flatMap(Incidents, ({ ended }) => ended)

test("two connections are kept, and a warned one receives until it has a successor and ends", () =>
  supervised((slack) =>
    Effect.gen(function* () {
      expect(slack.receiving()).toBe(2)
      yield* TestClock.adjust("1 hour")
      slack.opened[0]?.warn()
      yield* settle
      expect(slack.opened).toHaveLength(3)
      expect(slack.receiving()).toBe(3)
      // One that Slack forgets to end is closed in the end.
      yield* TestClock.adjust("30 seconds")
      expect(slack.opened[0]?.isClosed()).toBe(true)
      expect(slack.receiving()).toBe(2)
      expect(yield* openIncidents).toEqual([])
    })
  ))

test("a connection that breaks is replaced at once, while the other receives", () =>
  supervised((slack) =>
    Effect.gen(function* () {
      yield* TestClock.adjust("1 hour")
      slack.opened[1]?.end()
      yield* settle
      expect(slack.receiving()).toBe(2)
    })
  ))

test("a connection that breaks again and again is opened less and less often", () =>
  supervised((slack) =>
    Effect.gen(function* () {
      for (let seconds = 0; seconds < 300; seconds += 1) {
        for (const one of slack.opened) one.end()
        yield* TestClock.adjust("1 second")
      }
      // Two connections, once in 15 to 30 seconds, and some quicker tries at first.
      expect(slack.attempts()).toBeLessThan(60)
      expect(slack.attempts()).toBeGreaterThan(20)
    })
  ))

const passing = [
  ["an HTTP error", failure("http_500")],
  ["a broken connection", failure("ECONNRESET")],
  ["no name", failure("ENOTFOUND")],
  ["a page of a proxy", failure("unreadable answer: no JSON")],
  ["too much at once", failure("ratelimited", 30)],
  ["a code nobody knows", failure("made_up_code")],
  ["too many connections", failure("too_many_websockets")],
  ["no hello", failure("no hello")]
] as const

test.each(passing)("%s for minutes is an incident after a minute, ended once a connection lasts", (_, failed) =>
  supervised((slack) =>
    Effect.gen(function* () {
      yield* TestClock.adjust("1 hour")
      slack.refuse(() => failed)
      for (const one of slack.opened) one.end()
      yield* TestClock.adjust("55 seconds")
      expect(yield* openIncidents).toEqual([])
      yield* TestClock.adjust("10 seconds")
      const [incident, ...more] = yield* openIncidents
      expect(more).toEqual([])
      expect(incident).toMatchObject({ kind: "socket-away", duty: { inChannel: true } })
      expect(incident?.what).toContain(failed.reason)
      slack.refuse(undefined)
      yield* TestClock.adjust("2 minutes")
      expect(slack.receiving()).toBe(2)
      expect(yield* openIncidents).toEqual([])
      expect(yield* endedIncidents).toMatchObject([{ kind: "socket-away" }])
    })
  )
)

test.each(["invalid_auth", "account_inactive", "token_revoked", "missing_scope"])(
  "%s at a refresh is an incident at once, and the other connection is named",
  (reason) =>
    supervised((slack) =>
      Effect.gen(function* () {
        yield* TestClock.adjust("1 hour")
        slack.refuse(() => failure(reason))
        slack.opened[0]?.end("refresh_requested")
        yield* settle
        const [incident] = yield* openIncidents
        expect(incident?.what).toContain(`(${reason}). It still has 1,`)
        expect(incident?.duty).toBeUndefined()
        slack.opened[1]?.end("refresh_requested")
        yield* settle
        expect((yield* openIncidents)[0]?.duty?.sentence).toContain("by telephone")
        slack.refuse(undefined)
        yield* TestClock.adjust("1 minute")
        expect(yield* openIncidents).toEqual([])
      })
    )
)

test("Socket Mode turned off is an incident at once, with the remedy, until it is on again", () =>
  supervised((slack) =>
    Effect.gen(function* () {
      slack.refuse(() => failure("http_403"))
      for (const one of slack.opened) one.end("link_disabled")
      yield* settle
      expect((yield* openIncidents)[0]?.remedy).toContain("Turn Socket Mode on again")
      slack.refuse(undefined)
      yield* TestClock.adjust("1 minute")
      expect(yield* openIncidents).toEqual([])
      expect(slack.receiving()).toBe(2)
    })
  ))

test("a connection that comes back for moments only ends no incident", () =>
  supervised((slack) =>
    Effect.gen(function* () {
      slack.refuse(() => failure("http_500"))
      for (const one of slack.opened) one.end()
      yield* TestClock.adjust("2 minutes")
      slack.refuse(undefined)
      for (let seconds = 0; seconds < 120; seconds += 1) {
        for (const one of slack.opened) one.end()
        yield* TestClock.adjust("1 second")
      }
      expect(yield* openIncidents).toHaveLength(1)
      expect(yield* endedIncidents).toEqual([])
    })
  ))

test("Slack's word on how long to leave it alone is kept to", () =>
  supervised((slack) =>
    Effect.gen(function* () {
      slack.refuse(() => failure("ratelimited", 90))
      slack.opened[0]?.end()
      yield* settle
      const before = slack.attempts()
      yield* TestClock.adjust("89 seconds")
      expect(slack.attempts()).toBe(before)
      yield* TestClock.adjust("2 seconds")
      expect(slack.attempts()).toBe(before + 1)
    })
  ))

test("one connection too many is asked for after a minute, and far sooner where none is left", () =>
  supervised((slack) =>
    Effect.gen(function* () {
      yield* TestClock.adjust("1 hour")
      slack.refuse(() => failure("too_many_websockets"))
      slack.opened[0]?.end()
      yield* settle
      const before = slack.attempts()
      yield* TestClock.adjust("59 seconds")
      expect(slack.attempts()).toBe(before)
      slack.opened[1]?.end()
      yield* TestClock.adjust("59 seconds")
      expect(slack.attempts()).toBeGreaterThan(before + 3)
    })
  ))

test("a start while Slack is away goes on by itself; a start with a refused token fails", async () => {
  const away = makeSlack()
  away.refuse((attempt) => (attempt < 4 ? failure("http_503") : undefined))
  await supervised(
    (slack) =>
      Effect.gen(function* () {
        yield* TestClock.adjust("1 minute")
        expect(slack.receiving()).toBe(2)
      }),
    away
  )
  const refused = makeSlack()
  refused.refuse(() => failure("invalid_auth"))
  await expect(supervised(() => Effect.void, refused)).rejects.toThrow("invalid_auth")
})

test("all connections are closed at the end, those under way to being replaced too", async () => {
  const slack = makeSlack()
  await supervised(() => Effect.sync(() => slack.opened[0]?.warn()).pipe(Effect.andThen(settle)), slack)
  expect(slack.opened).toHaveLength(3)
  expect(slack.opened.every(({ isClosed }) => isClosed())).toBe(true)
})
