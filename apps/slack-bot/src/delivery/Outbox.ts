/**
 * What waits to be sent: keys, never words, because what is said is computed at the moment it is sent.
 *
 * The most urgent goes first, the oldest first among those; on one way one message of a child at a time, so that a
 * thread reads in order. Of ten messages that could go on one way, one is the longest waiting of the less urgent, so that a day of
 * alerts holds up no record for good.
 */
import type { ChildReference } from "@safe-return/domain/pathway"
import type { DeliveryKey, DeliverySubject } from "@safe-return/journal"
import { isAlert, urgencies } from "./OwedMessage.ts"
import { insert, isBefore, type Offer, type Waiting } from "./Waiting.ts"

/** How many may be under way at once: enough not to wait for a slow answer. */
const MOST_AT_ONCE = 8

/** What goes ahead of something less urgent before that has a turn. */
const AHEAD = 9

/** More than a large council could owe. Beyond it only alerts are taken; what is turned away is offered again later. */
const MOST_WAITING = 50_000

export interface Limits {
  /** From when on a lane may be used. */
  readonly freeFrom: (lane: string) => number
  /** How many that use it may be under way at once. */
  readonly atOnce: (lane: string) => number
}

interface Way {
  readonly lanes: ReadonlyArray<string>
  /** By urgency, the most urgent first; each the oldest first. */
  readonly waiting: ReadonlyArray<Array<Waiting>>
  ahead: number
}

const idOf = ({ about, key }: Pick<Offer, "about" | "key">): string => `${about} ${key}`
const wayOf = ({ lanes }: Offer): string => lanes.join(" + ")
/** Where the messages of one child go one after another. */
const placeOf = (offer: Offer): string => `${offer.about} ${wayOf(offer)}`
const rankOf = ({ urgency }: Offer): number => urgencies.indexOf(urgency)

export class Outbox {
  readonly #ways = new Map<string, Way>()
  readonly #waiting = new Map<string, Waiting>()
  readonly #underway = new Map<string, Waiting>()
  /** From when on each has been under way, in the order in which they began. */
  readonly #begun = new Map<string, number>()
  readonly #busy = new Set<string>()
  readonly #laneUse = new Map<string, number>()
  #turns = 0

  get size(): number {
    return this.#waiting.size + this.#underway.size
  }

  /** Since when the one that has been under way longest is, by the clock of {@link next}. */
  get underwaySince(): number | undefined {
    return this.#begun.values().next().value
  }

