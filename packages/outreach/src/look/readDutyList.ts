import { Casework, Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { nextOfficeChange } from "@safe-return/domain/deadlines"
import { Effect } from "effect"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { dutyLists } from "../owed/dutyListOwed.ts"
import type { OwedMessage } from "../owed/OwedMessage.ts"
import { earliest } from "./earliest.ts"
import type { TeamFacts } from "./TeamSource.ts"

/** In milliseconds: each look goes through every child, and a reminder of hours is not late by a minute. */
const EVERY = 60_000

/** What the duty is owed while the office is closed, looked through once a minute at most. */
export const dutyListReader = Effect.gen(function* () {
  const casework = yield* Casework
  const announceFrom = yield* announcementCutoff
  const { calendars, policyAt } = yield* Council
  let before: { readonly facts: TeamFacts; readonly owed: ReadonlyArray<OwedMessage> } | undefined
  /** The last answer was found a little earlier: it may leave out what has come since. */
  let isOlder = false

  const read = Effect.fn("Outreach.readDutyList")(function* (facts: TeamFacts) {
    const { there, delivered, now } = facts
    const isSame = before?.facts.there === there
    if (before !== undefined && isSame && now >= before.facts.now && now < before.facts.now + EVERY) {
      isOlder = now > before.facts.now
      return before.owed
    }
    isOlder = false
    const states = yield* casework.active
    const owed = dutyLists({
      there,
      delivered,
      now,
      states,
      policy: policyAt(now),
      calendars,
      announceFrom: announceFrom(now)
    })
    before = { facts, owed }
    return owed
  })
  /** What falls due while the office is closed is known of each child, but for what the last answer was too old for. */
  const nextAt = (now: Instant) => {
    const { workingHours, interview } = policyAt(now)
    return earliest([
      workingHours && nextOfficeChange(now, workingHours.value, calendars[interview.calendar.value]),
      before !== undefined && isOlder ? Instant(before.facts.now + EVERY) : undefined
    ])
  }
  return { read, nextAt }
})
