import { type Firing, triggersFired } from "@safe-return/domain/risk"
import type { CaseSnapshot } from "./OwedMessage.ts"

/** Several kinds of messages rest on them, and to judge every rule is the dear part of a look. */
const judged = new WeakMap<CaseSnapshot, ReadonlyArray<Firing>>()

/** Every trigger that the child's history has met by now. */
export const firingsIn = (snapshot: CaseSnapshot): ReadonlyArray<Firing> => {
  const known = judged.get(snapshot)
  if (known !== undefined) return known
  const { state, now, facts = {}, calendars } = snapshot
  const fired = triggersFired(state, { now, facts, calendars })
  judged.set(snapshot, fired)
  return fired
}
