/** For Vitest's `globalSetup`: the server is started by the first test file that asks, and ended with the run. */
import { openDoor } from "./sharedServer.ts"

export default (): Promise<() => Promise<void>> => openDoor()
