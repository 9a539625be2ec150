/** The scenarios that come with the training workspace, in the order they are offered. */
import { readFile } from "node:fs/promises"
import { Effect } from "effect"
import { parseScenario } from "./parseScenario.ts"

/** Each is a file of that name in `written/`. */
const names = [
  "pathway",
  "friday-evening-bank-holiday",
  "clocks-go-back",
  "clocks-go-forward",
  "found-before-missing",
  "one-interview-three-episodes",
  "third-episode",
  "declined-then-carer",
  "known-adult",
  "host-authority",
  "harm-disclosed",
  "nobody-allocated",
  "out-of-hours",
  "wrong-child",
  "slack-down-for-an-hour"
] as const

const folder = new URL("./written/", import.meta.url)

export const libraryFiles: ReadonlyArray<URL> = names.map((name) => new URL(`${name}.json`, folder))

export const library = Effect.forEach(libraryFiles, (file) =>
  Effect.promise(() => readFile(file, "utf8")).pipe(
    Effect.flatMap((text) => Effect.fromResult(parseScenario(text))),
    // The files are part of this repository: one that cannot be played is a defect, not a circumstance.
    Effect.orDie
  )
)
