/**
 * One child's single episode as a person would keep it on a card: a few times and names, and what may be written
 * next. Written from the rules in words, not from `src`, so that the two can disagree.
 */
export interface Card {
  missing?: number
  found?: number
  returned?: number
  cancelled: boolean
  interviewer?: string
  offered?: number
  /** The last answer that was told; one that was held counts as accepted. */
  response?: "accepted" | "declined" | "no-answer"
  completed?: number
  heldBy?: string
  /** The offer to the parent or carer. */
  carer?: number
  /** A reason why there is no interview is written on it. */
  notDone: boolean
  /** The child declined, and someone is to hear them in another way. */
  takenUp: boolean
  /** Something is recorded of an interview, though it may be nobody's. */
  hasInterview: boolean
  /** The hours of the attempts to reach the child. */
  attempts: Set<number>
  /** It lies with another authority, since this hour. */
  transferred: boolean
  transferredAt?: number
  reopened: boolean
  /** A person decided against the police's cancellation. */
  cancellationDecided?: boolean
  /** What the police have told, by kind: each may be told once, and again only in the same words. */
  told: Map<"missing" | "found" | "returned" | "cancelled", number>
}

export const blankCard = (): Card => ({
  cancelled: false,
  notDone: false,
  takenUp: false,
  hasInterview: false,
  attempts: new Set(),
  transferred: false,
  reopened: false,
  told: new Map()
})

/** The hour it is, all through: a later one is in the future. */
export const CARD_NOW = 24

export const WORKER = "allocated-worker"

/** What the card says to someone who writes on it: "ok", or the refusal by name. */
export type Answer = string

const isOpen = (card: Card): boolean => card.missing !== undefined

const noteFound = (card: Card, hour: number): Answer => {
  if (card.missing === undefined || hour < card.missing) return "FoundBeforeMissing"
  if (hour > CARD_NOW) return "TimeInFuture"
  card.found = hour
  return "ok"
}

const noteReturned = (card: Card, hour: number): Answer => {
  if (card.missing === undefined || hour < card.missing) return "ReturnedBeforeMissing"
  if (card.found !== undefined && hour < card.found) return "ReturnedBeforeFound"
  if (hour > CARD_NOW) return "TimeInFuture"
  card.returned = hour
  return "ok"
}

/** Told of a find or a return, the police's cancellation waits for a person. */
const knownAfterAll = (card: Card, kind: "found" | "returned", hour: number): Answer => {
  card.cancelled = false
  const answer = hearOnOpenCard(card, kind, hour)
  if (answer !== "ok") card.cancelled = true
  return answer
}

/** What was told and set aside is heard once more: it may fit now. */
const lookAgain = (card: Card, kinds: ReadonlyArray<"found" | "returned" | "cancelled">): void => {
  for (const [kind, hour] of card.told) {
    if (kind !== "missing" && kinds.includes(kind)) hearOnOpenCard(card, kind, hour)
  }
}

/** What an early or a late word of the police does to an open card: the first recorded stands. */
const hearOnOpenCard = (card: Card, kind: "found" | "returned" | "cancelled", hour: number): Answer => {
  if (kind !== "cancelled" && hour > CARD_NOW) return "TimeInFuture"
  if (card.transferred) return "ok"
  if (card.cancelled) return kind === "cancelled" ? "ok" : knownAfterAll(card, kind, hour)
  if (kind === "cancelled") {
    // Of a child who is found or back, or has an interview on the card, a person decides.
    if (card.found === undefined && card.returned === undefined && !card.hasInterview) card.cancelled = true
    return "ok"
  }
  if (kind === "returned") return card.returned === undefined ? noteReturned(card, hour) : "ok"
  if (card.returned !== undefined) {
    const fits = card.missing !== undefined && hour >= card.missing && hour <= card.returned
    if (card.found === undefined && fits) card.found = hour
    return "ok"
  }
  return card.found === undefined ? noteFound(card, hour) : "ok"
}

export const hear = (card: Card, kind: "missing" | "found" | "returned" | "cancelled", hour: number): Answer => {
  const before = card.told.get(kind)
  if (before !== undefined) return before === hour ? "ok" : "NotificationConflicts"
  if (kind === "missing") {
    if (hour > CARD_NOW) return "TimeInFuture"
    const early = [...card.told]
    card.told.set(kind, hour)
    card.missing = hour
    for (const [earlyKind, earlyHour] of early) {
      if (earlyKind !== "missing") hearOnOpenCard(card, earlyKind, earlyHour)
    }
    return "ok"
  }
  const answer = isOpen(card)
    ? hearOnOpenCard(card, kind, hour)
    : hour > CARD_NOW && kind !== "cancelled"
      ? "TimeInFuture"
      : "ok"
  if (answer === "ok") card.told.set(kind, hour)
  return answer
}

