/** What happens in the month, made up from a seed: who goes missing when, and what people do about it. */
import { addHours, Instant } from "@safe-return/domain/calendar"
import { deadlinesOf } from "./naiveTimes.ts"
import { seeded } from "./seeded.ts"
import { staffOf } from "./staff.ts"

export interface PlannedEpisode {
  readonly child: string
  readonly police: string
  readonly missingAt: Instant
  readonly notifiedAt: Instant
  /** When a person says that they have seen the alert. */
  readonly acknowledgedAt?: Instant
  readonly returnedAt: Instant
  readonly interviewer: string
  readonly assignedAt?: Instant
  readonly completedAt?: Instant
}

export interface Span {
  readonly from: Instant
  readonly until: Instant
}

export interface Plan {
  readonly begins: Instant
  readonly ends: Instant
  readonly episodes: ReadonlyArray<PlannedEpisode>
  readonly restarts: ReadonlyArray<Instant>
  readonly outages: ReadonlyArray<Span>
  /** Slack answers every call with 429. */
  readonly limits: ReadonlyArray<Span>
  /** User groups cannot be read, and the bot is restarted once meanwhile, so that it has no earlier answer. */
  readonly unreadableGroups: ReadonlyArray<Span>
  /** The clock of the bot's machine is an hour ahead. */
  readonly clockJumps: ReadonlyArray<Span>
}

const MINUTE = 60_000
const minutesAfter = (at: Instant, minutes: number): Instant => Instant(at + Math.round(minutes) * MINUTE)

/** A child's episodes lie so far apart that each interview is over before the next begins. */
const DAYS_APART = 9

interface Disappearance {
  readonly child: number
  readonly slot: number
  readonly isLast: boolean
}

/** In which of the month's slots a child goes missing: some once, some in two that follow on each other, some in each. */
const slotsOf = (child: number, slots: number): ReadonlyArray<number> => {
  const times = 1 + (child % slots)
  const first = Math.floor(child / slots) % (slots - times + 1)
  return Array.from({ length: times }, (_, index) => first + index)
}

export const makePlan = (options: {
  readonly begins: Instant
  readonly days: number
  readonly episodes: number
  readonly restartsADay: number
  readonly outages: number
  readonly limits?: number
  readonly unreadableGroups?: number
  readonly clockJumps?: number
  readonly seed: number
}): Plan => {
  const { begins, days, seed } = options
  const random = seeded(seed)
  const between = (least: number, most: number) => least + random() * (most - least)
  const slots = Math.max(1, Math.floor(days / DAYS_APART))
  const daysOfSlot = Math.min(days, DAYS_APART)
  const disappearances = Array.from({ length: options.episodes }, (_, child) =>
    slotsOf(child, slots).map((slot, index, all) => ({ child, slot, isLast: index === all.length - 1 }))
  )
  const episode = ({ child, slot, isLast }: Disappearance, index: number): PlannedEpisode => {
    // Of the nine days, the first two: what follows takes up to seven.
    const begun = slot * DAYS_APART * 24 + between(0, Math.min(2, daysOfSlot * 0.4) * 24)
    const missingAt = minutesAfter(begins, begun * 60)
    const notifiedAt = minutesAfter(missingAt, between(10, 180))
    const returnedAt = minutesAfter(notifiedAt, between(20, 26 * 60))
    const isAcknowledged = random() < 0.6
    const acknowledgedAt = minutesAfter(notifiedAt, between(2, 80))
    const isAssigned = random() < 0.9
    const assignedAt = minutesAfter(returnedAt, between(15, 30 * 60))
    const isInTime = random() < 0.75
    const completedAt = minutesAfter(assignedAt, isInTime ? between(60, 36 * 60) : between(40 * 60, 90 * 60))
    const isCompleted = isAssigned && (!isLast || random() < 0.9)
    return {
      child: `LCS-${20_000 + child}`,
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
  const ends = addHours(begins, days * 24)
  const episodes = disappearances.flat().slice(0, options.episodes).map(episode)
  const restarts = Array.from({ length: options.restartsADay * days }, anyTime)
  const outages = Array.from({ length: options.outages }, () => {
    const from = anyTime()
    return { from, until: minutesAfter(from, between(10, 70)) }
  })
  const one = <One>(from: ReadonlyArray<One>) => from[Math.floor(random() * from.length)]
  /** A fault finds something to spoil only near a report, or near the end of the 72 hours. */
  const busyTime = (): Instant => {
    const about = one(episodes)
    const at = one(about === undefined ? [begins] : [about.notifiedAt, ...deadlinesOf(about.returnedAt)]) ?? begins
    const from = minutesAfter(at, between(-50, 20))
    return from < addHours(begins, 1) || from > addHours(ends, -3) ? anyTime() : from
  }
  const hourAtBusyTime = (): Span => {
    const from = busyTime()
    return { from, until: addHours(from, 1) }
  }
  const limits = Array.from({ length: options.limits ?? 0 }, hourAtBusyTime)
  const unreadableGroups = Array.from({ length: options.unreadableGroups ?? 0 }, hourAtBusyTime)
  const restartsMeanwhile = unreadableGroups.map(({ from }) => minutesAfter(from, between(1, 40)))
  const clockJumps = Array.from({ length: options.clockJumps ?? 0 }, () => {
    const from = busyTime()
    return { from, until: minutesAfter(from, 20) }
  })
  return {
    begins,
    ends,
    episodes,
    restarts: [...restarts, ...restartsMeanwhile],
    outages,
    limits,
    unreadableGroups,
    clockJumps
  }
}
