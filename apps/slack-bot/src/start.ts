import { runUntilStopped } from "./runUntilStopped.ts"
import { startFromEnvironment } from "./startFromEnvironment.ts"

runUntilStopped(startFromEnvironment(process.env))
