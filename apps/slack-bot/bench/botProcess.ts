/**
 * The bot in a process of its own, on the clock of this machine:
 * `botProcess.ts <slack api url> <journal folder, or address of a database> <rate limits: slack or off>`.
 */
import { startLightly } from "../src/startLightly.ts"

startLightly()
const { Effect, Layer, ManagedRuntime, Redacted } = await import("effect")
const { Bot, botLayer } = await import("../src/Bot.ts")
const { configurationFor } = await import("../test/endToEnd/trainingCouncil.ts")

const [slackApiUrl = "", place = "", rateLimits] = process.argv.slice(2)
const configuration = configurationFor(slackApiUrl)
const openFiles = async () => (await import("@safe-return/journal/files")).lowdbLayer({ directory: place })
const openDatabase = async () => {
  const { postgresLayer } = await import("@safe-return/journal/postgres")
  return postgresLayer({ url: Redacted.make(place), council: "Nowhereshire" })
}
const kept = await (place.startsWith("postgres") ? openDatabase() : openFiles())
const layer = botLayer({
  ...configuration,
  slack: { ...configuration.slack, rateLimits: rateLimits === "slack" ? "slack" : "off" }
}).pipe(Layer.provide(kept))
const { url } = await ManagedRuntime.make(layer).runPromise(Effect.service(Bot))
process.send?.({ url })
