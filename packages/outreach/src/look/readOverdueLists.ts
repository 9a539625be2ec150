import { Casework, Council } from "@safe-return/casework"
import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { ChildReference, ChildState } from "@safe-return/domain/pathway"
import { Deliveries, type Delivery, type DeliveryKey } from "@safe-return/journal"
import { Effect } from "effect"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { type Mornings, morningsOf } from "../owed/listMornings.ts"
import { LIST, type NamedInterview, namedOn, type OwedPage, overdueLists } from "../owed/overdueListsOwed.ts"
import type { TeamFacts } from "./TeamSource.ts"

type States = ReadonlyMap<ChildReference, ChildState>

/** The times of today's lists that people have: kept current though nothing on them is overdue any more. */
const begunToday = (delivered: ReadonlyMap<DeliveryKey, Delivery>, now: Instant): ReadonlyArray<Instant> => {
  const today = londonDayOf(now)
  return [...delivered.keys()].flatMap((key) => {
    const [list, at] = key.split(":")
    return list === LIST && londonDayOf(Instant(Number(at))) === today ? [Instant(Number(at))] : []
  })
}

/** The lists of overdue interviews that are owed, as things stand now. */
export const overdueListsReader = Effect.gen(function* () {
  const casework = yield* Casework
  const deliveries = yield* Deliveries
  const announceFrom = yield* announcementCutoff
  const { calendars } = yield* Council
  /** The mornings of these states and what the list of each names, which cost a look at every child. */
  let before:
    | (Mornings & {
        readonly states: States
        readonly from: Instant
        readonly named: Map<Instant, ReadonlyArray<NamedInterview>>
      })
    | undefined

  /** Whether all of it was said that morning by messages of their own, before there were lists. */
  const isSaid = Effect.fnUntraced(function* ({ unlessSaid }: OwedPage) {
    for (const { child, key } of unlessSaid) {
      if ((yield* deliveries.of(child)).get(key)?._tag !== "Sent") return false
    }
    return unlessSaid.length > 0
  })

  return Effect.fn("Outreach.readOverdueLists")(function* ({ there, delivered, now }: TeamFacts) {
    const states = yield* casework.active
    const council = { there, calendars, announceFrom: announceFrom(now) }
    if (before?.states !== states || now < before.from || now >= before.next) {
      before = { ...morningsOf(states.values(), now, council), states, from: now, named: new Map() }
    }
    const { latest, named } = before
    const moments = new Set([...latest, ...begunToday(delivered, now)])
    const owed = yield* Effect.forEach(moments, (at) =>
      Effect.gen(function* () {
        const ofMorning = named.get(at) ?? namedOn(yield* casework.activeAt(at), at, council)
        named.set(at, ofMorning)
        const pages = overdueLists({ ...council, states, named: ofMorning, delivered, at, now })
        return yield* Effect.filter(pages, (page) =>
          delivered.has(page.key) ? Effect.succeed(true) : Effect.map(isSaid(page), (said) => !said)
        )
      })
    )
    return owed.flat()
  })
})
