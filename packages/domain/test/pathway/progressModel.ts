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
  response?: "accepted" | "declined" | "no-answer"
  completed?: number
  /** The offer to the parent or carer. */
  carer?: number
  /** A reason why there is no interview is written on it. */
  notDone: boolean
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
  transferred: false,
  reopened: false,
  told: new Map()
})

/** The hour it is, all through: a later one is in the future. */
export const CARD_NOW = 24

export const WORKER = "allocated-worker"

/** What the card says to somebody who writes on it: "ok", or the refusal by name. */
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

/** Told of a return, the police's cancellation waits for a person: what was told meanwhile counts. */
const backAfterAll = (card: Card, hour: number): Answer => {
  const before = { ...card }
  card.cancelled = false
  for (const [kind, foundHour] of card.told) {
    if (kind === "returned") break
    if (kind === "found") hearOnOpenCard(card, kind, foundHour)
  }
  if (noteReturned(card, hour) !== "ok") {
    // It contradicts the card, which stays cancelled.
    Object.assign(card, before)
    for (const time of ["found", "returned"] as const) if (before[time] === undefined) delete card[time]
  }
  return "ok"
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
  if (card.cancelled) return kind === "returned" ? backAfterAll(card, hour) : "ok"
  if (kind === "cancelled") {
    // Of a child who is back, or of whom an interview is on the card, a person decides.
    if (card.returned === undefined && card.interviewer === undefined) card.cancelled = true
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
  if (card.returned !== undefined) return "AlreadyReturned"
  if (card.found !== undefined) return "AlreadyFound"
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

export const writeInterviewer = (card: Card, name: string): Answer => {
  const reason = closed(card)
  if (reason !== undefined) return reason
  if (card.response === "declined") return "NoInterviewOwed"
  if (card.interviewer === name && !card.notDone) return "AlreadyAssigned"
  if (name === WORKER) return "NotIndependent"
  card.interviewer = name
  card.notDone = false
  return "ok"
}

export const writeOffer = (card: Card, hour: number, response: Card["response"]): Answer => {
  const reason = closed(card)
  if (reason !== undefined) return reason
  if (card.offered !== undefined && card.offered !== hour) return "OfferAlreadyRecorded"
  if (hour < (card.found ?? card.returned ?? 0)) return "OfferedBeforeFound"
  if (hour > CARD_NOW) return "TimeInFuture"
  if (card.interviewer === undefined) return "NotAssigned"
  if (card.offered === undefined || (response !== undefined && response !== card.response)) card.notDone = false
  card.offered = hour
  if (response !== undefined) card.response = response
  return "ok"
}

export const writeCompleted = (card: Card, hour: number, name: string): Answer => {
  const reason = closed(card)
  if (reason !== undefined) return reason
  if (card.offered === undefined) return "OfferMissing"
  if (card.returned === undefined) return "ReturnNotRecorded"
  if (hour < card.returned) return "CompletedBeforeReturn"
  if (hour < card.offered) return "CompletedBeforeOffer"
  if (name === WORKER) return "NotIndependent"
  if (hour > CARD_NOW) return "TimeInFuture"
  card.completed = hour
  card.response = "accepted"
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
  if (card.response !== "declined" || card.offered === undefined) return "ChildHasNotDeclined"
  if (hour > CARD_NOW) return "TimeInFuture"
  if (hour < card.offered) return "CarerOfferBeforeChild"
  card.carer = hour
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
  if (card.completed !== undefined && card.completed < hour) return "CompletedBeforeReturn"
  card.returned = hour
  lookAgain(card, ["found"])
  return "ok"
}
