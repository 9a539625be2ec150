/** The queue of messages: the most urgent first, then the oldest, one of a child at a time on each way. */
import type { ChildReference } from "@safe-return/domain/pathway"
import type { DeliveryKey, DeliverySubject } from "@safe-return/journal"
import { isAlert, urgencies } from "../owed/OwedMessage.ts"
import { insert, isBefore, type QueuedMessage } from "./QueuedMessage.ts"

/** How many may be under way at once: enough not to wait for a slow answer. */
const MOST_AT_ONCE = 8

/** So many go ahead of the longest waiting of the less urgent: a day of alerts holds up no record for good. */
const AHEAD = 9

/** More than a large council could owe. Beyond it only alerts are taken; what is turned away is offered again later. */
const MOST_QUEUED = 50_000

export interface Limits {
  /** From when on a lane may be used. */
  readonly freeFrom: (lane: string) => number
  /** How many that use it may be under way at once. */
  readonly atOnce: (lane: string) => number
}

interface Way {
  readonly lanes: ReadonlyArray<string>
  /** By urgency, the most urgent first; each the oldest first. */
  readonly queues: ReadonlyArray<Array<QueuedMessage>>
  ahead: number
}

const idOf = ({ about, key }: Pick<QueuedMessage, "about" | "key">): string => `${about} ${key}`
const wayOf = ({ lanes }: QueuedMessage): string => lanes.join(" + ")
/** Where the messages of one child go one after another. */
const placeOf = (message: QueuedMessage): string => `${message.about} ${wayOf(message)}`
const rankOf = ({ urgency }: QueuedMessage): number => urgencies.indexOf(urgency)

export class Outbox {
  readonly #ways = new Map<string, Way>()
  readonly #queued = new Map<string, QueuedMessage>()
  readonly #underway = new Map<string, QueuedMessage>()
  /** From when on each has been under way, in the order in which they began. */
  readonly #begun = new Map<string, number>()
  readonly #busy = new Set<string>()
  /** Those of which something is written just now, so that they are not sent meanwhile. */
  readonly #held = new Set<string>()
  readonly #laneUse = new Map<string, number>()
  #turns = 0

  get size(): number {
    return this.#queued.size + this.#underway.size
  }

  /** Since when the one that has been under way longest is, by the clock of {@link next}. */
  get underwaySince(): number | undefined {
    return this.#begun.values().next().value
  }

