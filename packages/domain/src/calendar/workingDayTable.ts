import { addDays, type CivilDay } from "./civilDay.ts"

/** A calendar's working days, counted once, so that "the third after" is two look-ups and no walk. */
export interface WorkingDayTable {
  readonly first: CivilDay
  readonly last: CivilDay
  /** At `day - first`: how many working days lie from `first` to `day`, both included. */
  readonly countThrough: Uint16Array
  /** At `n`: the nth working day, counted from 1. */
  readonly nth: Int32Array
}

export const workingDayTable = (
  first: CivilDay,
  last: CivilDay,
  isWorking: (day: CivilDay) => boolean
): WorkingDayTable => {
  const length = last - first + 1
  const countThrough = new Uint16Array(length)
  const nth = new Int32Array(length + 1)
  let count = 0
  for (let offset = 0; offset < length; offset += 1) {
    const day = addDays(first, offset)
    if (isWorking(day)) {
      count += 1
      nth[count] = day
    }
    countThrough[offset] = count
  }
  return { first, last, countThrough, nth: nth.slice(0, count + 1) }
}

/** The `n`th working day after `day`; undefined when either end lies outside the table. `n` is 1 or more. */
export const lookUpWorkingDay = (table: WorkingDayTable, day: CivilDay, n: number): CivilDay | undefined => {
  const counted = table.countThrough[day - table.first]
  if (counted === undefined) return undefined
  return table.nth[counted + n] as CivilDay | undefined
}
