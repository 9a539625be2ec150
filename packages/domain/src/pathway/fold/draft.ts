import type { Instant } from "../../calendar/instant.ts"
import type { EpisodeId, InterviewId } from "../../vocabulary/identifiers.ts"
import type { EarlyNotification, Notification } from "../notification.ts"
import type { ChildState, Episode, Interview } from "../state.ts"
import { withReplacements } from "../withReplacements.ts"
import { ChangingList } from "./ChangingList.ts"
import { Replacing } from "./Replacing.ts"

type Received = ChildState["notifications"][number]

/** A child's state while events are applied to it. It lives no longer than the call that folds. */
export interface Draft {
  readonly episodes: ChangingList<Episode>
  readonly interviews: ChangingList<Interview>
  /** By police reference while they wait for their episode; without a key once they have one. */
  readonly notifications: ChangingList<Received>
  /** Lists inside an interview that this draft made itself, and may add to in place. */
  readonly own: WeakSet<object>
  /** What such a list of ids holds, once it is long. */
  readonly held: WeakMap<object, Set<EpisodeId>>
  /** When the event that is applied was recorded; undefined before it is. */
  at: Instant | undefined
  repeats: ChildState["repeats"]
  turnedAway: ChildState["turnedAway"]
  turnedAwayAnswered: ChildState["turnedAwayAnswered"]
  findMePlan: ChildState["findMePlan"]
  death: ChildState["death"]
  deathTakenBack: ChildState["deathTakenBack"]
  unknownEvents: ChildState["unknownEvents"]
  imported: ChildState["imported"]
  /** What the event that is applied replaces, and what those before it did. */
  readonly replacing: Replacing
  replaced: ChildState["replaced"]
}

export const draftOf = (state: ChildState, replacing = new Replacing()): Draft => ({
  episodes: new ChangingList(state.episodes, ({ id }) => id, replacing.episode),
  interviews: new ChangingList(state.interviews, ({ id }) => id, replacing.interview),
  notifications: new ChangingList(state.notifications, ({ notification, episodeId }) =>
    episodeId === undefined ? notification.policeReference : undefined
  ),
  own: new WeakSet(),
  held: new WeakMap(),
  at: undefined,
  repeats: state.repeats,
  turnedAway: state.turnedAway,
  turnedAwayAnswered: state.turnedAwayAnswered,
  findMePlan: state.findMePlan,
  death: state.death,
  deathTakenBack: state.deathTakenBack,
  unknownEvents: state.unknownEvents,
  imported: state.imported,
  replacing,
  replaced: state.replaced
})

const isEarly = (notification: Notification): notification is EarlyNotification => notification.kind !== "missing"

/** The state the draft has come to; the state it started from when nothing changed. */
export const finished = (draft: Draft, from: ChildState): ChildState => {
  const episodes = draft.episodes.items
  const interviews = draft.interviews.items
  const notifications = draft.notifications.items
  const {
    repeats,
    turnedAway,
    turnedAwayAnswered,
    findMePlan,
    death,
    deathTakenBack,
    unknownEvents,
    imported,
    replaced
  } = draft
  if (
    episodes === from.episodes &&
    interviews === from.interviews &&
    notifications === from.notifications &&
    repeats === from.repeats &&
    turnedAway === from.turnedAway &&
    turnedAwayAnswered === from.turnedAwayAnswered &&
    findMePlan === from.findMePlan &&
    death === from.death &&
    deathTakenBack === from.deathTakenBack &&
    unknownEvents === from.unknownEvents &&
    imported === from.imported
  ) {
    return from
  }
  const early =
    notifications === from.notifications
      ? from.early
      : notifications.flatMap(({ notification, episodeId }) =>
          episodeId === undefined && isEarly(notification) ? [notification] : []
        )
  const state = {
    episodes,
    interviews,
    notifications,
    early,
    ...(repeats === undefined ? {} : { repeats }),
    ...(turnedAway === undefined ? {} : { turnedAway }),
    ...(turnedAwayAnswered === undefined ? {} : { turnedAwayAnswered }),
    ...(findMePlan === undefined ? {} : { findMePlan }),
    ...(death === undefined ? {} : { death }),
    ...(deathTakenBack === undefined ? {} : { deathTakenBack }),
    ...(unknownEvents === undefined ? {} : { unknownEvents }),
    ...(imported === undefined ? {} : { imported })
  }
  return withReplacements(state, replaced)
}

/** A child who is not back came back to nowhere, and one who is missing after all is nowhere that is known. */
const onlyWhatIsKnown = (episode: Episode): Episode => {
  const { progress, stays, returnedTo } = episode
  const isStayed = stays === undefined || progress._tag !== "Missing"
  const isBack = returnedTo === undefined || progress._tag === "Returned" || progress._tag === "Cancelled"
  if (isStayed && isBack) return episode
  const { stays: _stays, returnedTo: _returnedTo, ...rest } = episode
  return isStayed && stays !== undefined ? { ...rest, stays } : rest
}

export const changeEpisode = (draft: Draft, id: EpisodeId, changed: (episode: Episode) => Episode): void =>
  draft.episodes.change(id, (episode) => onlyWhatIsKnown(changed(episode)))

const isNone = ({ notDone, response, takenUpAgain }: Interview): boolean =>
  notDone !== undefined || (response === "declined" && takenUpAgain === undefined)

/** However that came about: a person who was away is told what became of theirs. */
const datedNone = (before: Interview, after: Interview, at: Instant | undefined): Interview => {
  if (!isNone(after)) {
    if (after.noneSince === undefined) return after
    const { noneSince: _, ...owed } = after
    return owed
  }
  return at === undefined || isNone(before) ? after : { ...after, noneSince: at }
}

/** What was held long before is known of only from when it is recorded. */
const datedHeld = (before: Interview, after: Interview, at: Instant | undefined): Interview => {
  if (after.completed === undefined) {
    if (after.loggedAt === undefined) return after
    const { loggedAt: _, ...unheld } = after
    return unheld
  }
  return at === undefined || before.completed !== undefined ? after : { ...after, loggedAt: at }
}

export const changeInterview = (draft: Draft, id: InterviewId, changed: (interview: Interview) => Interview): void =>
  draft.interviews.change(id, (interview) => {
    const after = changed(interview)
    return datedHeld(interview, datedNone(interview, after, draft.at), draft.at)
  })

/** The list with one more item: in place when this draft made the list, else a copy that it may add to next time. */
export const withItem = <T>(draft: Draft, list: ReadonlyArray<T>, item: T): ReadonlyArray<T> => {
  if (draft.own.has(list)) {
    ;(list as Array<T>).push(item)
    return list
  }
  const made = [...list, item]
  draft.own.add(made)
  return made
}

type Ids = readonly [EpisodeId, ...ReadonlyArray<EpisodeId>]

/** The list with these ids too, each once, at a cost that does not grow with those there are. */
export const withIds = (draft: Draft, list: Ids, added: ReadonlyArray<EpisodeId>): Ids => {
  const held = draft.held.get(list) ?? new Set(list)
  let ids: ReadonlyArray<EpisodeId> = list
  for (const id of added) {
    if (held.has(id)) continue
    held.add(id)
    ids = withItem(draft, ids, id)
  }
  draft.held.set(ids, held)
  return ids as Ids
}
