/** What notifications tell of the end of an episode: found, back, or cancelled. */
import * as Result from "effect/Result"
import type { Instant } from "../../calendar/instant.ts"
import type { EventOf, PathwayEvent } from "../events.ts"
import type { CancelledNotification, FoundNotification, Notification, ReturnedNotification } from "../notification.ts"
import { FoundBeforeMissing, type Refusal, ReturnedBeforeFound, ReturnedBeforeMissing } from "../refusals.ts"
import { isGivenByPolice, type JoinedNotification, repeatsOf } from "../reports.ts"
import { interviewOf } from "../standing.ts"
import type { ChildState, Episode, Progress } from "../state.ts"
import { checkNotFuture, latestAccepted } from "./decision.ts"
import { timesOf } from "./reportedTimes.ts"
import { countsAsSent, firstReports, lastReportedAt, lastSentAt } from "./sending.ts"

type SetAside = EventOf<"NotificationSetAside">

/** Why a notification changes nothing; `refusal` is for one that has only now come. */
export interface IgnoredReport {
  readonly reason: SetAside["reason"]
  readonly refusal?: Refusal
}

export type IgnoredReports = Map<Notification, IgnoredReport>

export interface ReportedEnd {
  readonly progress: Progress
  /** When what ended it was sent; when the last report was, while the child is missing. */
  readonly sentAt: Instant
  /** A cancellation that a person has to decide on. */
  readonly questioned?: CancelledNotification
}

type EndNotification = FoundNotification | ReturnedNotification

interface Claim<Kind extends Notification = EndNotification> {
  readonly notification: Kind
  readonly sent: Instant
  readonly place: number
  /** From when it holds: no earlier than what it tells of, nor than the report that it is about. */
  readonly asOf: Instant
}

const timeOf = (notification: EndNotification | CancelledNotification): Instant | undefined => {
  switch (notification.kind) {
    case "found":
      return notification.foundAt
    case "returned":
      return notification.returnedAt
    case "cancelled":
      return undefined
  }
}

/** When the child's whereabouts were known for certain: the police may have talked with them before they were back. */
export const knownBy = (progress: Progress, talkedAt: Instant | undefined): Instant | undefined => {
  const ended =
    progress._tag === "Found"
      ? progress.foundAt
      : progress._tag === "Returned"
        ? (progress.foundAt ?? progress.returnedAt)
        : undefined
  return ended === undefined || talkedAt === undefined ? ended : (Math.min(ended, talkedAt) as Instant)
}

/** What is recorded stands against what contradicts it; else what was sent first, and of that what came first. */
const inTurn =
  (recorded: Progress) =>
  (a: Claim, b: Claim): number => {
    const isRecorded = ({ notification }: Claim) =>
      notification.kind === "found"
        ? "foundAt" in recorded && recorded.foundAt === notification.foundAt
        : "returnedAt" in recorded && recorded.returnedAt === notification.returnedAt
    return Number(isRecorded(b)) - Number(isRecorded(a)) || a.sent - b.sent || a.place - b.place
  }

const outOfOrder = (refusal?: Refusal): Result.Result<never, IgnoredReport> =>
  Result.fail({ reason: "out-of-order", ...(refusal === undefined ? {} : { refusal }) })

const alreadyRecorded: Result.Result<never, IgnoredReport> = Result.fail({ reason: "already-recorded" })

/** Progress with one notification more, or why that changes nothing. */
const progressAfter = (
  progress: Progress,
  { notification }: Claim,
  { missingAt, preventionInterviewAt }: Episode
): Result.Result<Progress, IgnoredReport> => {
  if (progress._tag === "Cancelled") return Result.fail({ reason: "episode-cancelled" })
  if (notification.kind === "found") {
    const { foundAt } = notification
    if (progress._tag === "Missing") {
      if (foundAt < missingAt) return outOfOrder(FoundBeforeMissing)
      return Result.succeed({ _tag: "Found", foundAt })
    }
    if (progress.foundAt === foundAt) return Result.succeed(progress)
    if (progress._tag === "Found" || progress.foundAt !== undefined) return alreadyRecorded
    // The return was the first we heard of: when the child was found is still news, if it fits.
    const fits = foundAt >= missingAt && foundAt <= (knownBy(progress, preventionInterviewAt) ?? progress.returnedAt)
    return fits ? Result.succeed({ ...progress, foundAt }) : outOfOrder()
  }
  const { returnedAt } = notification
  if (progress._tag === "Returned") {
    return progress.returnedAt === returnedAt ? Result.succeed(progress) : alreadyRecorded
  }
  if (returnedAt < missingAt) return outOfOrder(ReturnedBeforeMissing)
  if (progress._tag === "Missing") return Result.succeed({ _tag: "Returned", returnedAt })
  if (returnedAt < progress.foundAt) return outOfOrder(ReturnedBeforeFound)
  return Result.succeed({ _tag: "Returned", returnedAt, foundAt: progress.foundAt })
}

