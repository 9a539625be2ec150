/**
 * Time that passes only when there is nothing left to do: it stands while anything is under way on this machine, and
 * then goes on to the next moment a fibre waits for. A month takes minutes, and nothing in it is late for the wall's sake.
 */
import { Instant } from "@safe-return/domain/calendar"
import { type Clock, Duration, Effect } from "effect"

interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

export class VirtualClock {
  #now: number
  #hostAhead = 0
  /** In the order in which they wake. */
  readonly #sleepers: Array<Sleeper> = []

  constructor(start: Instant) {
    this.#now = start
  }

  now = (): Instant => Instant(this.#now)

  /** The next moment a fibre waits for; infinite when none does. */
  get nextWaking(): number {
    return this.#sleepers[0]?.at ?? Number.POSITIVE_INFINITY
  }

  /** Shows a later time, and wakes every fibre that waits for it or for an earlier one. */
  moveTo(moment: number): void {
    this.#now = Math.max(this.#now, moment)
    while (this.nextWaking <= this.#now) this.#sleepers.shift()?.wake()
  }

  /** What the bot's machine takes for the time is ahead by so much; the clock that only goes forward is not. */
  setHostAhead(millis: number): void {
    this.#hostAhead = millis
  }

  #sleep(millis: number, wake: () => void): Sleeper {
    const sleeper = { at: Math.ceil(this.#now + millis), wake }
    const after = this.#sleepers.findLastIndex(({ at }) => at <= sleeper.at)
    this.#sleepers.splice(after + 1, 0, sleeper)
    return sleeper
  }

  /** Of both kinds, the monotonic one too: waiting between tries is part of the month. */
  readonly #showing = (now: () => number): Clock.Clock => ({
    currentTimeMillisUnsafe: now,
    currentTimeMillis: Effect.sync(now),
    currentTimeNanosUnsafe: () => BigInt(now()) * 1_000_000n,
    currentTimeNanos: Effect.sync(() => BigInt(now()) * 1_000_000n),
    monotonicTimeNanosUnsafe: () => BigInt(this.#now) * 1_000_000n,
    monotonicTimeNanos: Effect.sync(() => BigInt(this.#now) * 1_000_000n),
    sleep: (duration) =>
      Effect.callback((resume) => {
        const sleeper = this.#sleep(Duration.toMillis(duration), () => resume(Effect.void))
        return Effect.sync(() => {
          const place = this.#sleepers.indexOf(sleeper)
          if (place !== -1) this.#sleepers.splice(place, 1)
        })
      })
  })

  /** Slack's and the people's. */
  readonly clock = this.#showing(this.now)

  /** The bot's machine's. */
  readonly hostClock = this.#showing(() => this.#now + this.#hostAhead)
}
