import { Casework, linkedTo } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, ChildState } from "@safe-return/domain/pathway"
import { Deliveries, type DeliverySubject, type JournalUnavailable } from "@safe-return/journal"
import { Effect, Option } from "effect"
import { dueClock } from "../clocks/dueClock.ts"
import { monotonicMillis } from "../clocks/monotonic.ts"
import type { OwedMessage } from "../owed/OwedMessage.ts"
import type { Roster } from "../recipients/Roster.ts"
import { readPresence } from "../recipients/readRoster.ts"
import { withoutShadowed } from "../shadow/withoutShadowed.ts"
import { earliest } from "./earliest.ts"
import { KnownDeliveries } from "./KnownDeliveries.ts"
import type { Look } from "./Look.ts"
import { nextLookAt } from "./nextLook.ts"
import { Revisions } from "./Revisions.ts"
import { owedReader } from "./readOwed.ts"
import type { TeamFacts, TeamSource } from "./TeamSource.ts"

/** In milliseconds: what another instance writes beside the journal's entries is noticed only by another look. */
const HOLDS_FOR = 1_000

/** Looks at a child or the team: everything that is owed, with one read of what was delivered. */
export const lookReader = Effect.gen(function* () {
  const casework = yield* Casework
  const deliveries = yield* Deliveries
  const reader = yield* owedReader
  const presence = yield* readPresence
  const roster = Effect.map(presence, ({ there }) => there)
  const dueNow = yield* dueClock
  const revisions = new Revisions()
  const sources: Array<TeamSource> = []
  let turns = 0

  /** Neither time has brought anything nor is anybody there, or away, who was not. */
  const isOfNow = Effect.fnUntraced(function* (
    there: Roster,
    { now, forward, nextLookAt }: Pick<Look, "now" | "forward" | "nextLookAt">
  ) {
    if ((yield* monotonicMillis) - forward >= HOLDS_FOR || (yield* roster) !== there) return false
    const time = yield* dueNow
    return time >= now && (nextLookAt === undefined || time < nextLookAt)
  })

  const statesOfLinked = (state: ChildState) =>
    Effect.forEach(linkedTo(state), (other) => Effect.map(Effect.option(casework.get(other)), Option.getOrUndefined))

  const begin = Effect.fnUntraced(function* (about: DeliverySubject) {
    turns += 1
    return { about, turn: turns, revision: revisions.of(about), forward: yield* monotonicMillis }
  })

  const atChild = Effect.fnUntraced(function* (
    child: ChildReference,
    there: Roster
  ): Effect.fn.Return<Look, JournalUnavailable> {
    const { about, turn, revision, forward } = yield* begin(child)
    const read = yield* reader.ofChild(child, there)
    const { entries, state, now, isWhole } = read
    const { owed, delivered } = withoutShadowed(read)
    const known = new KnownDeliveries(about, delivered, revisions, revision)
    const moment = { now, forward, nextLookAt: nextLookAt(read) }
    const position = entries.at(-1)?.position ?? 0
    const linked = yield* statesOfLinked(state)
    const isCurrent = Effect.gen(function* () {
      if (!known.isCurrent || Option.isNone(yield* casework.foldedTo(child, position))) return false
      const states = yield* statesOfLinked(state)
      return states.every((one, index) => one === linked[index]) && (yield* isOfNow(there, moment))
    })
    return { about, turn, owed, known, isWhole, isCurrent, ...moment }
  })

  /** A source that cannot be read hides none of the others. */
  const readSource = (source: TeamSource, facts: TeamFacts) => {
    const failed = (cause: unknown) => Effect.as(Effect.logError(`${source.name} could not be made`, cause), undefined)
    return source.read(facts).pipe(Effect.catch(failed), Effect.catchDefect(failed))
  }

  const nextOfTeam = (now: Instant) => earliest([reader.nextOfTeam(now), ...sources.map(({ nextAt }) => nextAt(now))])

  const atTeam = Effect.gen(function* (): Effect.fn.Return<Look, JournalUnavailable> {
    const present = yield* presence
    const { there } = present
    const { about, turn, revision, forward } = yield* begin("team")
    const states = yield* casework.active
    const delivered = yield* deliveries.of(about)
    const now = yield* dueNow
    const facts = { ...present, delivered, now }
    const lists = yield* reader.ofTeam(facts)
    const read = yield* Effect.forEach(sources, (source) => readSource(source, facts))
    const all = [...lists, ...read.flatMap((one): ReadonlyArray<OwedMessage> => one ?? [])]
    const { owed, delivered: settled } = withoutShadowed({ owed: all, delivered })
    const known = new KnownDeliveries(about, settled, revisions, revision)
    const moment = { now, forward, nextLookAt: nextOfTeam(now) }
    const isCurrent = Effect.gen(function* () {
      return known.isCurrent && (yield* casework.active) === states && (yield* isOfNow(there, moment))
    })
    return { about, turn, owed, known, isWhole: !read.includes(undefined), isCurrent, ...moment }
  })

  return {
    roster,
    atChild,
    atTeam,
    nextOfTeam,
    addTeamSource: (source: TeamSource): void => void sources.push(source),
    /** What was found of the subject before may be out of date. */
    noteChange: (about: DeliverySubject): void => void revisions.change(about),
    forget: reader.forget,
    /** Slack may know more of people by now. */
    askAgain: reader.askAgain
  }
})