/** Police who cancel one of two reports of a disappearance have not found the child. */
const everyReportCancelled = (
  joined: ReadonlyArray<JoinedNotification>,
  episode: Episode,
  cancelled: ReadonlyArray<Claim<CancelledNotification>>,
  now: Instant
): boolean =>
  joined.every((received) => {
    const { kind, policeReference } = received.notification
    if (kind !== "missing") return true
    const sentAt = countsAsSent(received, episode, now)
    // A person's own report stands only against what was sent before it: to the police, theirs is the only one.
    const isOwn = !isGivenByPolice(policeReference)
    return cancelled.some(
      ({ asOf, notification }) => asOf >= sentAt && (isOwn || notification.policeReference === policeReference)
    )
  })

/** How an episode stands by all that was sent of it, in the order of sending. */
export const reportedEnd = (
  state: ChildState,
  episode: Episode,
  joined: ReadonlyArray<JoinedNotification>,
  ignored: IgnoredReports,
  now: Instant
): ReportedEnd => {
  const { policy, personsWord } = episode
  const repeats = repeatsOf(state, episode.id)
  const lastReport = lastReportedAt(episode, joined, repeats, now)
  const firstReport = firstReports(episode, joined, repeats, now)
  const word = personsWord !== undefined && personsWord.at >= lastReport ? personsWord : undefined
  const drift = policy.futureToleranceMinutes.value
  const firstSent = Math.min(...[...firstReport.values()].map(({ sentAt }) => sentAt))
  /** News can overtake the report that first told of the disappearance, and clocks drift: it is news of it all the same. */
  const ownReport = ({ policeReference }: Notification, sent: Instant): Instant => {
    const report = firstReport.get(policeReference)
    if (report === undefined) return sent
    const isOvertaking = report.sentAt === firstSent && sent >= report.missingAt
    return isOvertaking || report.sentAt <= latestAccepted(sent, drift) ? report.sentAt : sent
  }
  const ends: Array<Claim> = []
  const cancelled: Array<Claim<CancelledNotification>> = []
  const allCancelled: Array<Claim<CancelledNotification>> = []
  for (const received of joined) {
    const { notification, place } = received
    if (notification.kind === "missing" || notification.kind === "updated") continue
    const sent = lastSentAt(received, episode, repeats, now)
    const asOf = Math.max(sent, timeOf(notification) ?? sent, ownReport(notification, sent)) as Instant
    if (notification.kind === "cancelled") allCancelled.push({ notification, sent, place, asOf })
    if (asOf < lastReport) {
      ignored.set(notification, { reason: "reported-missing-since" })
      continue
    }
    // What is sent again after a person's word is not outweighed by it.
    const isSince = word === undefined || sent > word.at
    const isHeard = !isSince && place < word.received
    if (notification.kind === "cancelled") {
      if (isSince || place >= (word.cancellationsReceived ?? word.received))
        cancelled.push({ notification, sent, place, asOf })
      continue
    }
    const isFoundMissing =
      notification.kind === "found" && word?.progress._tag === "Returned" && word.progress.foundAt === undefined
    if (!isHeard || isFoundMissing) ends.push({ notification, sent, place, asOf })
  }
  let progress: Progress = word?.progress ?? { _tag: "Missing" }
  let sentAt = word?.at ?? lastReport
  for (const claim of ends.sort(inTurn(episode.progress))) {
    const ahead = checkNotFuture(timesOf(claim.notification), now, drift)
    const next = Result.isFailure(ahead) ? outOfOrder(ahead.failure) : progressAfter(progress, claim, episode)
    if (Result.isFailure(next)) ignored.set(claim.notification, next.failure)
    else {
      if (next.success !== progress) sentAt = claim.asOf
      progress = next.success
    }
  }
  const last = cancelled.toSorted((a, b) => a.asOf - b.asOf).at(-1)
  if (last === undefined) return { progress, sentAt }
  if (progress._tag === "Cancelled") {
    for (const { notification } of cancelled) ignored.set(notification, { reason: "episode-cancelled" })
    return { progress, sentAt }
  }
  if (!everyReportCancelled(joined, episode, allCancelled, now)) {
    for (const { notification } of cancelled) ignored.set(notification, { reason: "another-report-stands" })
    return { progress, sentAt }
  }
  if (progress._tag !== "Missing" || interviewOf(state, episode.id) !== undefined) {
    for (const { notification } of cancelled) ignored.set(notification, { reason: "child-is-back" })
    return { progress, sentAt, questioned: last.notification }
  }
  return {
    progress: { _tag: "Cancelled", reason: last.notification.reason, previous: progress },
    sentAt: last.asOf
  }
}