export const writeFound = (card: Card, hour: number): Answer => {
  if (!isOpen(card)) return "UnknownEpisode"
  if (card.cancelled) return "EpisodeCancelledBefore"
  if (card.found === hour) return "ok"
  if (card.transferred) return "EpisodeTransferredBefore"
  if (card.found !== undefined) return "AlreadyFound"
  // Back before it was known when they were found: it must have been before the return.
  if (card.returned !== undefined && hour > card.returned && hour <= CARD_NOW) return "ReturnedBeforeFound"
  return noteFound(card, hour)
}

export const writeReturned = (card: Card, hour: number): Answer => {
  if (!isOpen(card)) return "UnknownEpisode"
  if (card.cancelled) return "EpisodeCancelledBefore"
  if (card.returned === hour) return "ok"
  if (card.transferred) return "EpisodeTransferredBefore"
  if (card.returned !== undefined) return "AlreadyReturned"
  return noteReturned(card, hour)
}

/** Why no interview can be arranged or logged on this card at all. */
const closed = (card: Card): Answer | undefined => {
  if (!isOpen(card)) return "NothingRecorded"
  if (card.transferred) return "EpisodeTransferredBefore"
  if (card.completed !== undefined) return "InterviewAlreadyCompleted"
  if (card.cancelled) return "EpisodeCancelledBefore"
  if (card.found === undefined && card.returned === undefined) return "StillMissing"
  return undefined
}

/** Told again of an interview that is written on the card, which nobody may write on otherwise. */
const isRepeated = (card: Card): boolean => card.completed !== undefined && !card.cancelled && !card.transferred

export const writeInterviewer = (card: Card, name: string): Answer => {
  const reason = closed(card)
  if (reason !== undefined) return reason
  const isDeclined = card.response === "declined" && !card.takenUp
  if (card.interviewer === name && !card.notDone && !isDeclined) return "ok"
  if (name === WORKER) return "NotIndependent"
  card.interviewer = name
  card.hasInterview = true
  card.notDone = false
  if (isDeclined) card.takenUp = true
  return "ok"
}

export const writeOffer = (card: Card, hour: number, response: Card["response"]): Answer => {
  if (isRepeated(card) && card.offered === hour && (response === undefined || response === "accepted")) return "ok"
  const reason = closed(card)
  if (reason !== undefined) return reason
  if (card.offered !== undefined && card.offered !== hour) return "OfferAlreadyRecorded"
  if (hour < (card.found ?? card.returned ?? 0)) return "OfferedBeforeFound"
  if (hour > CARD_NOW) return "TimeInFuture"
  const isNew = response !== undefined && (response !== card.response || card.takenUp)
  if (card.offered === undefined || isNew) card.notDone = false
  card.offered = hour
  card.hasInterview = true
  if (isNew) card.takenUp = false
  if (response !== undefined) card.response = response
  return "ok"
}

export const writeCompleted = (card: Card, hour: number, name: string): Answer => {
  if (isRepeated(card) && card.completed === hour && card.heldBy === name) return "ok"
  const reason = closed(card)
  if (reason !== undefined) return reason
  if (card.offered === undefined) return "OfferMissing"
  if (card.returned === undefined) return "ReturnNotRecorded"
  if (hour < card.returned) return "CompletedBeforeReturn"
  if (hour < card.offered) return "CompletedBeforeOffer"
  if (name === WORKER) return "NotIndependent"
  if (hour > CARD_NOW) return "TimeInFuture"
  card.completed = hour
  card.heldBy = name
  card.hasInterview = true
  card.notDone = false
  return "ok"
}

/** Why nothing more is written on this card, unless it is opened again. */
const over = (card: Card): Answer | undefined => {
  if (!isOpen(card)) return "NothingRecorded"
  if (card.cancelled) return "EpisodeCancelledBefore"
  return card.transferred ? "EpisodeTransferredBefore" : undefined
}

