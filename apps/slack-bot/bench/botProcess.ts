/**
 * The bot in a process of its own, on the clock of this machine:
 * `botProcess.ts <slack api url> <journal folder> <rate limits: slack or off>`.
 */
import { lowdbLayer } from "@safe-return/journal/files"
import { Effect, Layer, ManagedRuntime } from "effect"
import { Bot, botLayer } from "../src/Bot.ts"
import { configurationFor } from "../test/endToEnd/trainingCouncil.ts"

const [slackApiUrl = "", directory = "", rateLimits] = process.argv.slice(2)
const configuration = configurationFor(slackApiUrl)
const layer = botLayer({
  ...configuration,
  slack: { ...configuration.slack, rateLimits: rateLimits === "slack" ? "slack" : "off" }
}).pipe(Layer.provide(lowdbLayer({ directory })))
const { url } = await ManagedRuntime.make(layer).runPromise(Effect.service(Bot))
process.send?.({ url })
