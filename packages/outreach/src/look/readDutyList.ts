import { Casework, Council } from "@safe-return/casework"
import type { Instant } from "@safe-return/domain/calendar"
import { nextOfficeChange } from "@safe-return/domain/deadlines"
import { Effect } from "effect"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { dutyLists } from "../owed/dutyListOwed.ts"
import { StatutoryReminders } from "../owed/StatutoryReminders.ts"
import type { ListFacts } from "./TeamSource.ts"

/** What the duty is owed while the office is closed. */
export const dutyListReader = Effect.gen(function* () {
  const casework = yield* Casework
  const announceFrom = yield* announcementCutoff
  const { calendars, policyAt } = yield* Council
  const reminders = new StatutoryReminders(calendars)

  const read = Effect.fn("Outreach.readDutyList")(function* ({ there, delivered, now }: ListFacts) {
    const states = yield* casework.active
    const policy = policyAt(now)
    return dutyLists({ there, delivered, now, states, policy, calendars, reminders, announceFrom: announceFrom(now) })
  })
  /** What falls due while the office is closed is known of each child. */
  const nextAt = (now: Instant) => {
    const { workingHours, interview } = policyAt(now)
    return workingHours && nextOfficeChange(now, workingHours.value, calendars[interview.calendar.value])
  }
  return { read, nextAt }
})
