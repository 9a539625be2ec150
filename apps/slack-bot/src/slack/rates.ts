import { MILLISECONDS_A_MINUTE } from "@safe-return/domain/calendar"

/**
 * How often Slack lets an app call: https://docs.slack.dev/apis/web-api/rate-limits for the tiers, the page of each
 * method for which tier it is in. A tier counts the calls of one method over the whole workspace.
 */

/** Calls a minute of one method; Slack promises at least as many. */
const tiers = { 2: 20, 3: 50, 4: 100 } as const

const tierOf: Readonly<Record<string, keyof typeof tiers>> = {
  "usergroups.users.list": 2,
  "chat.delete": 3,
  "chat.update": 3,
  "conversations.history": 3,
  "conversations.info": 3,
  "conversations.open": 3,
  "conversations.replies": 3,
  "users.info": 4,
  "views.publish": 4
}

/** "1 per second" a channel for `chat.postMessage`: beyond it Slack may hide a post, worse than a second's delay. */
const MESSAGE_EVERY = 1_000

/** How many conversations are remembered before those that may be written to again are let go. */
const REMEMBERED = 1_000

/** So many are enough not to wait for a slow answer, and leave room for other conversations. */
const UNLIMITED_AT_ONCE = 4

/** What is counted together: the calls of a method, or the messages to one channel. */
export const laneOf = (method: string, channel?: string): string =>
  method === "chat.postMessage" && channel !== undefined ? `${method} ${channel}` : method

const isMessages = (lane: string): boolean => lane.startsWith("chat.postMessage ")

interface Lane {
  /** When calls ended, oldest first, for as long as they count. */
  ended: ReadonlyArray<number>
  underway: number
  closedUntil: number
}

/** Times are milliseconds of a clock that only goes forward: a wall clock put right must stop nothing. */
export interface Rates {
  /** From when on there may be another call; infinite while that depends on one under way. */
  readonly freeFrom: (lane: string, now: number) => number
  /** How many calls of one lane to make at once: with limits, one, so that what it counts is known before the next. */
  readonly atOnce: number
  /** Until when Slack has asked to be left alone (`Retry-After`), which stands whatever is configured. */
  readonly closedUntil: (lane: string) => number
  readonly begin: (lane: string) => void
  /** Slack counts a call when it arrives, so at the latest when it has answered. */
  readonly end: (lane: string, now: number) => void
  readonly close: (lane: string, until: number) => void
  /** Resolves when the next call of any lane has ended. */
  readonly nextEnd: () => Promise<void>
}

/** With `limits` off only `Retry-After` is waited for: for training, and to measure what our own part takes. */
export const makeRates = (limits: "slack" | "off"): Rates => {
  const lanes = new Map<string, Lane>()
  let nextEnd: PromiseWithResolvers<void> | undefined

  const laneAt = (name: string): Lane => {
    const known = lanes.get(name)
    if (known !== undefined) return known
    const lane: Lane = { ended: [], underway: 0, closedUntil: 0 }
    lanes.set(name, lane)
    return lane
  }

  const limitFrees = (name: string, { ended, underway }: Lane, now: number): number => {
    const tier = tierOf[name]
    if (limits === "off" || (tier === undefined && !isMessages(name))) return 0
    const [most, within] = tier === undefined ? [1, MESSAGE_EVERY] : [tiers[tier], MILLISECONDS_A_MINUTE]
    const counted = ended.filter((at) => at > now - within)
    if (counted.length + underway < most) return 0
    const oldest = counted[counted.length + underway - most]
    return oldest === undefined ? Number.POSITIVE_INFINITY : oldest + within
  }

  const forgetIdle = (now: number) => {
    for (const [name, { ended, underway, closedUntil }] of lanes) {
      if (underway === 0 && closedUntil <= now && ended.every((at) => at <= now - MILLISECONDS_A_MINUTE))
        lanes.delete(name)
    }
  }

  return {
    atOnce: limits === "slack" ? 1 : UNLIMITED_AT_ONCE,
    freeFrom: (name, now) => {
      const lane = lanes.get(name)
      return lane === undefined ? 0 : Math.max(lane.closedUntil, limitFrees(name, lane, now))
    },
    closedUntil: (name) => lanes.get(name)?.closedUntil ?? 0,
    begin: (name) => {
      laneAt(name).underway += 1
    },
    end: (name, now) => {
      const lane = laneAt(name)
      lane.underway -= 1
      lane.ended = isMessages(name) ? [now] : [...lane.ended.filter((at) => at > now - MILLISECONDS_A_MINUTE), now]
      if (lanes.size > REMEMBERED) forgetIdle(now)
      nextEnd?.resolve()
      nextEnd = undefined
    },
    close: (name, until) => {
      const lane = laneAt(name)
      lane.closedUntil = Math.max(lane.closedUntil, until)
    },
    nextEnd: () => {
      nextEnd ??= Promise.withResolvers()
      return nextEnd.promise
    }
  }
}
