import { flushCompileCache } from "node:module"
import { startLightly } from "./startLightly.ts"

startLightly()
const { runUntilStopped } = await import("./runUntilStopped.ts")
const { startFromEnvironment } = await import("./startFromEnvironment.ts")
// Written now, because a bot is ended rather than left to end.
flushCompileCache()
runUntilStopped(startFromEnvironment(process.env))
