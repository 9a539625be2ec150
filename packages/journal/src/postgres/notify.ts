/**
 * Tells the council's instances of what this one appended, when it is durable. PostgreSQL lets one transaction of a whole
 * cluster through at a time that tells something, and an append is flushed by then: within it, every council's appends
 * would wait for one another's disk.
 */
import { Effect, Fiber } from "effect"
import { Database } from "./Database.ts"

/** While more and more is appended: each of those who are told wakes up for it. */
const AT_MOST_EVERY = "50 millis"

/** Gives the way to tell how far the positions go. Who is not told looks every few seconds, so nothing hangs on it. */
export const openNotify = Effect.gen(function* () {
  const { read } = yield* Database
  const run = Effect.runForkWith(yield* Effect.context<never>())
  let news = false
  let telling = false
  let teller: Fiber.Fiber<void> | undefined

  const tellOn = Effect.gen(function* () {
    // The caller of the append is answered first.
    yield* Effect.yieldNow
    while (news) {
      news = false
      yield* Effect.ignore(read((sql) => sql`select safe_return.tell()`))
      yield* Effect.sleep(AT_MOST_EVERY)
    }
    telling = false
  })

  yield* Effect.addFinalizer(() => (teller === undefined ? Effect.void : Fiber.await(teller)))

  return (): void => {
    news = true
    if (telling) return
    telling = true
    teller = run(tellOn)
  }
})
