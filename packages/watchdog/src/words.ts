/** What people are told: no case reference, what has happened, and what to do now. */
import type { Instant } from "@safe-return/domain/calendar"
import { londonClockTime, londonDateTime } from "@safe-return/wording/londonDates"
import type { WatchAlert, WatchState } from "./judge.ts"

const inWords = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / 60_000)
  if (minutes < 2) return `${Math.max(1, Math.round(milliseconds / 1_000))} seconds`
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`
}

const london = (moment: number): string => londonDateTime(moment as Instant)

const DO_NOW =
  "Alerts about missing children may reach nobody. Now: ring the Missing Co-ordinator and the out-of-hours duty team, let them ask the police for open reports, and ring the people who look after Safe Return."

export const wordsOf = (alert: WatchAlert, council: string, { unsentSince }: WatchState): string => {
  const unsent = unsentSince === undefined ? "" : ` (This could not be sent from ${london(unsentSince)} until now.)`
  if (alert._tag === "Back") {
    return `Safe Return of ${council} is at work again; its silence was reported at ${london(alert.lostSince)}. Look in Slack for what was reported meanwhile.${unsent}`
  }
  const { silentFor, isAgain, failing } = alert
  const what =
    failing === undefined
      ? `has given no sign of life for ${inWords(silentFor)}`
      : `says that it cannot be relied on: ${failing}`
  return `Safe Return of ${council} ${isAgain ? "still " : ""}${what}. ${DO_NOW}${unsent}`
}

export const awakeWords = (council: string, { lastBeatAt }: WatchState): string =>
  `The watch over Safe Return of ${council} is awake. ${lastBeatAt === undefined ? "It has not heard a beat yet" : `The last beat was at ${london(lastBeatAt)}`}. If this message does not come one day, look at the machine that watches.`

/** The London day on which the watch is to say that it is awake, once its hour has come. */
export const awakeDay = (now: number, from: number | undefined): string | undefined => {
  const [day, time = ""] = londonClockTime(now as Instant).split("T")
  return from !== undefined && Number(time.slice(0, 2)) >= from ? day : undefined
}
