import { type Benchmark, sideBySide } from "@safe-return/bench"
import { Result } from "effect"
import {
  CivilDay,
  dayOfWeek,
  englandAndWales,
  Instant,
  isWorkingDay,
  londonDayOf,
  londonOffset
} from "../src/calendar/index.ts"
import { dueTimes } from "../src/deadlines/index.ts"
import { rotherham } from "../src/policy/index.ts"
import { randomReturns } from "../test/deadlines/randomReturns.ts"
import { type Answers, answersTo, byArrays, byBusinessDays, byHolidayPackage } from "./clocksWithoutUs.ts"

const returns = randomReturns().map((at) => Instant(at))

/** A package that takes a millisecond for one return is timed on a few of them. */
const fewReturns = returns.filter((_, index) => index % 200 === 0)

const byUs = (instants: ReadonlyArray<Instant>, { hours72, workingDays3 }: Answers): void => {
  for (let index = 0; index < instants.length; index += 1) {
    const due = dueTimes(instants[index] as Instant, rotherham)
    // As work over many thousands reads an answer: `getOrThrow` takes as long as both counts.
    if (Result.isFailure(due)) throw new Error(due.failure.message)
    hours72[index] = due.success.elapsedDueAt
    workingDays3[index] = due.success.workingDaysDueAt
  }
}

const isWeekend = (day: CivilDay): boolean => dayOfWeek(day) % 6 === 0

/** Whether a library that knows neither London nor holidays can be right: winter time, and no holiday in the way. */
const isPlainSailing = (at: Instant): boolean => {
  const { workingDaysDueDay, workingDaysDueAt } = Result.getOrThrow(dueTimes(at, rotherham))
  if (londonOffset(at) !== 0 || londonOffset(workingDaysDueAt) !== 0) return false
  for (let day = londonDayOf(at); day <= workingDaysDueDay; day = CivilDay(day + 1)) {
    if (!isWeekend(day) && !isWorkingDay(englandAndWales, day)) return false
  }
  return true
}

/** Refuses to go on where a peer answers otherwise, for returns on which it can know. */
const compare = (
  name: string,
  instants: ReadonlyArray<Instant>,
  reckon: typeof byUs,
  isComparable: (at: Instant) => boolean
): void => {
  const [ours, theirs] = [answersTo(instants), answersTo(instants)]
  byUs(instants, ours)
  reckon(instants, theirs)
  const comparable = [...instants.keys()].filter((index) => isComparable(instants[index] as Instant))
  if (comparable.length < 10) throw new Error(`too few returns on which ${name} can be compared`)
  for (const index of comparable) {
    if (ours.hours72[index] !== theirs.hours72[index] || ours.workingDays3[index] !== theirs.workingDays3[index]) {
      throw new Error(`${name} has another answer than ours for a return at ${instants[index]}`)
    }
  }
}

const always = (): boolean => true

const peers = [
  {
    name: "date-fns addBusinessDays on a plain Date, which knows no holidays",
    instants: returns,
    reckon: byBusinessDays,
    isComparable: isPlainSailing,
    atLeast: 3
  },
  {
    name: "date-holidays isHoliday loop",
    instants: fewReturns,
    reckon: byHolidayPackage,
    isComparable: always,
    atLeast: 5_000
  },
  {
    name: "bare typed-array look-up loop",
    instants: returns,
    reckon: byArrays,
    isComparable: always,
    atLeast: 1 / 3
  }
]

export const clocksPlain: Benchmark = {
  id: "clocks.plain",
  work: "both clocks for one return, no explanation",
  run: () => {
    for (const { name, instants, reckon, isComparable } of peers) compare(name, instants, reckon, isComparable)
    const answers = answersTo(returns)
    return sideBySide(
      { name: "ours", times: returns.length, run: () => byUs(returns, answers) },
      peers.map(({ name, instants, reckon, atLeast }) => ({
        name,
        times: instants.length,
        atLeast,
        run: () => reckon(instants, answers)
      })),
      "at least 3 × as fast as date-fns addBusinessDays and 5,000 × as fast as a date-holidays loop; within 3 × of a bare look-up loop"
    )
  }
}
