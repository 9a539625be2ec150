import { Casework, Council, factsOf, linkedTo, movedTo } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { type ChildReference, type ChildState, type EpisodeId, fold, latestEpisode } from "@safe-return/domain/pathway"
import { Deliveries, Journal, type JournalUnavailable, type Profile, Profiles } from "@safe-return/journal"
import { episodeStatus } from "@safe-return/wording"
import { Effect, Option } from "effect"
import { dueClock } from "../clocks/dueClock.ts"
import { monotonicMillis } from "../clocks/monotonic.ts"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import type { CaseSnapshot } from "../owed/OwedMessage.ts"
import type { Roster } from "../recipients/Roster.ts"
import { Shadow } from "../shadow/Shadow.ts"
import { LadderClock } from "./ladderClock.ts"

/** Everything that what is owed about a child is computed from, as it stands now. */
export const caseReader = Effect.gen(function* () {
  const ladderClock = new LadderClock()
  const casework = yield* Casework
  const deliveries = yield* Deliveries
  const journal = yield* Journal
  const profiles = yield* Profiles
  const announceFrom = yield* announcementCutoff
  const dueNow = yield* dueClock
  const { calendars } = yield* Council
  const { wentLiveAt } = yield* Shadow
  const lastProfiles = new Map<ChildReference, Profile>()

  /** An alert that was shadowed was sent to nobody before the council went live, so its ladder begins then. */
  const beginAtLive = (steady: (at: Instant) => Instant) => {
    const live = wentLiveAt()
    return live === undefined ? steady : (at: Instant) => Instant(Math.max(steady(at), live))
  }

  /** Of the latest disappearance of each child who is missing together with this one. */
  const statusOfLinked = Effect.fnUntraced(function* (state: ChildState) {
    const status = new Map<ChildReference, string>()
    for (const other of linkedTo(state)) {
      const theirs = yield* Effect.option(casework.get(other))
      const latest = Option.flatMap(theirs, latestEpisode)
      if (Option.isSome(theirs) && Option.isSome(latest)) status.set(other, episodeStatus(theirs.value, latest.value))
    }
    return status
  })

  /** Where the reports are that were recorded on the wrong child, by the episode they were moved from. */
  const movedFrom = Effect.fnUntraced(function* (child: ChildReference, state: ChildState) {
    const right = new Map<EpisodeId, ChildReference>()
    for (const episode of state.episodes) {
      const other = yield* Effect.provideService(movedTo(child, state, episode), Casework, casework)
      if (Option.isSome(other)) right.set(episode.id, other.value)
    }
    return right
  })

  /** The state is of the very entries beside it, so that the two cannot disagree. */
  const readHistory = Effect.fnUntraced(function* (child: ChildReference) {
    const { entries } = yield* journal.read(child)
    const folded = yield* casework.foldedTo(child, entries.at(-1)?.position ?? 0)
    return { entries, state: Option.getOrElse(folded, () => fold(entries.map(({ recorded }) => recorded))) }
  })

  /** Where the journal cannot be read: alerts rest on the state alone, which is in memory. */
  const remembered = (child: ChildReference) => (failed: JournalUnavailable) =>
    Effect.matchEffect(casework.get(child), {
      onFailure: () => Effect.fail(failed),
      onSuccess: (state) => Effect.succeed({ entries: [], state })
    })

  const profileOf = (child: ChildReference) =>
    Effect.matchEffect(profiles.find(child), {
      onFailure: () => Effect.sync(() => lastProfiles.get(child)),
      onSuccess: (found) =>
        Effect.sync(() => {
          const profile = Option.getOrUndefined(found)
          if (profile === undefined) lastProfiles.delete(child)
          else lastProfiles.set(child, profile)
          return profile
        })
    })

  const read = Effect.fnUntraced(function* (child: ChildReference, there: Roster) {
    const { entries, state } = yield* Effect.catch(readHistory(child), remembered(child))
    const profile = yield* profileOf(child)
    const delivered = yield* deliveries.of(child)
    const now = yield* dueNow
    const forward = yield* monotonicMillis
    const togetherWith = yield* statusOfLinked(state)
    const moved = yield* movedFrom(child, state)
    const snapshot: CaseSnapshot = {
      child,
      state,
      ...(togetherWith.size === 0 ? {} : { togetherWith }),
      ...(moved.size === 0 ? {} : { movedTo: moved }),
      entries,
      there,
      calendars,
      delivered,
      announceFrom: announceFrom(now),
      now,
      steady: beginAtLive(ladderClock.steady(child, state, { now, forward })),
      facts: factsOf(profile)
    }
    const worker = profile?.allocatedWorker
    return worker === undefined ? snapshot : { ...snapshot, allocatedWorker: worker }
  })

  return { read, forget: (child: ChildReference): void => ladderClock.forget(child) }
})
