/** When an alert climbs and reminders come, for the same random times in every process that asks. */
import fc from "fast-check"
import { addHours, calendars, formatInstant } from "../../src/calendar/index.ts"
import { remindersOf } from "../../src/deadlines/index.ts"
import { ladderOf } from "../../src/escalation/index.ts"
import { doneAt, notify, returned } from "../pathway/madeUpChild.ts"
import { missingSince } from "./missingSince.ts"
import { minutesAfter, moments } from "./moments.ts"

const MONTH = 60 * 24 * 30

export interface EscalationSample {
  readonly from: string
  readonly rungs: ReadonlyArray<string>
  readonly reminders: ReadonlyArray<string>
}

/** Told at each of these times that a child is missing and, hours later, back; a month on. */
export const sampleEscalation = (): ReadonlyArray<EscalationSample> =>
  fc.sample(moments, { seed: 20_261_126, numRuns: 300 }).map((from) => {
    const state = missingSince(from)
    const back = addHours(from, 6)
    const home = doneAt(state, back, notify(returned(back, { sentAt: back })))
    const [climb] = ladderOf(state, minutesAfter(from, MONTH), calendars)
    return {
      from: formatInstant(from),
      rungs: (climb?.reached ?? []).map(({ rung, at }) => `${rung.who} ${formatInstant(at)}`),
      reminders: remindersOf(home, minutesAfter(from, MONTH), calendars).map(
        ({ stage, at }) => `${stage._tag} ${formatInstant(at)}`
      )
    }
  })
