import { addDays, type CivilDay } from "./civilDay.ts"

/** A calendar's working days, counted once, so that "the third after" is two look-ups and no walk. Nobody can change it. */
export class WorkingDayTable {
  readonly #first: CivilDay
  /** At `day - first`: how many working days lie from the first day to `day`, both included. */
  readonly #countThrough: Uint16Array
  /** At `n`: the nth working day, counted from 1. */
  readonly #nth: Int32Array

  constructor(first: CivilDay, last: CivilDay, isWorking: (day: CivilDay) => boolean) {
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
    this.#first = first
    this.#countThrough = countThrough
    this.#nth = nth.slice(0, count + 1)
    Object.freeze(this)
  }

  /** The `n`th working day after `day`; undefined when either end lies outside the table. `n` is 1 or more. */
  after(day: CivilDay, n: number): CivilDay | undefined {
    const counted = this.#countThrough[day - this.#first]
    if (counted === undefined) return undefined
    return this.#nth[counted + n] as CivilDay | undefined
  }
}
