/** One disappearance may be reported by the police of two places and by a person: the reports of an episode. */
import type { Instant } from "../calendar/instant.ts"
import { type EpisodeId, PoliceReference } from "./identifiers.ts"
import type { MissingNotification, Notification } from "./notification.ts"
import type { ChildState, Episode, ReceivedNotification, Repeat } from "./state.ts"

const NOT_YET_GIVEN = "NOT-YET-GIVEN-"

/** Stands in for the police reference in a person's own report while the police have given none; `id` must be unique. */
export const referenceNotYetGiven = (id: string): PoliceReference => PoliceReference.make(`${NOT_YET_GIVEN}${id}`)

/** Whether the police gave this reference, or it only stands in for theirs. */
export const isGivenByPolice = (reference: PoliceReference): boolean => !reference.startsWith(NOT_YET_GIVEN)

type Report = ReceivedNotification & { readonly notification: MissingNotification; readonly episodeId: EpisodeId }

const isReport = (received: ReceivedNotification): received is Report =>
  received.notification.kind === "missing" && received.episodeId !== undefined

/** A notification that is about an episode, and its place among all that were received. */
export interface JoinedNotification extends ReceivedNotification {
  readonly place: number
}

/**
 * The report that news under its reference is about. The police use a reference again for a child who goes missing once
 * more: what was sent before that is about the time before.
 */
const reportFor = (reports: ReadonlyArray<Report>, { sentAt }: Pick<Notification, "sentAt">): Report | undefined =>
  reports.findLast(({ notification }) => notification.sentAt <= sentAt) ?? reports[0]

/** Which notification is about which episode: put together once for a state, because every decision asks more than once. */
class ReportIndex {
  readonly #state: ChildState
  readonly #episodes: ReadonlyMap<EpisodeId, Episode>
  /** The reports under each reference, by when they were sent. */
  readonly #reports = new Map<PoliceReference, Array<Report>>()
  #joined: ReadonlyMap<EpisodeId, ReadonlyArray<JoinedNotification>> | undefined
  #bySaidTime: ReadonlyMap<Instant, ReadonlySet<EpisodeId>> | undefined

  constructor(state: ChildState) {
    this.#state = state
    this.#episodes = new Map(state.episodes.map((episode) => [episode.id, episode]))
    for (const received of state.notifications) {
      if (!isReport(received)) continue
      const { policeReference } = received.notification
      const same = this.#reports.get(policeReference)
      if (same === undefined) this.#reports.set(policeReference, [received])
      else same.push(received)
    }
    for (const same of this.#reports.values()) same.sort((a, b) => a.notification.sentAt - b.notification.sentAt)
  }

  reportUnder(reference: PoliceReference, sent: Pick<Notification, "sentAt">): Report | undefined {
    return reportFor(this.#reports.get(reference) ?? [], sent)
  }

  keptOf(id: EpisodeId): Episode | undefined {
    let episode = this.#episodes.get(id)
    for (let step = 0; step < this.#episodes.size; step += 1) {
      if (episode?.progress._tag !== "Cancelled" || episode.progress.duplicateOf === undefined) break
      episode = this.#episodes.get(episode.progress.duplicateOf)
    }
    return episode
  }

  get joined(): ReadonlyMap<EpisodeId, ReadonlyArray<JoinedNotification>> {
    if (this.#joined !== undefined) return this.#joined
    const joined = new Map<EpisodeId, Array<JoinedNotification>>()
    for (const [place, received] of this.#state.notifications.entries()) {
      const { notification } = received
      const report = isReport(received) ? received : this.reportUnder(notification.policeReference, notification)
      const id = report === undefined ? undefined : this.keptOf(report.episodeId)?.id
      if (id === undefined) continue
      const same = joined.get(id)
      if (same === undefined) joined.set(id, [{ ...received, place }])
      else same.push({ ...received, place })
    }
    this.#joined = joined
    return joined
  }

  /** The episodes that were ever said to be missing from each time. */
  get bySaidTime(): ReadonlyMap<Instant, ReadonlySet<EpisodeId>> {
    if (this.#bySaidTime !== undefined) return this.#bySaidTime
    const byTime = new Map<Instant, Set<EpisodeId>>()
    const note = (time: Instant, id: EpisodeId) => {
      const ids = byTime.get(time)
      if (ids === undefined) byTime.set(time, new Set([id]))
      else ids.add(id)
    }
    for (const { id, missingAt } of this.#state.episodes) note(missingAt, id)
    for (const [id, notifications] of this.joined) {
      for (const { notification } of notifications) {
        if ("missingAt" in notification && notification.missingAt !== undefined) note(notification.missingAt, id)
      }
    }
    this.#bySaidTime = byTime
    return byTime
  }
}

const indexes = new WeakMap<ChildState, ReportIndex>()

const indexOf = (state: ChildState): ReportIndex => {
  const before = indexes.get(state)
  if (before !== undefined) return before
  const index = new ReportIndex(state)
  indexes.set(state, index)
  return index
}

/** The episode that is kept of those merged with this one, which may be this one. */
export const keptOf = (state: ChildState, id: EpisodeId): Episode | undefined => indexOf(state).keptOf(id)

/** The episode that a notification under a known reference is about; undefined while its report has not come. */
export const episodeReported = (state: ChildState, notification: Notification): Episode | undefined => {
  const index = indexOf(state)
  const report = index.reportUnder(notification.policeReference, notification)
  return report === undefined ? undefined : index.keptOf(report.episodeId)
}

/** Every notification about an episode, those about its duplicates too, in the order they came. */
export const notificationsOf = (state: ChildState, id: EpisodeId): ReadonlyArray<JoinedNotification> =>
  indexOf(state).joined.get(id) ?? []

/** The episodes that were ever said to be missing from this time: reports from the same time are of one disappearance. */
export const episodesSaidFrom = (state: ChildState, missingAt: Instant): ReadonlyArray<Episode> => {
  const index = indexOf(state)
  const ids = index.bySaidTime.get(missingAt)
  return ids === undefined ? [] : [...ids].flatMap((id) => state.episodes.find((episode) => episode.id === id) ?? [])
}

/** What was sent again of an episode. */
export const repeatsOf = (state: ChildState, id: EpisodeId): ReadonlyArray<Repeat> => {
  const { repeats = [] } = state
  if (repeats.length === 0) return []
  const index = indexOf(state)
  return repeats.filter((repeat) => {
    const report = index.reportUnder(repeat.policeReference, repeat)
    return report !== undefined && index.keptOf(report.episodeId)?.id === id
  })
}

/** The reports of an episode that nobody has cancelled, in the order they came. */
export const reportsOf = (state: ChildState, id: EpisodeId): ReadonlyArray<MissingNotification> => {
  const index = indexOf(state)
  const cancelled = new Set(
    state.notifications.flatMap(({ notification }) =>
      notification.kind === "cancelled"
        ? (index.reportUnder(notification.policeReference, notification)?.notification ?? [])
        : []
    )
  )
  return state.notifications.flatMap(({ episodeId, notification }) =>
    episodeId === id && notification.kind === "missing" && !cancelled.has(notification) ? [notification] : []
  )
}
