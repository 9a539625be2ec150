/** A benchmark that hands over figures, whatever it reported: `reportingProgram.ts ID`. */
import { Effect } from "effect"

const [, , id] = process.argv
if (id !== "quiet") await Effect.runPromise(Effect.logError("The list could not be read."))
await Effect.runPromise(Effect.logInfo("An ERROR (#1): in the middle of a line is none."))
process.send?.({ ours: { median: 1, p99: 1, unit: "ms", runs: 1 }, peers: [], must: "", met: true })
process.disconnect()
