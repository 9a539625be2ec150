import { Effect, Random } from "effect"

const FIRST = 1_000

/** Slack's return is noticed, and a reminder sent, within a minute of it. */
const LONGEST = 30_000

/** How many milliseconds to wait after so many failures in a row: twice as long each time, at random by up to half. */
export const backoff = (failures: number): Effect.Effect<number> =>
  Effect.map(Random.next, (share) => Math.min(LONGEST, FIRST * 2 ** (failures - 1)) * (0.5 + share / 2))
