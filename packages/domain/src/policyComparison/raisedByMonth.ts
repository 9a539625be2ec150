import * as Option from "effect/Option"
import type { Calendars } from "../calendar/calendar.ts"
import { formatCivilDay } from "../calendar/civilDay.ts"
import { Instant } from "../calendar/instant.ts"
import { londonDayOf } from "../calendar/londonTime.ts"
import { definedFields } from "../definedFields.ts"
import type { Policy } from "../policy/policy.ts"
import type { ChildHistory } from "../risk/childHistory.ts"
import { triggersFired } from "../risk/triggers.ts"
import type { Definition } from "../scorecard/definition.ts"
import { addMonths, formatMonth, type Month, parseMonth, startOfMonth } from "../scorecard/month.ts"
import { under } from "./under.ts"

/** Children with a trigger raised in a month, each once however often it was. */
export interface RaisedInMonth {
  /** `YYYY-MM`, London's. */
  readonly month: string
  /** Under the first policy. */
  readonly before: number
  /** Under the first policy alone. */
  readonly noLonger: number
  /** Under the second policy alone. */
  readonly newly: number
  /** Under the second policy. */
  readonly after: number
}

/** A trigger that two policies would have raised otherwise, month by month. */
export interface TriggerRaised {
  /** The trigger's code in the policy, such as `repeat-episodes`. */
  readonly rule: string
  readonly title: string
  /** In order, those without a difference too. */
  readonly months: ReadonlyArray<RaisedInMonth>
}

/** Children under either policy, by place. */
interface RaisedSets {
  readonly before: Set<number>
  readonly after: Set<number>
}

interface RaisedTrigger {
  readonly title: string
  readonly months: ReadonlyArray<RaisedSets>
}

const monthCounts = (month: Month, { before, after }: RaisedSets): RaisedInMonth => {
  const both = [...before].filter((child) => after.has(child)).length
  return {
    month: formatMonth(month),
    before: before.size,
    noLonger: before.size - both,
    newly: after.size - both,
    after: after.size
  }
}

const A_YEAR = 12

/**
 * The twelve London months of a year's comparison, in order; the last is the one that ends with this moment, or in which
 * it lies. Nothing throws.
 *
 * @param now epoch milliseconds
 *
 * @example
 * ```ts
 * import { utc } from "@safe-return/domain/calendar"
 * import { yearUpTo } from "@safe-return/domain/policyComparison"
 * import { monthInWords } from "@safe-return/domain/scorecard"
 *
 * const [first] = yearUpTo(utc(2026, 12, 1))
 * first && monthInWords(first) // "December 2025"
 * ```
 */
export const yearUpTo = (now: Instant): ReadonlyArray<Month> => {
  const last = parseMonth(formatCivilDay(londonDayOf(Instant(now - 1))).slice(0, 7))
  return Option.match(last, {
    onNone: () => [],
    onSome: (month) => Array.from({ length: A_YEAR }, (_, place) => addMonths(month, place + 1 - A_YEAR))
  })
}

const differs = ({ months }: TriggerRaised): boolean => months.some(({ noLonger, newly }) => noLonger + newly > 0)

/**
 * Of how many children each trigger would have been raised under policy `b` instead of `a`, by the month in which it
 * was met, over the twelve months that end with the one of `now`: the triggers of which that differs, by their codes.
 * {@link suppressRaised} withholds small counts.
 *
 * Times are epoch milliseconds, months London's. Both policies are trusted to have been read by `checkPolicy`; nothing
 * throws.
 *
 * @param now when the question is asked, for the triggers that depend on time
 * @param on the calendar of each nation that working days are counted on
 *
 * @example
 * ```ts
 * import { calendars, utc } from "@safe-return/domain/calendar"
 * import { ChildReference } from "@safe-return/domain/pathway"
 * import { nationalMinimum, rotherham } from "@safe-return/domain/policy"
 * import { raisedByMonth } from "@safe-return/domain/policyComparison"
 * import { syntheticCase } from "@safe-return/domain/synthetic"
 *
 * const history = { child: ChildReference.make("LCS-10432"), state: syntheticCase("returned").state }
 * const [raised] = raisedByMonth(rotherham, nationalMinimum, [history], utc(2026, 11, 24, 9), calendars)
 * raised?.rule // "offer-late"
 * raised?.months.at(-1) // {"month":"2026-11","before":1,"noLonger":1,"newly":0,"after":0}
 * ```
 */
export const raisedByMonth = (
  a: Policy,
  b: Policy,
  histories: Iterable<ChildHistory>,
  now: Instant,
  on: Calendars
): ReadonlyArray<TriggerRaised> => {
  const months = yearUpTo(now)
  const begins = months.map(startOfMonth)
  const ends = months.map((month) => startOfMonth(addMonths(month, 1)))
  const triggers = new Map<string, RaisedTrigger>()
  const raisedOf = (rule: string, title: string): RaisedTrigger => {
    const known = triggers.get(rule)
    if (known !== undefined) return known
    const raised = { title, months: months.map((): RaisedSets => ({ before: new Set(), after: new Set() })) }
    triggers.set(rule, raised)
    return raised
  }
  let child = 0
  for (const { state, facts } of histories) {
    const context = { now, calendars: on, ...definedFields({ facts }) }
    for (const [side, policy] of [
      ["before", a],
      ["after", b]
    ] as const) {
      for (const { rule, title, metAt } of triggersFired(under(policy, state), context)) {
        const place = begins.findIndex((begin, at) => metAt >= begin && metAt < (ends[at] ?? begin))
        raisedOf(rule, title).months[place]?.[side].add(child)
      }
    }
    child += 1
  }
  return [...triggers]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([rule, raised]) => ({
      rule,
      title: raised.title,
      months: months.flatMap((month, place) => {
        const sets = raised.months[place]
        return sets === undefined ? [] : [monthCounts(month, sets)]
      })
    }))
    .filter(differs)
}

export const raisedDefinition: Definition = {
  field: "raised",
  counts:
    "Children with the trigger raised in the month, each once: before, under the first policy; after, under the second; no longer raised and newly raised, under one of them alone. Both are read on the whole history, whatever was in force. A trigger that needs what a table does not hold, such as a date of birth, is in neither. Where small counts are withheld, the others are to the nearest 10.",
  source: "Working choice: children, because one child may raise a trigger many times in a month"
}