  /** Adds a message, or says anew how urgent it is. False when there is no room for it. */
  offer(offer: Offer): boolean {
    const id = idOf(offer)
    if (this.#underway.has(id)) return true
    const known = this.#waiting.get(id)
    if (known === undefined && this.size >= MOST_WAITING && !isAlert(offer.urgency)) return false
    if (known !== undefined) this.#remove(id)
    // Looked at again, it is no younger than it was.
    const owedSince = Math.min(offer.owedSince ?? 0, known?.owedSince ?? Number.POSITIVE_INFINITY)
    this.#put({ ...(known ?? { turn: this.#turns++, failures: 0, notBefore: 0 }), ...offer, owedSince })
    return true
  }

  /** The next to be sent, which is under way from then on; undefined when none may go now. */
  next(now: number, limits: Limits): Waiting | undefined {
    if (this.#underway.size >= MOST_AT_ONCE) return undefined
    let best:
      | { readonly way: Way; readonly waiting: Waiting; readonly rank: number; readonly ahead: number }
      | undefined
    for (const way of this.#ways.values()) {
      if (!way.lanes.every((lane) => this.#hasRoom(lane, now, limits))) continue
      const [first, second] = this.#heads(way, now)
      if (first === undefined) continue
      const isTheirTurn = second !== undefined && way.ahead >= AHEAD
      const waiting = isTheirTurn ? second : first
      const rank = rankOf(first)
      const isBetter = best === undefined || rank < best.rank || (rank === best.rank && isBefore(waiting, best.waiting))
      if (isBetter) best = { way, waiting, rank, ahead: second === undefined || isTheirTurn ? 0 : way.ahead + 1 }
    }
    if (best === undefined) return undefined
    const { way, waiting, ahead } = best
    this.#remove(idOf(waiting))
    way.ahead = ahead
    for (const lane of waiting.lanes) this.#laneUse.set(lane, (this.#laneUse.get(lane) ?? 0) + 1)
    this.#underway.set(idOf(waiting), waiting)
    this.#begun.set(idOf(waiting), now)
    this.#busy.add(placeOf(waiting))
    return waiting
  }

  /** Sent, or no longer owed. */
  done(waiting: Waiting): void {
    this.#underway.delete(idOf(waiting))
    this.#begun.delete(idOf(waiting))
    this.#busy.delete(placeOf(waiting))
    for (const lane of waiting.lanes) {
      const left = (this.#laneUse.get(lane) ?? 0) - 1
      if (left > 0) this.#laneUse.set(lane, left)
      else this.#laneUse.delete(lane)
    }
  }

  /** To be tried again, in its old place, though perhaps on another way. */
  again(waiting: Waiting, change: Partial<Pick<Waiting, "lanes" | "failures" | "failedFrom" | "notBefore">>): void {
    this.done(waiting)
    this.#put({ ...waiting, ...change })
    const way = this.#ways.get(wayOf({ ...waiting, ...change }))
    // A way that was closed opens to what is most urgent.
    if (way !== undefined) way.ahead = 0
  }

  isUnderway(about: DeliverySubject, key: DeliveryKey): boolean {
    return this.#underway.has(idOf({ about, key }))
  }

  /** The limits it waits for; undefined where it does not wait here. */
  lanesOf(about: DeliverySubject, key: DeliveryKey): ReadonlyArray<string> | undefined {
    return this.#waiting.get(idOf({ about, key }))?.lanes
  }

  /** What waits about the child is gone; what is under way comes to its end. */
  forget(child: ChildReference): void {
    for (const [id, waiting] of [...this.#waiting]) if (waiting.about === child) this.#remove(id)
  }

  /** Whatever waits after a fault may go now. */
  hurry(): void {
    for (const [id, waiting] of [...this.#waiting]) {
      if (waiting.notBefore === 0) continue
      this.#remove(id)
      this.#put({ ...waiting, notBefore: 0 })
    }
  }

  /** When something may go that may not yet; infinite when that depends on what is under way. */
  nextChange(now: number, { freeFrom }: Limits): number {
    let soonest = Number.POSITIVE_INFINITY
    for (const { lanes, waiting } of this.#ways.values()) {
      const from = Math.max(...lanes.map(freeFrom), 0)
      for (const queue of waiting) {
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
  #heads(way: Way, now: number): readonly [Waiting | undefined, Waiting | undefined] {
    let first: Waiting | undefined
    let second: Waiting | undefined
    for (const queue of way.waiting) {
      const head = queue.find((waiting) => waiting.notBefore <= now && !this.#busy.has(placeOf(waiting)))
      if (first === undefined) first = head
      else if (head !== undefined && (second === undefined || isBefore(head, second))) second = head
    }
    return [first, second]
  }

  #put(waiting: Waiting): void {
    const name = wayOf(waiting)
    const way = this.#ways.get(name) ?? { lanes: waiting.lanes, waiting: urgencies.map(() => []), ahead: 0 }
    this.#ways.set(name, way)
    insert(way.waiting[rankOf(waiting)] ?? [], waiting)
    this.#waiting.set(idOf(waiting), waiting)
  }

  #remove(id: string): void {
    const waiting = this.#waiting.get(id)
    if (waiting === undefined) return
    this.#waiting.delete(id)
    const queue = this.#ways.get(wayOf(waiting))?.waiting[rankOf(waiting)]
    queue?.splice(queue.indexOf(waiting), 1)
    this.#forgetIdle(wayOf(waiting))
  }

  #forgetIdle(name: string): void {
    const way = this.#ways.get(name)
    if (way?.waiting.every((queue) => queue.length === 0)) this.#ways.delete(name)
  }
}
