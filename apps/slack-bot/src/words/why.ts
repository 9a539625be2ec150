/** Why a deadline is when it is, and why a trigger was met: the domain's explanation in words, with its source. */
import { formatCivilDay, londonDayOf } from "@safe-return/domain/calendar"
import type { CountedDay, EpisodeClocks } from "@safe-return/domain/deadlines"
import type { Policy } from "@safe-return/domain/policy"
import { type Firing, standingWords } from "@safe-return/domain/risk"
import { caveatsOf, daysInWords, evidenceInWords, londonDateTime, londonDay, nationWords } from "@safe-return/wording"
import { escapeSlack } from "../blocks/blocks.ts"

/** A number nobody has confirmed says so beside its source. */
export const sourceInWords = ({ source, verified }: { readonly source: string; readonly verified: boolean }): string =>
  `_Source: ${escapeSlack(source)}.${verified ? "" : " A working choice, not verified."}_`

const anchorWords: Readonly<Record<EpisodeClocks["anchoredBy"], string>> = {
  returned: "the child's return",
  found: "the child being found",
  notified: "the council being told, which was after the return"
}

const dayInWords = (counted: CountedDay): string =>
  "skipped" in counted
    ? `• ${londonDay(counted.day)}: not counted, ${escapeSlack(daysInWords(counted.skipped))}`
    : `• ${londonDay(counted.day)}: working day ${counted.counted}${counted.because === undefined ? "" : ` (${escapeSlack(daysInWords(counted.because))})`}`

/** An episode from before the rules began is read by them all the same: nobody says that they held then. */
const inForceInWords = ({ title, effectiveFrom }: Policy, { from }: EpisodeClocks): string => {
  const rules = `The rules of "${escapeSlack(title)}"`
  const since = daysInWords(effectiveFrom)
  return effectiveFrom > formatCivilDay(londonDayOf(from))
    ? `_${rules}, which began on ${since}, read back onto this episode._`
    : `_${rules}, in force since ${since}, as they stood when this episode was opened._`
}

/** Each clock in a paragraph of its own: from when, how it was counted, and by which rule. */
export const whyTheDeadlines = (clocks: EpisodeClocks, policy: Policy): ReadonlyArray<string> => {
  const { hours, workingDays, dayZero, cutoff, measure } = policy.interview
  const { workingDayClock, elapsedClock, calendar } = clocks
  const zero = dayZero.value === "return-day" ? "That day is day 0." : "That day is day 1 if it is a working day."
  const until = cutoff.value === "end-of-day" ? "To the end of the last one." : `To ${cutoff.value} on the last one.`
  return [
    `*Both clocks start* ${londonDateTime(clocks.from)}, with ${anchorWords[clocks.anchoredBy]}.`,
    `*${hours.value} hours: ${londonDateTime(elapsedClock.dueAt)}*\n${hours.value} hours of elapsed time, weekends, bank holidays and clock changes included. That very moment is still within.\n${sourceInWords(hours)}`,
    `*${workingDays.value} working days: ${londonDay(workingDayClock.dueDay)}*\n${zero} ${until}\n${workingDayClock.days.map(dayInWords).join("\n")}\nBank holidays of ${nationWords[calendar.nation]}, published up to ${londonDay(calendar.publishedThrough)}.\n${sourceInWords(workingDays)}`,
    `*In time* is an interview ${measure.value === "held" ? "that was held" : "that was offered; it has still to be held"} by then.\n${sourceInWords(measure)}`,
    ...caveatsOf(clocks).map(escapeSlack),
    inForceInWords(policy, clocks)
  ]
}

/** A trigger with its evidence, what it asks, and by which rule. */
export const whyTheTrigger = (firing: Firing): string => {
  const { title, level, because, dates, action, owner, source, verified, standing } = firing
  const became = standingWords(standing)
  return [
    `*${escapeSlack(title)}* (${level === "must" ? "must be done" : "to be considered"})`,
    `${escapeSlack(because)} ${evidenceInWords({ dates })}`,
    `${escapeSlack(action)}. For: ${escapeSlack(owner)}.`,
    sourceInWords({ source, verified }),
    ...(became === undefined ? [] : [`_${became}_`])
  ].join("\n")
}
