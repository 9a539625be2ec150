/** Loads what changes the process for good by being loaded, so that it is no test file's doing. */
import { createRequire } from "node:module"

const ofTheJournal = createRequire(new URL("../../journal/package.json", import.meta.url))

// It takes its locks away at a signal: signal-exit, once loaded, listens to every signal.
ofTheJournal("proper-lockfile")
