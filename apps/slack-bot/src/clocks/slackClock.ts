import { Duration, Effect } from "effect"
import { SlackApi } from "../slack/SlackApi.ts"
import { ClockCheck } from "./ClockCheck.ts"

const ASK_EVERY = Duration.seconds(10)

/** Asks Slack for its time while ours has run ahead of it: until it answers, what fell due meanwhile waits. */
export const slackClock = Effect.gen(function* () {
  const { isAhead } = yield* ClockCheck
  const slack = yield* SlackApi
  const ask = Effect.ignore(slack.call("auth.test", (client) => client.auth.test()))
  const askInDoubt = Effect.flatMap(isAhead, (is) => (is ? ask : Effect.void))
  return Effect.forever(Effect.andThen(askInDoubt, Effect.sleep(ASK_EVERY)))
})