/** The events that ask whether a cancellation stands, or say that it is asked no more. */
const questionEvents = (
  { id: episodeId, questionedCancellation: before }: Episode,
  now: CancelledNotification | undefined,
  sentAt: Instant
): ReadonlyArray<PathwayEvent> => {
  if (now === undefined) return before === undefined ? [] : [{ _tag: "CancellationDeclined", episodeId, sentAt }]
  if (before !== undefined) return []
  return [{ _tag: "CancellationQuestioned", episodeId, reason: now.reason, sentAt: now.sentAt }]
}

/** The events that bring an episode from how it stands to what notifications tell of its end. */
export const endEvents = (episode: Episode, end: ReportedEnd): ReadonlyArray<PathwayEvent> => {
  const { id: episodeId, progress: from, closure } = episode
  const { progress: to, questioned } = end
  // A clock that is ahead says no time that could be kept.
  const sentAt = Number.isFinite(end.sentAt) ? end.sentAt : episode.missingAt
  const asked = questionEvents(episode, questioned, sentAt)
  switch (to._tag) {
    case "Missing":
      if (from._tag === "Missing" && closure === undefined) return asked
      return [{ _tag: "MissingAfterAll", episodeId, sentAt }]
    case "Cancelled": {
      if (from._tag === "Cancelled") return []
      const before: Progress = to.duplicateOf === undefined ? (to.previous ?? { _tag: "Missing" }) : from
      const { questionedCancellation: _, ...unasked } = episode
      return [
        ...endEvents(unasked, { progress: before, sentAt }),
        { _tag: "EpisodeCancelled", episodeId, reason: to.reason, sentAt }
      ]
    }
    case "Found": {
      if (from._tag === "Missing") return [{ _tag: "ChildFound", episodeId, foundAt: to.foundAt, sentAt }, ...asked]
      const isSame = from._tag === "Found" && from.foundAt === to.foundAt
      return isSame ? asked : [{ _tag: "EndRevised", episodeId, foundAt: to.foundAt, sentAt }, ...asked]
    }
    case "Returned": {
      const { returnedAt, foundAt } = to
      const found: ReadonlyArray<PathwayEvent> =
        foundAt === undefined ? [] : [{ _tag: "ChildFound", episodeId, foundAt, sentAt }]
      const back: PathwayEvent = { _tag: "ChildReturned", episodeId, returnedAt, sentAt }
      if (from._tag === "Missing") return [...found, back, ...asked]
      if (from._tag === "Found" && from.foundAt === foundAt) return [back, ...asked]
      if (from._tag === "Returned" && from.returnedAt === returnedAt) {
        if (from.foundAt === foundAt) return asked
        if (from.foundAt === undefined) return [...found, ...asked]
      }
      const whole = { returnedAt, ...(foundAt === undefined ? {} : { foundAt }) }
      return [{ _tag: "EndRevised", episodeId, ...whole, sentAt }, ...asked]
    }
  }
}
