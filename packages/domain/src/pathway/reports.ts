/** One disappearance may be reported by the police of two places and by a person: the reports of an episode. */
import type { Instant } from "../calendar/instant.ts"
import { type EpisodeId, PoliceReference } from "../vocabulary/identifiers.ts"
import type { MissingNotification, Notification } from "./notification.ts"
import type { ChildState, Episode, ReceivedNotification, Repeat } from "./state.ts"

const NOT_YET_GIVEN = "NOT-YET-GIVEN-"

/**
 * Stands in for the police reference in a person's own report while the police have given none; `id` must be unique.
 *
 * @param id 1 to 50 letters, digits, - . _ /
 *
 * @example
 * ```ts
 * import { referenceNotYetGiven } from "@safe-return/domain/pathway"
 *
 * referenceNotYetGiven("42") // "NOT-YET-GIVEN-42"
 * ```
 */
export const referenceNotYetGiven = (id: string): PoliceReference => PoliceReference.make(`${NOT_YET_GIVEN}${id}`)

/**
 * Whether the police gave this reference, or it only stands in for theirs.
 *
 * @example
 * ```ts
 * import { PoliceReference, isGivenByPolice, referenceNotYetGiven } from "@safe-return/domain/pathway"
 *
 * isGivenByPolice(PoliceReference.make("SYP-2026-0417")) // true
 * isGivenByPolice(referenceNotYetGiven("42")) // false
 * ```
 */
export const isGivenByPolice = (reference: PoliceReference): boolean => !reference.startsWith(NOT_YET_GIVEN)

const NOT_SHOWN = "NOT-SHOWN-"
const DIGEST = /^NOT-SHOWN-[0-9A-F]{32}$/

/**
 * Stands for a reference that has none of the council's forms, and may be a name: always the same for the same one.
 *
 * @param digest 32 or more hexadecimal digits, made outside the domain; the first 32 count
 *
 * @example
 * ```ts
 * import { referenceNotShown } from "@safe-return/domain/pathway"
 *
 * referenceNotShown("9f86d081884c7d659a2feaa0c55ad015") // "NOT-SHOWN-9F86D081884C7D659A2FEAA0C55AD015"
 * ```
 */
export const referenceNotShown = (digest: string): PoliceReference =>
  PoliceReference.make(`${NOT_SHOWN}${digest.slice(0, 32).toUpperCase()}`)

/**
 * Whether people may read this reference: neither a stand-in for none nor a digest of one.
 *
 * @example
 * ```ts
 * import { PoliceReference, isShown, referenceNotShown } from "@safe-return/domain/pathway"
 *
 * isShown(PoliceReference.make("SYP-2026-0417")) // true
 * isShown(referenceNotShown("9f86d081884c7d659a2feaa0c55ad015")) // false
 * ```
 */
export const isShown = (reference: PoliceReference): boolean => isGivenByPolice(reference) && !DIGEST.test(reference)

type Report = ReceivedNotification & { readonly notification: MissingNotification; readonly episodeId: EpisodeId }

const isReport = (received: ReceivedNotification): received is Report =>
  received.notification.kind === "missing" && received.episodeId !== undefined

/** A notification that is about an episode, and its place among all that were received. */
export interface JoinedNotification extends ReceivedNotification {
  readonly place: number
  /** Of a record that a person joined to this one. */
  readonly isOfDuplicate: boolean
}

/** The report that news under its reference is about: the police use a reference again. */
const reportFor = (reports: ReadonlyArray<Report>, { sentAt }: Pick<Notification, "sentAt">): Report | undefined =>
  reports.findLast(({ notification }) => notification.sentAt <= sentAt) ?? reports[0]

const bySending = (a: Report, b: Report): number => a.notification.sentAt - b.notification.sentAt

/** The reports under each police reference that reports of these episodes came under, by when they were sent. */
const reportsByReference = (
  { notifications }: ChildState,
  episodes: ReadonlySet<EpisodeId>
): ReadonlyMap<PoliceReference, ReadonlyArray<Report>> => {
  const reports = new Map<PoliceReference, Array<Report>>()
  for (const received of notifications) {
    if (isReport(received) && episodes.has(received.episodeId)) reports.set(received.notification.policeReference, [])
  }
  for (const received of notifications) {
    const same = reports.get(received.notification.policeReference)
    if (same === undefined || !isReport(received)) continue
    same.push(received)
    if (same.length > 1) same.sort(bySending)
  }
  return reports
}

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

