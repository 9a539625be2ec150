import { type InterviewFacts, interviewLists, withFacts } from "../pathway/replacement.ts"
import type { Interview } from "../pathway/state.ts"

/** Takes interviews back through what they were, at the cost of what was added. */
export class ShorteningLists {
  /** The list that each of our own is a copy of, up to where it is shortened. */
  readonly #copyOf = new WeakMap<object, object>()

  /** Whether the list as it is now starts with what it was. */
  isStart(now: ReadonlyArray<unknown>, were: ReadonlyArray<unknown> | undefined, length: number): boolean {
    if (were === undefined || now.length < length) return false
    if (now === were || this.#copyOf.get(now) === were) return true
    for (let at = 0; at < length; at += 1) if (now[at] !== were[at]) return false
    return true
  }

  #shortened(now: unknown, were: ReadonlyArray<unknown>, length: number): ReadonlyArray<unknown> {
    if (Array.isArray(now) && this.#copyOf.get(now) === were && now.length >= length) {
      now.length = length
      return now
    }
    if (were.length === length) return were
    const copy = were.slice(0, length)
    this.#copyOf.set(copy, were)
    return copy
  }

  /** The interview as it was before these facts; what it is now must not be read after. */
  asItWas(now: Interview, were: InterviewFacts): Interview {
    const before = withFacts(now, were)
    for (const list of interviewLists) {
      const [items, length] = [were[list], were.lengths?.[list]]
      if (items === undefined || length === undefined) continue
      Object.assign(before, { [list]: this.#shortened(now[list], items, length) })
    }
    return before
  }
}
