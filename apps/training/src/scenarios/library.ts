/** The scenarios that come with the training workspace, in the order they are offered. */
import { readFile } from "node:fs/promises"
import { Effect, Result } from "effect"
import { parseScenario } from "./parseScenario.ts"
import type { Scenario } from "./Scenario.ts"

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
  "nobody-answers-at-night",
  "wrong-child",
  "slack-down-for-an-hour",
  "moved-away-over-summer",
  "transient-family-returning",
  "ground-i-one-sick-day",
  "found-abroad",
  "unsuitable-home-education"
] as const

const folder = new URL("./written/", import.meta.url)

export const libraryFiles: ReadonlyArray<URL> = names.map((name) => new URL(`${name}.json`, folder))

// The files are part of this repository: one that cannot be played is a defect, not a circumstance.
const readAll = () =>
  Promise.all(libraryFiles.map(async (file) => Result.getOrThrow(parseScenario(await readFile(file, "utf8")))))

let read: ReturnType<typeof readAll> | undefined

/** Read once: the page asks for it at every change. */
export const library: Effect.Effect<ReadonlyArray<Scenario>> = Effect.promise(() => {
  read ??= readAll()
  return read
})
