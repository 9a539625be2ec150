/** What a move of the clock did, in words: where it went, and what fell due on the way, in order. */
import type { ClockMoved } from "../../api.ts"
import { londonDayAndTime } from "./londonTime.ts"

/** More would fill the banner; the messages themselves are in their places. */
const MOST_TIMES = 4

const messages = (count: number) => (count === 1 ? "1 message" : `${count} messages`)

export const movedInWords = (to: number, played: ClockMoved["played"] = []): string => {
  const arrived = `Moved to ${londonDayAndTime(to)}.`
  if (played.length === 0) return `${arrived} Nothing fell due on the way.`
  const first = played
    .slice(0, MOST_TIMES)
    .map(({ at, messages: count }) => `${londonDayAndTime(Date.parse(at))} (${messages(count)})`)
  const more = played.length - first.length
  const rest = more > 0 ? `; and at ${more === 1 ? "one more time" : `${more} more times`}` : ""
  return `${arrived} Played on the way, in order: ${first.join("; ")}${rest}.`
}
