import type { Instant } from "@safe-return/domain/calendar"
import { type ChildState, type EarlyNotification, type Episode, isOpen } from "@safe-return/domain/pathway"

/** What may be of the same disappearance as an episode: a person can tell. */
export type OtherReport =
  /** Another open record of the child, and when they were found or back by it. */
  | { readonly _tag: "Open"; readonly lastSeen: Instant; readonly foundAt?: Instant; readonly returnedAt?: Instant }
  /** News under a reference whose report has not come. */
  | { readonly _tag: "Waiting"; readonly notification: Extract<EarlyNotification, { kind: "found" | "returned" }> }

const isMissing = ({ progress }: Episode): boolean => progress._tag === "Missing"

const endOf = ({ progress }: Episode): number => {
  switch (progress._tag) {
    case "Found":
      return progress.foundAt
    case "Returned":
      return progress.returnedAt
    case "Missing":
    case "Cancelled":
      return Number.POSITIVE_INFINITY
  }
}

/** Nobody is missing twice at one time: by one of the two the child is looked for. */
const mayBeOne = (one: Episode, other: Episode): boolean =>
  (isMissing(one) || isMissing(other)) && endOf(one) > other.missingAt && endOf(other) > one.missingAt

const openOf = ({ missingAt, progress }: Episode): OtherReport => ({
  _tag: "Open",
  lastSeen: missingAt,
  ...(progress._tag === "Found" ? { foundAt: progress.foundAt } : {}),
  ...(progress._tag === "Returned" ? { returnedAt: progress.returnedAt } : {})
})

const waitingFor = (notification: EarlyNotification, { missingAt }: Episode): ReadonlyArray<OtherReport> => {
  const isLater =
    (notification.kind === "found" && notification.foundAt > missingAt) ||
    (notification.kind === "returned" && notification.returnedAt > missingAt)
  return isLater ? [{ _tag: "Waiting", notification }] : []
}

/** The other open records of the child, and the news without a report, that may be of the same disappearance. */
export const otherReports = ({ episodes, early }: ChildState, episode: Episode): ReadonlyArray<OtherReport> => {
  if (!isOpen(episode)) return []
  const open = episodes.filter((other) => other.id !== episode.id && isOpen(other) && mayBeOne(episode, other))
  return [
    ...open.map(openOf),
    ...(isMissing(episode) ? early.flatMap((notification) => waitingFor(notification, episode)) : [])
  ]
}
