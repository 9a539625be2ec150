import type { InterviewCounts } from "../interviews.ts"
import type { Rate } from "../rate.ts"
import { hasSmall, type Suppressed, WITHHELD, withheldIf } from "./figure.ts"

/** Of a rate whose numbers are not all shown. It names none. */
export const withheldSentence =
  "Not shown in numbers: a count is too small, or would give back one that is. Measured is the interview held, not offered."

const withheldRate: Suppressed<Rate> = {
  met: WITHHELD,
  missed: WITHHELD,
  notMeasurable: WITHHELD,
  notYetDue: WITHHELD,
  denominator: WITHHELD,
  percent: WITHHELD,
  sentence: withheldSentence
}

/** What is withheld of a row, each part whole, its zeros too. */
export interface WithheldParts {
  readonly answers: boolean
  readonly hours: boolean
  readonly days: boolean
  readonly held: boolean
  readonly reasons: boolean
}

/** Whether the offers and their answers, or what any of them leaves of another, are few. */
const areAnswersSmall = ({ owed, offered, accepted, declined }: InterviewCounts, shownFrom: number): boolean =>
  hasSmall(
    [
      ...[offered, accepted, declined, accepted + declined].flatMap((count) => [count, owed - count]),
      ...[accepted, declined, accepted + declined].map((count) => offered - count)
    ],
    shownFrom
  )

/** Whether a rate, its verdicts or what it leaves out is small. */
const isSmallRate = ({ met, missed, notMeasurable, notYetDue, denominator }: Rate, owed: number, shownFrom: number) =>
  hasSmall([met, missed, notMeasurable, notYetDue, denominator, owed - denominator], shownFrom)

/** Held, by each clock in time or late; not held, past due or not. */
const isHeldSmall = ({ completed, owed, ...counts }: InterviewCounts, shownFrom: number): boolean =>
  hasSmall(
    [
      completed,
      owed - completed,
      ...[counts.within72Hours, counts.within3WorkingDays].flatMap(({ met, notMeasurable, notYetDue }) => [
        completed - met - notMeasurable,
        owed - completed - notYetDue
      ])
    ],
    shownFrom
  )

/** Whether a reason is given by few, or none by few of those owed or not held. */
const areReasonsSmall = ({ owed, completed, notDone }: InterviewCounts, shownFrom: number): boolean => {
  const reasons = Object.values(notDone)
  const given = reasons.reduce((sum, count) => sum + count, 0)
  return given > 0 && hasSmall([...reasons, owed - given, owed - completed - given], shownFrom)
}

/**
 * Which parts of a row to withhold where what is owed is published. Those held are what the reasons are taken from, so
 * that reasons are shown beside them alone.
 */
export const withheldParts = (counts: InterviewCounts, shownFrom: number): WithheldParts => {
  const hours = isSmallRate(counts.within72Hours, counts.owed, shownFrom)
  const days = isSmallRate(counts.within3WorkingDays, counts.owed, shownFrom)
  const held = hours || days || isHeldSmall(counts, shownFrom)
  return {
    answers: areAnswersSmall(counts, shownFrom),
    hours,
    days,
    held,
    reasons: Object.keys(counts.notDone).length > 0 && (held || areReasonsSmall(counts, shownFrom))
  }
}

/** A row without these parts. */
export const withholdPartsOfRow = (counts: InterviewCounts, parts: WithheldParts): Suppressed<InterviewCounts> => ({
  owed: counts.owed,
  offered: withheldIf(parts.answers, counts.offered),
  accepted: withheldIf(parts.answers, counts.accepted),
  declined: withheldIf(parts.answers, counts.declined),
  completed: withheldIf(parts.held, counts.completed),
  notDone: parts.reasons ? { [WITHHELD]: WITHHELD } : counts.notDone,
  within72Hours: parts.hours ? withheldRate : counts.within72Hours,
  within3WorkingDays: parts.days ? withheldRate : counts.within3WorkingDays
})

/** A row of which nothing is published, zeros and the names of reasons included. */
export const withheldRow: Suppressed<InterviewCounts> = {
  owed: WITHHELD,
  offered: WITHHELD,
  accepted: WITHHELD,
  declined: WITHHELD,
  completed: WITHHELD,
  notDone: { [WITHHELD]: WITHHELD },
  within72Hours: withheldRate,
  within3WorkingDays: withheldRate
}
