import { at, child, entriesOf, type Told, tell } from "@safe-return/casework/testing"
import { calendars } from "@safe-return/domain/calendar"
import type { CaseSnapshot } from "../../src/delivery/OwedMessage.ts"
import { emptyRoster } from "../../src/delivery/Roster.ts"

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

/** Every word of a message, for looking at what it says. */
export const wordsOf = (content: unknown): string => JSON.stringify(content)
