/** What happens in the month, made up from a seed: who goes missing when, and what people do about it. */
import { addHours, Instant } from "@safe-return/domain/calendar"
import { staffOf } from "./bigCouncil.ts"
import { seeded } from "./seeded.ts"

export interface PlannedEpisode {
  readonly child: string
  readonly police: string
  readonly missingAt: Instant
  readonly notifiedAt: Instant
  /** When somebody says that they have seen the alert. */
  readonly acknowledgedAt?: Instant
  readonly returnedAt: Instant
  readonly interviewer: string
  readonly assignedAt?: Instant
  readonly completedAt?: Instant
}

export interface Outage {
  readonly from: Instant
  readonly until: Instant
}

export interface Plan {
  readonly begins: Instant
  readonly ends: Instant
  readonly episodes: ReadonlyArray<PlannedEpisode>
  readonly restarts: ReadonlyArray<Instant>
  readonly outages: ReadonlyArray<Outage>
}

const MINUTE = 60_000
const minutesAfter = (at: Instant, minutes: number): Instant => Instant(at + Math.round(minutes) * MINUTE)

/** A child's episodes lie so far apart that each interview is over before the next begins. */
const DAYS_APART = 10

export const makePlan = (options: {
  readonly begins: Instant
  readonly days: number
  readonly episodes: number
  readonly restartsADay: number
  readonly outages: number
  readonly seed: number
}): Plan => {
  const { begins, days, seed } = options
  const random = seeded(seed)
  const between = (least: number, most: number) => least + random() * (most - least)
  const slots = Math.max(1, Math.floor(days / DAYS_APART))
  const daysOfSlot = Math.min(days, DAYS_APART)
  const episode = (index: number): PlannedEpisode => {
    const child = `LCS-${20_000 + Math.floor(index / slots)}`
    const slot = index % slots
    // Of the ten days, the first three: what follows takes up to seven.
    const begun = slot * DAYS_APART * 24 + between(0, Math.min(3, daysOfSlot * 0.4) * 24)
    const missingAt = minutesAfter(begins, begun * 60)
    const notifiedAt = minutesAfter(missingAt, between(10, 180))
    const returnedAt = minutesAfter(notifiedAt, between(20, 26 * 60))
    const isAcknowledged = random() < 0.6
    const acknowledgedAt = minutesAfter(notifiedAt, between(2, 80))
    const isAssigned = random() < 0.9
    const assignedAt = minutesAfter(returnedAt, between(15, 30 * 60))
    const isInTime = random() < 0.75
    const completedAt = minutesAfter(assignedAt, isInTime ? between(60, 36 * 60) : between(40 * 60, 90 * 60))
    const isLast = slot === slots - 1
    const isCompleted = isAssigned && (!isLast || random() < 0.9)
    return {
      child,
      police: `SYP-2026-T${String(index).padStart(6, "0")}`,
      missingAt,
      notifiedAt,
      returnedAt,
      ...(isAcknowledged && acknowledgedAt < returnedAt ? { acknowledgedAt } : {}),
      interviewer: staffOf.interviewer[Math.floor(random() * staffOf.interviewer.length)] ?? "",
      ...(isAssigned || !isLast ? { assignedAt } : {}),
      ...(isCompleted || !isLast ? { completedAt } : {})
    }
  }
  const anyTime = () => minutesAfter(begins, between(60, days * 24 * 60 - 120))
  return {
    begins,
    ends: addHours(begins, days * 24),
    episodes: Array.from({ length: options.episodes }, (_, index) => episode(index)),
    restarts: Array.from({ length: options.restartsADay * days }, anyTime),
    outages: Array.from({ length: options.outages }, () => {
      const from = anyTime()
      return { from, until: minutesAfter(from, between(10, 70)) }
    })
  }
}
