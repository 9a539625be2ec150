import { Casework, Council } from "@safe-return/casework"
import { Effect } from "effect"
import { announcementCutoff } from "../owed/announcementCutoff.ts"
import { dutyLists } from "../owed/dutyListOwed.ts"
import type { OwedMessage } from "../owed/OwedMessage.ts"
import type { TeamFacts } from "./TeamSource.ts"

/** In milliseconds: each look goes through every child, and a reminder of hours is not late by a minute. */
const EVERY = 60_000

/** What the duty is owed while the office is closed, looked through once a minute at most. */
export const dutyListReader = Effect.gen(function* () {
  const casework = yield* Casework
  const announceFrom = yield* announcementCutoff
  const { calendars, policyAt } = yield* Council
  let before: { readonly facts: TeamFacts; readonly owed: ReadonlyArray<OwedMessage> } | undefined

  return Effect.fn("Outreach.readDutyList")(function* (facts: TeamFacts) {
    const { there, delivered, now } = facts
    const isSame = before?.facts.there === there
    if (before !== undefined && isSame && now >= before.facts.now && now < before.facts.now + EVERY) return before.owed
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
})
