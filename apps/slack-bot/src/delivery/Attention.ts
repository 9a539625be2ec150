/** Which children have to be looked at, so that thousands of whom there is nothing to say cost nothing. */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"

/** How often a living case is looked at without news, in milliseconds: some rules fire with time alone. */
const LIVING_EVERY = 40_000

/** How often everything is looked over, in milliseconds, for whatever was missed. */
const EVERYTHING_EVERY = 10 * 60_000

export interface Looked {
  /** When something falls due, as far as it is known. */
  readonly nextDue: Instant | undefined
  /** A child is missing or an interview is to come: time alone may bring something. */
  readonly isLiving: boolean
  /** Something is owed that could not be put to be sent. */
  readonly isUnsettled: boolean
}

/**
 * Due times go by the clock on the wall, so that they are right again as soon as it is; how long ago something was
 * looked at goes by one that only goes forward, so that a wall clock put back stops nothing.
 */
export class Attention {
  readonly #due = new Map<ChildReference, Instant>()
  readonly #living = new Set<ChildReference>()
  readonly #unsettled = new Set<ChildReference>()
  #livingLooked = Number.NEGATIVE_INFINITY
  #everythingLooked = Number.NEGATIVE_INFINITY

  looked(child: ChildReference, { nextDue, isLiving, isUnsettled }: Looked): void {
    if (nextDue === undefined) this.#due.delete(child)
    else this.#due.set(child, nextDue)
    if (isLiving) this.#living.add(child)
    else this.#living.delete(child)
    if (isUnsettled) this.#unsettled.add(child)
    else this.#unsettled.delete(child)
  }

  /** Whatever is known of the child may be out of date. */
  unsettle(child: ChildReference): void {
    this.#unsettled.add(child)
  }

  /** Whom to look at now: `now` on the wall, `forward` milliseconds that only go forward. */
  needed(now: Instant, forward: number): "everybody" | ReadonlySet<ChildReference> {
    if (forward - this.#everythingLooked >= EVERYTHING_EVERY) {
      this.#everythingLooked = forward
      this.#livingLooked = forward
      return "everybody"
    }
    const needed = new Set(this.#unsettled)
    for (const [child, at] of this.#due) if (at <= now) needed.add(child)
    if (forward - this.#livingLooked >= LIVING_EVERY) {
      this.#livingLooked = forward
      for (const child of this.#living) needed.add(child)
    }
    return needed
  }
}
