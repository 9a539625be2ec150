import type { InterviewCounts } from "../interviews.ts"
import type { Rate } from "../rate.ts"
import { type Figure, isSmall, type Suppressed, WITHHELD, withheldIf, withheldUnlessZero } from "./figure.ts"
import { hiddenParts, isHidden, withholdNamedParts } from "./hiddenParts.ts"

/** Of a rate whose numbers are not all shown. It names none. */
export const withheldSentence =
  "Not shown in numbers: a count is too small, or would give back one that is. Measured is the interview held, not offered."

const withholdRate = (rate: Rate, isThroughout: boolean): Suppressed<Rate> => {
  const { met, missed, notMeasurable, notYetDue, denominator, percent } = rate
  const hides = (count: number): Figure => (isThroughout ? WITHHELD : withheldUnlessZero(count))
  return {
    met: hides(met),
    missed: hides(missed),
    notMeasurable: hides(notMeasurable),
    notYetDue: hides(notYetDue),
    denominator: hides(denominator),
    percent: denominator === 0 && !isThroughout ? percent : WITHHELD,
    sentence: withheldSentence
  }
}

const verdictsOf = ({ met, missed, notMeasurable, notYetDue }: Rate): ReadonlyArray<number> => [
  met,
  missed,
  notMeasurable,
  notYetDue
]

/** Whether a rate, its verdicts or what it leaves out is small. */
const isSmallRate = (rate: Rate, owed: number, shownFrom: number): boolean =>
  [...verdictsOf(rate), rate.denominator, owed - rate.denominator].some((count) => isSmall(count, shownFrom))

const ratesOf = ({ within72Hours, within3WorkingDays }: InterviewCounts): ReadonlyArray<Rate> => [
  within72Hours,
  within3WorkingDays
]

/** Held, by each clock in time or late; not held, past due or not. */
const isSmallCompletion = ({ completed, owed, ...counts }: InterviewCounts, shownFrom: number): boolean =>
  [
    completed,
    owed - completed,
    ...[counts.within72Hours, counts.within3WorkingDays].flatMap(({ met, notMeasurable, notYetDue }) => [
      completed - met - notMeasurable,
      owed - completed - notYetDue
    ])
  ].some((count) => isSmall(count, shownFrom))

/** Every count but the zeros; from `throughout` on the zeros too, and the names of the reasons. */
export const withholdRow = (counts: InterviewCounts, isThroughout: boolean): Suppressed<InterviewCounts> => {
  const hides = (count: number): Figure => (isThroughout ? WITHHELD : withheldUnlessZero(count))
  const isEmpty = counts.owed === 0 && !isThroughout
  const rate = (one: Rate) => (isEmpty ? one : withholdRate(one, isThroughout))
  return {
    owed: hides(counts.owed),
    offered: hides(counts.offered),
    accepted: hides(counts.accepted),
    declined: hides(counts.declined),
    completed: hides(counts.completed),
    notDone: isThroughout
      ? { [WITHHELD]: WITHHELD }
      : Object.fromEntries(Object.entries(counts.notDone).map(([reason, count]) => [reason, hides(count)])),
    within72Hours: rate(counts.within72Hours),
    within3WorkingDays: rate(counts.within3WorkingDays)
  }
}

/** Whether so many kinds occur in a small whole that their number tells it. */
const MANY_KINDS = 3

const isTelling = (counts: InterviewCounts): boolean =>
  [Object.values(counts.notDone), ...ratesOf(counts).map(verdictsOf)].some(
    (parts) => parts.filter((part) => part > 0).length >= MANY_KINDS
  )

/** One row of interviews, where what is owed is published. */
const suppressShownRow = (counts: InterviewCounts, shownFrom: number): Suppressed<InterviewCounts> => {
  const { owed, offered, accepted, declined, completed, notDone } = counts
  const small = (count: number) => isSmall(count, shownFrom)
  const answers = hiddenParts([owed - accepted - declined, accepted, declined], shownFrom)
  const reasons = Object.entries(notDone)
  const withReason = reasons.reduce((sum, [, count]) => sum + count, 0)
  const hiddenReasons = hiddenParts([owed - withReason, ...reasons.map(([, count]) => count)], shownFrom)
  const [areHoursSmall, areDaysSmall] = ratesOf(counts).map((rate) => isSmallRate(rate, owed, shownFrom))
  const isClear = !(areHoursSmall || areDaysSmall)
  const rate = (one: Rate, isWithheld: boolean | undefined): Suppressed<Rate> =>
    isWithheld === true
      ? {
          ...withholdRate(one, false),
          notMeasurable: areHoursSmall && areDaysSmall ? withheldUnlessZero(one.notMeasurable) : one.notMeasurable
        }
      : one
  return {
    owed,
    offered: withheldIf(small(offered) || small(owed - offered), offered),
    accepted: withheldIf(isHidden(answers, 1), accepted),
    declined: withheldIf(isHidden(answers, 2), declined),
    completed: isClear && !isSmallCompletion(counts, shownFrom) ? completed : withheldUnlessZero(completed),
    notDone: withholdNamedParts(
      notDone,
      hiddenReasons === "throughout"
        ? hiddenReasons
        : new Set([...hiddenReasons].filter((place) => place > 0).map((place) => place - 1))
    ),
    within72Hours: rate(counts.within72Hours, areHoursSmall),
    within3WorkingDays: rate(counts.within3WorkingDays, areDaysSmall)
  }
}

export const suppressRow = (counts: InterviewCounts, shownFrom: number): Suppressed<InterviewCounts> =>
  isSmall(counts.owed, shownFrom) ? withholdRow(counts, isTelling(counts)) : suppressShownRow(counts, shownFrom)
