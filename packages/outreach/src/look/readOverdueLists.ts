import { Casework, Council } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { lastOverdueMorning, nextOverdueMorning } from "@safe-return/domain/deadlines"
import { Effect, Option } from "effect"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { namedOn, overdueList } from "../owed/overdueListsOwed.ts"
import type { ListFacts } from "./TeamSource.ts"

/** The list of overdue interviews that is owed to the channel, as things stand now. */
export const overdueListsReader = Effect.gen(function* () {
  const casework = yield* Casework
  const announceFrom = yield* announcementCutoff
  const { calendars, policyAt } = yield* Council
  /** What the last list names, which costs a look at every child. */
  let before: { readonly at: Instant; readonly named: ReturnType<typeof namedOn> } | undefined

  const read = Effect.fn("Outreach.readOverdueLists")(function* ({ there, delivered, now }: ListFacts) {
    const at = Option.getOrUndefined(lastOverdueMorning(policyAt(now), now, calendars))
    if (at === undefined || at < announceFrom(now)) return []
    const states = yield* casework.active
    if (before?.at !== at) before = { at, named: namedOn(yield* casework.activeAt(at), at, { calendars }) }
    return overdueList({ there, delivered, now, at, named: before.named, states })
  })
  const nextAt = (now: Instant) => Option.getOrUndefined(nextOverdueMorning(policyAt(now), now, calendars))
  return { read, nextAt }
})
