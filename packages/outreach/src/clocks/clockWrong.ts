/** When two clocks are too far apart, and what people are told of it. */
import { MILLISECONDS_A_DAY, MILLISECONDS_A_MINUTE, MILLISECONDS_AN_HOUR } from "@safe-return/domain/calendar"
import type { Incident } from "../incidents/Incidents.ts"

export type ComparedClock = "Slack" | "database"

/** Milliseconds, working choices: slow answers fit, and Slack refuses requests only after five minutes. */
const tolerances: Readonly<Record<ComparedClock, number>> = { Slack: 60_000, database: 30_000 }

/** Slack's bound on the age of a request, in milliseconds, which our guard and the police intake go by. */
const REFUSED_FROM = 5 * 60_000

const names: Readonly<Record<ComparedClock, string>> = { Slack: "Slack's", database: "the database's" }

/** @param ahead by how many milliseconds our clock is ahead; negative where it is behind */
export const isWithinTolerance = (clock: ComparedClock, ahead: number): boolean => Math.abs(ahead) <= tolerances[clock]

const lasting = (millis: number): string => {
  const units = [
    [MILLISECONDS_A_DAY, "day"],
    [MILLISECONDS_AN_HOUR, "hour"],
    [MILLISECONDS_A_MINUTE, "minute"],
    [1_000, "second"]
  ] as const
  const [size, unit] = units.find(([size]) => millis >= size * 2) ?? [1_000, "second"]
  const many = Math.floor(millis / size)
  return `${many} ${unit}${many === 1 ? "" : "s"}`
}

export const clockWrong = (clock: ComparedClock, ahead: number): Incident => {
  const difference = `${lasting(Math.abs(ahead))} ${ahead > 0 ? "ahead of" : "behind"} ${names[clock]}`
  const isGrave = Math.abs(ahead) >= REFUSED_FROM
  return {
    kind: "clock-wrong",
    place: clock,
    what: `The clock of the machine that runs Safe Return is ${difference}.${clock === "Slack" && ahead > 0 ? " Reminders, lists and summaries that fall due by it alone wait until it is right." : ""}`,
    remedy:
      clock === "Slack"
        ? "Let the machine set its clock by NTP, and look at it with `timedatectl`. Safe Return need not be restarted."
        : "Let both machines set their clocks by NTP, and look at each with `timedatectl`. Safe Return need not be restarted.",
    ...(isGrave
      ? {
          duty: {
            sentence: `Safe Return's clock is ${difference}. Reports of the police and buttons in Slack may be refused, and times it shows may be wrong. Ring the police for what they have reported, and note the times yourselves until it is over.`
          }
        }
      : {})
  }
}
