/** Returns to hold the clocks against a second reckoning: made up, the same every run. Shares no code with `src`. */

/** A small generator of our own, so that the same seed gives the same returns on every machine and version. */
const numbersFrom = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The last return whose third working day falls in the last published year: 26 December 2028 in London. */
const FROM = Date.UTC(2012, 0, 1)
const TO = Date.UTC(2028, 11, 27) - 1

const HOUR = 3_600_000

/** Days on which a mistake would show: holidays, clock changes, year ends, and holidays moved for one year. */
const awkwardDays = [
  [2012, 5, 4],
  [2015, 11, 25],
  [2016, 2, 27],
  [2020, 4, 8],
  [2021, 11, 27],
  [2022, 8, 19],
  [2023, 4, 8],
  [2024, 2, 31],
  [2025, 9, 26],
  [2026, 5, 15],
  [2026, 11, 25],
  [2027, 11, 27],
  [2028, 0, 1]
] as const

/** 1,500 returns from 2012 to 2028, then 500 within six days of an awkward day. Epoch milliseconds. */
export const randomReturns = (): ReadonlyArray<number> => {
  const next = numbersFrom(20_261_116)
  const anywhere = Array.from({ length: 1_500 }, () => Math.floor(FROM + next() * (TO - FROM)))
  const awkward = Array.from({ length: 500 }, (_, index) => {
    const [year, month, day] = awkwardDays[index % awkwardDays.length] ?? [2026, 0, 1]
    const hours = Math.floor((next() - 0.5) * 12 * 24)
    // Half on the hour, where midnight and the change of the clocks are; half a millisecond before it.
    return Date.UTC(year, month, day) + hours * HOUR - (index % 2)
  })
  return [...anywhere, ...awkward]
}
