import { Result } from "effect"
import type { Instant } from "../../src/calendar/index.ts"
import { type ChildState, type Command, decide, emptyChildState, evolve, PersonId } from "../../src/pathway/index.ts"
import type { Policy } from "../../src/policy/index.ts"
import { episodeId, missing, notify } from "../pathway/madeUpChild.ts"

/** The state after one more command, decided and recorded at this very time. */
export const doneAt = (state: ChildState, now: Instant, command: Command): ChildState =>
  Result.getOrThrow(decide(state, command, { now })).reduce<ChildState>(
    (sofar, event) => evolve(sofar, { recordedAt: now, recordedBy: PersonId.make("made-up-recorder"), event }),
    state
  )

/** The made-up child, reported missing at this time. */
export const missingSince = (
  notifiedAt: Instant,
  said: Parameters<typeof missing>[0] = {},
  policy?: Policy
): ChildState =>
  doneAt(
    emptyChildState,
    notifiedAt,
    notify(missing({ missingAt: notifiedAt, reportedAt: notifiedAt, ...said }), episodeId, policy)
  )
