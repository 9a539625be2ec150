import { endOfBand, interviewTimesDefinition, type SuppressedInterviewTimes } from "@safe-return/domain/scorecard"
import type { ReportTable } from "./reportTable.ts"

const HOURS_A_DAY = 24

/** `7 to 14 days`, `24 to 48 hours`: in days from the fifth on, where they are whole. */
const between = (from: number, to: number | undefined): string => {
  const isInDays = from >= 5 * HOURS_A_DAY && from % HOURS_A_DAY === 0 && (to ?? 0) % HOURS_A_DAY === 0
  const [unit, scale] = isInDays ? ["days", HOURS_A_DAY] : ["hours", 1]
  if (to === undefined) return `Over ${from / scale} ${unit}`
  return from === 0 ? `Up to ${to / scale} ${unit}` : `${from / scale} to ${to / scale} ${unit}`
}

/** How long after the return interviews were held; each band takes its upper end. */
export const interviewTimesTable = ({ bands }: SuppressedInterviewTimes): ReportTable => {
  const names = Object.keys(bands)
  const ends = names.map(endOfBand)
  return {
    id: "interview-times",
    title: "Time from return to interview",
    breakdown: "hours",
    rowTitle: "Time from the return",
    columns: [{ title: "Interviews held", measure: "interviewTimes" }],
    rows: names.map((name, place) => ({
      label: between(ends[place - 1] ?? 0, ends[place]),
      value: name,
      cells: [bands[name] ?? 0]
    })),
    definitions: [interviewTimesDefinition]
  }
}
