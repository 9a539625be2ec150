/** Slack's limits on how often an app calls, by the workspace's clock. */
import { type JsonObject, textOr } from "../json.ts"
import { callsAMinute, messageEveryMillis, tierOf } from "./tiers.ts"

const minuteMillis = 60_000

export class RateLimits {
  /** When the calls of a method, or the messages to a channel, were let through. */
  readonly #letThrough = new Map<string, ReadonlyArray<number>>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** How many seconds the app must wait; undefined when the call may go through, which is then counted. */
  refuse(method: string, params: JsonObject): number | undefined {
    if (method === "chat.postMessage") {
      return this.#count(`${method} ${textOr(params["channel"], "")}`, 1, messageEveryMillis)
    }
    const tier = tierOf.get(method)
    return tier === undefined ? undefined : this.#count(method, callsAMinute[tier], minuteMillis)
  }

  #count(what: string, most: number, withinMillis: number): number | undefined {
    const now = this.#now()
    const recent = (this.#letThrough.get(what) ?? []).filter((at) => at > now - withinMillis)
    const [oldest] = recent
    if (recent.length >= most && oldest !== undefined) return Math.ceil((oldest + withinMillis - now) / 1000)
    this.#letThrough.set(what, [...recent, now])
    return undefined
  }
}
