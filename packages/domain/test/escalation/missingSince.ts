import type { Instant } from "../../src/calendar/index.ts"
import { type ChildState, emptyChildState } from "../../src/pathway/index.ts"
import type { Policy } from "../../src/policy/index.ts"
import { doneAt, episodeId, missing, notify } from "../pathway/madeUpChild.ts"

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
