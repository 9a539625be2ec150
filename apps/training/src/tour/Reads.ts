/** When each persona last looked at what, known as in Slack from what was asked for, not from what was clicked. */
import type { Instant } from "@safe-return/domain/calendar"

/** Looked at instead of a conversation. */
export const EXPLANATION = "explanation"

export class Reads {
  readonly #at = new Map<string, Instant>()

  looked(person: string, place: string, at: Instant, thread = ""): void {
    this.#at.set(`${person} ${place} ${thread}`, at)
  }

  lastLook(person: string, place: string, thread = ""): Instant | undefined {
    return this.#at.get(`${person} ${place} ${thread}`)
  }
}
