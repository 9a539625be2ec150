import { calendars, type Instant } from "@safe-return/domain/calendar"
import type { ChildState } from "@safe-return/domain/pathway"
import { triggersFired, undecidedAmong } from "@safe-return/domain/risk"
import { manager, type Told } from "./madeUpCase.ts"

/** A decision by the manager on every trigger that waits by then. */
export const decidedTriggers = (state: ChildState, now: Instant): ReadonlyArray<Told> =>
  undecidedAmong(state, triggersFired(state, { now, calendars })).map(({ firing, episodeId }) => ({
    by: manager,
    now,
    command: {
      _tag: "DecideOnTrigger",
      episodeId,
      trigger: firing.key,
      level: firing.level,
      answer: "yes",
      reason: "A meeting is arranged.",
      isManagerApart: true
    }
  }))
