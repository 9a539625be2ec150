import { at, child, entriesOf, type Told, tell } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import type { CaseSnapshot } from "../src/owed/OwedMessage.ts"
import { emptyRoster } from "../src/recipients/Roster.ts"

/** A case of which nothing has been sent. */
export const caseSnapshot = (told: ReadonlyArray<Told>, more: Partial<CaseSnapshot> = {}): CaseSnapshot => {
  const { state, recorded } = tell(told)
  return {
    child,
    state,
    entries: entriesOf(recorded),
    delivered: new Map(),
    there: emptyRoster,
    calendars,
    announceFrom: at(-100),
    now: at(40),
    ...more
  }
}

/** What was sent under these keys, to the one conversation or the other. */
export const sentUnder = (keys: ReadonlyArray<DeliveryKey>): ReadonlyMap<DeliveryKey, Delivery> =>
  new Map(
    keys.map((key) => [key, { _tag: "Sent", key, channel: "D1", ts: "1.0", fingerprint: "made-up", sentAt: at(0) }])
  )

/** Every word of a message, for looking at what it says. */
export const wordsOf = (content: unknown): string => JSON.stringify(content)