  /** Adds a message, or puts it in place of what an earlier look made of it. False when there is no room for it. */
  add(message: QueuedMessage): boolean {
    const id = idOf(message)
    if (this.#underway.has(id)) return true
    const known = this.#queued.get(id)
    if (known !== undefined && known.look.turn > message.look.turn) return true
    if (known === undefined && this.size >= MOST_QUEUED && !isAlert(message.urgency)) return false
    if (known !== undefined) this.#remove(id)
    const { turn, failures, notBefore } = known ?? { ...message, turn: this.#turns++ }
    const failedFrom = known?.failedFrom === undefined ? {} : { failedFrom: known.failedFrom }
    // Looked at again, it is no younger than it was.
    const owedSince = Math.min(message.owedSince ?? 0, known?.owedSince ?? Number.POSITIVE_INFINITY)
    this.#put({ ...message, turn, failures, ...failedFrom, notBefore, owedSince })
    return true
  }

  /** The next to be sent, which is under way from then on; undefined when none may go now. */
  next(now: number, limits: Limits): QueuedMessage | undefined {
    if (this.#underway.size >= MOST_AT_ONCE) return undefined
    let best:
      | { readonly way: Way; readonly message: QueuedMessage; readonly rank: number; readonly ahead: number }
      | undefined
    for (const way of this.#ways.values()) {
      if (!way.lanes.every((lane) => this.#hasRoom(lane, now, limits))) continue
      const [first, second] = this.#heads(way, now)
      if (first === undefined) continue
      const isTheirTurn = second !== undefined && way.ahead >= AHEAD
      const message = isTheirTurn ? second : first
      const rank = rankOf(first)
      const isBetter = best === undefined || rank < best.rank || (rank === best.rank && isBefore(message, best.message))
      if (isBetter) best = { way, message, rank, ahead: second === undefined || isTheirTurn ? 0 : way.ahead + 1 }
    }
    if (best === undefined) return undefined
    const { way, message, ahead } = best
    this.#remove(idOf(message))
    way.ahead = ahead
    for (const lane of message.lanes) this.#laneUse.set(lane, (this.#laneUse.get(lane) ?? 0) + 1)
    this.#underway.set(idOf(message), message)
    this.#begun.set(idOf(message), now)
    this.#busy.add(placeOf(message))
    return message
  }

  /** Sent, or no longer owed. */
  done(message: QueuedMessage): void {
    this.#underway.delete(idOf(message))
    this.#begun.delete(idOf(message))
    this.#busy.delete(placeOf(message))
    for (const lane of message.lanes) {
      const left = (this.#laneUse.get(lane) ?? 0) - 1
      if (left > 0) this.#laneUse.set(lane, left)
      else this.#laneUse.delete(lane)
    }
  }

  /** Back in its old place, though perhaps on another way. */
  retry(
    message: QueuedMessage,
    change: Partial<Pick<QueuedMessage, "lanes" | "failures" | "failedFrom" | "notBefore">>
  ): void {
    this.done(message)
    this.#put({ ...message, ...change })
    const way = this.#ways.get(wayOf({ ...message, ...change }))
    // A way that was closed opens to what is most urgent.
    if (way !== undefined) way.ahead = 0
  }

  /** Keeps it from being sent until it is released; false when it is being sent already. */
  hold(about: DeliverySubject, key: DeliveryKey): boolean {
    const id = idOf({ about, key })
    if (this.#underway.has(id)) return false
    this.#held.add(id)
    return true
  }

  release(about: DeliverySubject, key: DeliveryKey): void {
    this.#held.delete(idOf({ about, key }))
  }

  /** The limits it waits for; undefined where it does not wait here. */
  lanesOf(about: DeliverySubject, key: DeliveryKey): ReadonlyArray<string> | undefined {
    return this.#queued.get(idOf({ about, key }))?.lanes
  }

  /** What waits about the child is gone; what is under way comes to its end. */
  forget(child: ChildReference): void {
    for (const [id, message] of [...this.#queued]) if (message.about === child) this.#remove(id)
  }

  /** What waits after a fault may go now. */
  retryNow(): void {
    for (const [id, message] of [...this.#queued]) {
      if (message.notBefore === 0) continue
      this.#remove(id)
      this.#put({ ...message, notBefore: 0 })
    }
  }

  /** When something may go that may not yet; infinite when that depends on what is under way. */
  nextChange(now: number, { freeFrom }: Limits): number {
    let soonest = Number.POSITIVE_INFINITY
    for (const { lanes, queues } of this.#ways.values()) {
      const from = Math.max(...lanes.map(freeFrom), 0)
      for (const queue of queues) {
        for (const { notBefore } of queue) {
          soonest = Math.min(soonest, Math.max(from, notBefore))
          if (soonest <= Math.max(from, now)) break
        }
      }
    }
    return soonest
  }

  #hasRoom(lane: string, now: number, { freeFrom, atOnce }: Limits): boolean {
    return freeFrom(lane) <= now && (this.#laneUse.get(lane) ?? 0) < atOnce(lane)
  }

  /** The first that may go, and the longest waiting of those less urgent. */
  #heads(way: Way, now: number): readonly [QueuedMessage | undefined, QueuedMessage | undefined] {
    let first: QueuedMessage | undefined
    let second: QueuedMessage | undefined
    for (const queue of way.queues) {
      const head = queue.find((message) => message.notBefore <= now && this.#mayGo(message))
      if (first === undefined) first = head
      else if (head !== undefined && (second === undefined || isBefore(head, second))) second = head
    }
    return [first, second]
  }

  #mayGo(message: QueuedMessage): boolean {
    return !this.#busy.has(placeOf(message)) && !this.#held.has(idOf(message))
  }

  #put(message: QueuedMessage): void {
    const name = wayOf(message)
    const way = this.#ways.get(name) ?? { lanes: message.lanes, queues: urgencies.map(() => []), ahead: 0 }
    this.#ways.set(name, way)
    insert(way.queues[rankOf(message)] ?? [], message)
    this.#queued.set(idOf(message), message)
  }

  #remove(id: string): void {
    const message = this.#queued.get(id)
    if (message === undefined) return
    this.#queued.delete(id)
    const queue = this.#ways.get(wayOf(message))?.queues[rankOf(message)]
    queue?.splice(queue.indexOf(message), 1)
    this.#forgetIdle(wayOf(message))
  }

  #forgetIdle(name: string): void {
    const way = this.#ways.get(name)
    if (way?.queues.every((queue) => queue.length === 0)) this.#ways.delete(name)
  }
}