/** Why there is no interview to write about. */
const nothingUnderWay = (card: Card): Answer | undefined => {
  const reason = over(card)
  if (reason !== undefined) return reason
  if (card.completed !== undefined) return "InterviewAlreadyCompleted"
  return card.found === undefined && card.returned === undefined ? "StillMissing" : undefined
}

export const writeNotDone = (card: Card): Answer => {
  const reason = nothingUnderWay(card)
  if (reason !== undefined) return reason
  card.notDone = true
  return "ok"
}

export const writeCarerOffer = (card: Card, hour: number): Answer => {
  const reason = nothingUnderWay(card)
  if (reason !== undefined) return reason
  if (card.response !== "declined" && !card.notDone) return "ChildHasNotDeclined"
  if (card.carer === hour) return "ok"
  if (hour > CARD_NOW) return "TimeInFuture"
  const isDeclined = card.response === "declined"
  if (isDeclined && card.offered !== undefined && hour < card.offered) return "CarerOfferBeforeChild"
  if (!isDeclined && hour < (card.found ?? card.returned ?? 0)) return "OfferedBeforeFound"
  card.carer = hour
  card.hasInterview = true
  return "ok"
}

export const writeAttempt = (card: Card, hour: number): Answer => {
  const reason = over(card)
  if (reason !== undefined) return reason
  if (card.found === undefined && card.returned === undefined) return "StillMissing"
  if (card.attempts.has(hour)) return "ok"
  if (hour > CARD_NOW) return "TimeInFuture"
  if (hour < (card.found ?? card.returned ?? 0)) return "AttemptBeforeFound"
  card.attempts.add(hour)
  card.hasInterview = true
  return "ok"
}

export const writeUnassigned = (card: Card): Answer => {
  const reason = over(card)
  if (reason !== undefined) return reason
  if (card.completed !== undefined) return "InterviewAlreadyCompleted"
  if (!card.hasInterview) return "NotAssigned"
  delete card.interviewer
  return "ok"
}

/** Logged on the wrong child: what was written of it goes, and what was written before stands. */
export const strikeCompleted = (card: Card, hour: number): Answer => {
  const reason = over(card)
  if (reason !== undefined) return reason
  if (card.completed !== hour) return "ok"
  delete card.completed
  delete card.heldBy
  return "ok"
}

export const strikeOffer = (card: Card, hour: number): Answer => {
  const reason = over(card)
  if (reason !== undefined) return reason
  if (card.offered !== hour) return "ok"
  if (card.completed !== undefined) return "RestsOnIt"
  delete card.offered
  delete card.response
  card.takenUp = false
  return "ok"
}

export const writeTransfer = (card: Card, hour: number): Answer => {
  if (card.transferred && card.transferredAt === hour) return "ok"
  const reason = over(card)
  if (reason !== undefined) return reason
  if (card.missing === undefined || hour < card.missing) return "TransferredBeforeMissing"
  if (hour > CARD_NOW) return "TimeInFuture"
  card.transferred = true
  card.transferredAt = hour
  return "ok"
}

export const openAgain = (card: Card): Answer => {
  if (!isOpen(card)) return "NothingRecorded"
  if (!card.transferred && !card.cancelled) return card.reopened ? "ok" : "NotClosed"
  const { transferred, cancelled } = card
  card.transferred = false
  delete card.transferredAt
  card.cancelled = false
  card.reopened = true
  if (cancelled) card.cancellationDecided = true
  const decided = card.cancellationDecided === true
  lookAgain(card, transferred && !decided ? ["found", "returned", "cancelled"] : ["found", "returned"])
  return "ok"
}

/** The time of return was wrong: the right one must fit with every other time on the card. */
export const rewriteReturned = (card: Card, hour: number): Answer => {
  const reason = over(card)
  if (reason !== undefined) return reason
  if (card.returned === hour) return "ok"
  if (card.returned === undefined || card.missing === undefined) return "NothingToCorrect"
  if (hour > CARD_NOW) return "TimeInFuture"
  if (hour < card.missing) return "ReturnedBeforeMissing"
  if (card.found !== undefined && hour < card.found) return "ReturnedBeforeFound"
  if (card.found === undefined && card.offered !== undefined && card.offered < hour) return "OfferedBeforeFound"
  if (card.found === undefined && [...card.attempts].some((tried) => tried < hour)) return "AttemptBeforeFound"
  if (card.completed !== undefined && card.completed < hour) return "CompletedBeforeReturn"
  card.returned = hour
  lookAgain(card, ["found"])
  return "ok"
}
