/** Which children have to be looked at, so that thousands without news cost nothing. */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import { earliest } from "./earliest.ts"

/** How often everything is looked over, in milliseconds, for whatever was missed. */
const EVERYTHING_EVERY = 10 * 60_000

export interface LookResult {
  /** When time alone next brings something. */
  readonly nextLookAt: Instant | undefined
  /** Something is owed that could not be put to be sent. */
  readonly isUnsettled: boolean
  /** Until when something rests that was given up, by the clock that only goes forward. */
  readonly restsUntil: number | undefined
  /** The time of the look, on the wall and by the clock that only goes forward. */
  readonly now: Instant
  readonly forward: number
}

const note = <Value>(notes: Map<ChildReference, Value>, child: ChildReference, value: Value | undefined): void => {
  if (value === undefined) notes.delete(child)
  else notes.set(child, value)
}

/** Due times go by the wall clock, and looks by one that only goes forward, so that a clock put back stops nothing. */
export class DueIndex {
  readonly #due = new Map<ChildReference, { readonly at: Instant; readonly forward: number }>()
  readonly #resting = new Map<ChildReference, number>()
  readonly #unsettled = new Set<ChildReference>()
  /** Of each child the last look or news that counts: of two at once, the one that began last has seen most. */
  readonly #counts = new Map<ChildReference, number>()
  #turns = 0
  #everythingLooked = Number.NEGATIVE_INFINITY
  #latestNow = Number.NEGATIVE_INFINITY

  /** A look begins: what it says of itself with {@link looked}. */
  begin(): number {
    this.#turns += 1
    return this.#turns
  }

  looked(child: ChildReference, turn: number, { nextLookAt, isUnsettled, restsUntil, now, forward }: LookResult): void {
    if (turn < (this.#counts.get(child) ?? 0)) return
    this.#counts.set(child, turn)
    // Held by both clocks: the wall clock may be put back or stand still meanwhile.
    const due = nextLookAt && { at: nextLookAt, forward: forward + Math.max(0, nextLookAt - now) }
    note(this.#due, child, due)
    note(this.#resting, child, restsUntil)
    if (isUnsettled) this.#unsettled.add(child)
    else this.#unsettled.delete(child)
  }

  /** Whatever is known of the child may be out of date. */
  unsettle(child: ChildReference): void {
    this.#counts.set(child, this.begin())
    this.#unsettled.add(child)
  }

  /** Something about the child is not tried before then, by the clock that only goes forward. */
  rest(child: ChildReference, until: number): void {
    this.#counts.set(child, this.begin())
    this.#resting.set(child, Math.min(until, this.#resting.get(child) ?? Number.POSITIVE_INFINITY))
  }

  /** Who time has brought something by `now`, or whose last look left something open. */
  due(now: Instant): ReadonlySet<ChildReference> {
    const due = new Set(this.#unsettled)
    for (const [child, { at }] of this.#due) if (at <= now) due.add(child)
    return due
  }

  /** When time alone next brings something of any child, after `now`. */
  nextAfter(now: Instant): Instant | undefined {
    return earliest([...this.#due.values()].map(({ at }) => (at > now ? at : undefined)))
  }

  /** Who to look at now: `now` on the wall, `forward` milliseconds that only go forward. */
  needed(now: Instant, forward: number): "everybody" | ReadonlySet<ChildReference> {
    // A wall clock that was put back: what falls due next was reckoned from a time that had not come.
    const isPutBack = now < this.#latestNow
    this.#latestNow = now
    if (isPutBack || forward - this.#everythingLooked >= EVERYTHING_EVERY) {
      this.#everythingLooked = forward
      return "everybody"
    }
    const needed = new Set(this.#unsettled)
    for (const [child, { at, forward: then }] of this.#due) if (at <= now || then <= forward) needed.add(child)
    for (const [child, until] of this.#resting) if (until <= forward) needed.add(child)
    return needed
  }
}