/** The episode that a notification under a known reference is about; undefined while its report has not come. */
export const episodeReported = (state: ChildState, notification: Notification): Episode | undefined => {
  const reports = state.notifications.filter(
    (received): received is Report =>
      received.notification.policeReference === notification.policeReference && isReport(received)
  )
  const report = reportFor(reports.length > 1 ? reports.sort(bySending) : reports, notification)
  return report === undefined ? undefined : keptOf(state, report.episodeId)
}

/** This episode and those merged into it, directly or by way of others. */
export const withItsDuplicates = ({ episodes }: ChildState, id: EpisodeId): ReadonlySet<EpisodeId> => {
  const parts = new Set([id])
  const merged = episodes.filter(({ progress }) => progress._tag === "Cancelled" && progress.duplicateOf !== undefined)
  if (merged.length === 0) return parts
  // A set is walked on while it grows.
  for (const part of parts) {
    for (const { id: other, progress } of merged) {
      if (progress._tag === "Cancelled" && progress.duplicateOf === part) parts.add(other)
    }
  }
  return parts
}

/** Those of them that came by a person's joining, and all that was merged into those. */
const joinedByPeople = ({ episodes }: ChildState, parts: ReadonlySet<EpisodeId>): ReadonlySet<EpisodeId> => {
  const joined = new Set<EpisodeId>()
  for (const part of parts) {
    const progress = episodes.find(({ id }) => id === part)?.progress
    if (progress?._tag !== "Cancelled" || progress.duplicateOf === undefined || !parts.has(progress.duplicateOf))
      continue
    if (progress.before.joinedBy === "person" || joined.has(progress.duplicateOf)) joined.add(part)
  }
  return joined
}

/** Every notification about an episode, those about its duplicates too, in the order they came. */
export const notificationsOf = (state: ChildState, id: EpisodeId): ReadonlyArray<JoinedNotification> => {
  const parts = withItsDuplicates(state, id)
  const reports = reportsByReference(state, parts)
  const ofDuplicates = parts.size === 1 ? new Set<EpisodeId>() : joinedByPeople(state, parts)
  const joined: Array<JoinedNotification> = []
  let place = -1
  for (const received of state.notifications) {
    place += 1
    const { notification } = received
    const report = isReport(received)
      ? received
      : reportFor(reports.get(notification.policeReference) ?? [], notification)
    if (report === undefined || !parts.has(report.episodeId)) continue
    joined.push({ ...received, place, isOfDuplicate: ofDuplicates.has(report.episodeId) })
  }
  return joined
}

/** The episodes that were ever said to be missing from this time: reports from the same time are of one disappearance. */
export const episodesSaidFrom = (state: ChildState, missingAt: Instant): ReadonlyArray<Episode> => {
  const ids = new Set<EpisodeId>()
  for (const episode of state.episodes) if (episode.missingAt === missingAt) ids.add(episode.id)
  for (const { notification } of state.notifications) {
    if (!("missingAt" in notification) || notification.missingAt !== missingAt) continue
    const episode = episodeReported(state, notification)
    if (episode !== undefined) ids.add(episode.id)
  }
  return ids.size === 0 ? [] : state.episodes.filter(({ id }) => ids.has(id))
}

/** What was sent again of an episode. */
export const repeatsOf = (state: ChildState, id: EpisodeId): ReadonlyArray<Repeat> => {
  const { repeats = [] } = state
  if (repeats.length === 0) return []
  const parts = withItsDuplicates(state, id)
  const reports = reportsByReference(state, parts)
  return repeats.filter((repeat) => {
    const report = reportFor(reports.get(repeat.policeReference) ?? [], repeat)
    return report !== undefined && parts.has(report.episodeId)
  })
}

/**
 * The reports of an episode that nobody has cancelled, in the order they came.
 *
 * @example
 * ```ts
 * import { reportsOf } from "@safe-return/domain/pathway"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const { state, episode } = syntheticCase("returned")
 * reportsOf(state, episode.id).map(({ policeReference }) => policeReference) // ["SYN-2026-0417"]
 * ```
 */
export const reportsOf = (state: ChildState, id: EpisodeId): ReadonlyArray<MissingNotification> => {
  const reports = reportsByReference(state, new Set([id]))
  const cancelled = new Set(
    state.notifications.flatMap(({ notification }) =>
      notification.kind === "cancelled"
        ? (reportFor(reports.get(notification.policeReference) ?? [], notification)?.notification ?? [])
        : []
    )
  )
  return state.notifications.flatMap(({ episodeId, notification }) =>
    episodeId === id && notification.kind === "missing" && !cancelled.has(notification) ? [notification] : []
  )
}
