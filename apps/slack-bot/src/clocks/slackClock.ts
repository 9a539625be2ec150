import { ClockCheck } from "@safe-return/outreach"
import { Duration, Effect, Queue } from "effect"
import { SlackApi } from "../slack/SlackApi.ts"

const ASK_EVERY = Duration.seconds(10)

/** Strangers can send what is dated wrong too, so it makes us ask no more often than this. */
const ASK_IN_DOUBT_EVERY = Duration.seconds(30)

/** Asks Slack for its time while something speaks against ours. */
export const slackClock = Effect.gen(function* () {
  const { isAhead } = yield* ClockCheck
  const slack = yield* SlackApi
  const doubts = yield* Queue.sliding<void>(1)
  const ask = Effect.ignore(slack.call("auth.test", (client) => client.auth.test()))

  const untilDoubted = Effect.raceFirst(Effect.as(Queue.take(doubts), true), Effect.as(Effect.sleep(ASK_EVERY), false))
  const lookOnce = Effect.gen(function* () {
    // Until it answers, what fell due meanwhile waits.
    if (yield* isAhead) yield* ask
    if (!(yield* untilDoubted)) return
    // One answer alone proves nothing.
    yield* Effect.andThen(ask, ask)
    yield* Effect.sleep(ASK_IN_DOUBT_EVERY)
  })

  return {
    /** A request that says it is Slack's is dated far from our time: no evidence, and a reason to ask. */
    doubt: (): void => void Queue.offerUnsafe(doubts, undefined),
    watch: Effect.forever(lookOnce)
  }
})
