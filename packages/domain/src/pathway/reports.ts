/** One disappearance may be reported by the police of two places and by a person: the reports of an episode. */
import { type EpisodeId, PoliceReference } from "./identifiers.ts"
import type { MissingNotification, Notification } from "./notification.ts"
import type { ChildState, Episode, ReceivedNotification, Repeat } from "./state.ts"

const NOT_YET_GIVEN = "NOT-YET-GIVEN-"

/** Stands in for the police reference in a person's own report while the police have given none; `id` must be unique. */
export const referenceNotYetGiven = (id: string): PoliceReference => PoliceReference.make(`${NOT_YET_GIVEN}${id}`)

/** Whether the police gave this reference, or it only stands in for theirs. */
export const isGivenByPolice = (reference: PoliceReference): boolean => !reference.startsWith(NOT_YET_GIVEN)

/** The episode that is kept of those merged with this one, which may be this one. */
export const keptOf = (state: ChildState, id: EpisodeId): Episode | undefined => {
  const byId = (wanted: EpisodeId) => state.episodes.find((episode) => episode.id === wanted)
  let episode = byId(id)
  for (let step = 0; step < state.episodes.length; step += 1) {
    if (episode?.progress._tag !== "Cancelled" || episode.progress.duplicateOf === undefined) break
    episode = byId(episode.progress.duplicateOf)
  }
  return episode
}

type Report = ReceivedNotification & { readonly notification: MissingNotification; readonly episodeId: EpisodeId }

const isReport = (received: ReceivedNotification): received is Report =>
  received.notification.kind === "missing" && received.episodeId !== undefined

/** The reports under each police reference, by when they were sent. */
const reportsByReference = ({ notifications }: ChildState): ReadonlyMap<PoliceReference, ReadonlyArray<Report>> => {
  const reports = new Map<PoliceReference, Array<Report>>()
  for (const received of notifications) {
    if (!isReport(received)) continue
    const same = reports.get(received.notification.policeReference)
    if (same === undefined) reports.set(received.notification.policeReference, [received])
    else same.push(received)
  }
  for (const same of reports.values()) same.sort((a, b) => a.notification.sentAt - b.notification.sentAt)
  return reports
}

/**
 * The report that news under its reference is about. The police use a reference again for a child who goes missing once
 * more: what was sent before that is about the time before.
 */
const reportFor = (reports: ReadonlyArray<Report>, { sentAt }: Pick<Notification, "sentAt">): Report | undefined =>
  reports.findLast(({ notification }) => notification.sentAt <= sentAt) ?? reports[0]

/** The episode that a notification under a known reference is about; undefined while its report has not come. */
export const episodeReported = (state: ChildState, notification: Notification): Episode | undefined => {
  const reports = reportsByReference(state).get(notification.policeReference) ?? []
  const report = reportFor(reports, notification)
  return report === undefined ? undefined : keptOf(state, report.episodeId)
}

/** A notification that is about an episode, and its place among all that were received. */
export interface JoinedNotification extends ReceivedNotification {
  readonly place: number
}

/** Every notification about an episode, those about its duplicates too, in the order they came. */
export const notificationsOf = (state: ChildState, id: EpisodeId): ReadonlyArray<JoinedNotification> => {
  const reports = reportsByReference(state)
  const kept = new Map<EpisodeId, EpisodeId | undefined>()
  const keptIdOf = (episodeId: EpisodeId) => {
    if (!kept.has(episodeId)) kept.set(episodeId, keptOf(state, episodeId)?.id)
    return kept.get(episodeId)
  }
  return state.notifications.flatMap((received, place) => {
    const { notification } = received
    const report = isReport(received)
      ? received
      : reportFor(reports.get(notification.policeReference) ?? [], notification)
    return report !== undefined && keptIdOf(report.episodeId) === id ? [{ ...received, place }] : []
  })
}

/** What was sent again of an episode. */
export const repeatsOf = (state: ChildState, id: EpisodeId): ReadonlyArray<Repeat> => {
  const { repeats = [] } = state
  if (repeats.length === 0) return []
  const reports = reportsByReference(state)
  return repeats.filter(({ policeReference, sentAt }) => {
    const report = reportFor(reports.get(policeReference) ?? [], { sentAt })
    return report !== undefined && keptOf(state, report.episodeId)?.id === id
  })
}

/** The reports of an episode that nobody has cancelled, in the order they came. */
export const reportsOf = (state: ChildState, id: EpisodeId): ReadonlyArray<MissingNotification> => {
  const reports = reportsByReference(state)
  const cancelled = new Set(
    state.notifications.flatMap(({ notification }) => {
      if (notification.kind !== "cancelled") return []
      return reportFor(reports.get(notification.policeReference) ?? [], notification)?.notification ?? []
    })
  )
  return state.notifications.flatMap(({ episodeId, notification }) =>
    episodeId === id && notification.kind === "missing" && !cancelled.has(notification) ? [notification] : []
  )
}
