/** The workspace's time: on it live message timestamps, trigger ids, response URLs, retries, faults and rate limits. */
import { type Clock, Duration, Effect } from "effect"

export interface WorkspaceClock {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Settles after so many milliseconds of this clock; settles at once, or rejects, when `signal` is aborted. */
  readonly sleep: (millis: number, signal: AbortSignal) => Promise<void>
}

/** The time of this machine. A sleep does not keep the process alive. */
export const hostClock: WorkspaceClock = {
  now: Date.now,
  sleep: (millis, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(done, millis)
      timer.unref()
      signal.addEventListener("abort", done, { once: true })
      function done() {
        clearTimeout(timer)
        signal.removeEventListener("abort", done)
        resolve()
      }
    })
}

const ofEffect = (clock: Clock.Clock): WorkspaceClock => ({
  now: () => clock.currentTimeMillisUnsafe(),
  sleep: (millis, signal) => Effect.runPromise(clock.sleep(Duration.millis(millis)), { signal })
})

/** An Effect clock (a `TestClock` too), one given as two functions, or the time of this machine. */
export const clockFrom = (given: Clock.Clock | WorkspaceClock | undefined): WorkspaceClock =>
  given === undefined ? hostClock : "currentTimeMillisUnsafe" in given ? ofEffect(given) : given

/** A clock that is moved by hand may sleep at the pace of the wall: then it is looked at this often. */
const lookAgainMillis = 1000

/** Waits until the clock shows `due` (epoch milliseconds); false when `signal` was aborted before. */
export const waitUntil = async (clock: WorkspaceClock, due: number, signal: AbortSignal): Promise<boolean> => {
  for (;;) {
    if (signal.aborted) return false
    const left = due - clock.now()
    if (left <= 0) return true
    await clock.sleep(Math.min(left, lookAgainMillis), signal).catch((cause) => {
      if (!signal.aborted) throw cause
    })
  }
}
