/**
 * The bot in a process of its own, on the clock of this machine:
 * `botProcess.ts <slack api url> <journal folder> <rate limits: slack or off>`.
 */
import { startLightly } from "../src/startLightly.ts"

startLightly()
const { lowdbLayer } = await import("@safe-return/journal/files")
const { Effect, Layer, ManagedRuntime } = await import("effect")
const { Bot, botLayer } = await import("../src/Bot.ts")
const { configurationFor } = await import("../test/endToEnd/trainingCouncil.ts")

const [slackApiUrl = "", directory = "", rateLimits] = process.argv.slice(2)
const configuration = configurationFor(slackApiUrl)
const layer = botLayer({
  ...configuration,
  slack: { ...configuration.slack, rateLimits: rateLimits === "slack" ? "slack" : "off" }
}).pipe(Layer.provide(lowdbLayer({ directory })))
const { url } = await ManagedRuntime.make(layer).runPromise(Effect.service(Bot))
process.send?.({ url })
