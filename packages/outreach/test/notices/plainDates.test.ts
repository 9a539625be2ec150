import { at, cases } from "@safe-return/casework/testing"
import { alertOf } from "@safe-return/domain/pathway"
import fc from "fast-check"
import { expect, it } from "vitest"
import type { Message } from "../../src/message/Message.ts"
import { makePlainTextRenderer } from "../../src/plainText/plainTextRenderer.ts"
import { everyKind } from "../../testing/everyKind.ts"

const plain = makePlainTextRenderer((person) => person)

/** Alerts, reminders, lists and what is asked of a person: read on the day on which they come. */
const readAtOnce: ReadonlySet<Message["_tag"]> = new Set<Message["_tag"]>([
  "MissingAlert",
  "CoordinatorAlert",
  "RepeatAlert",
  "MissingAfterAllAlert",
  "EscalationAlert",
  "UnreachedAlert",
  "AlertAllClear",
  "InterviewDue",
  "InterviewOverdue",
  "LateStep",
  "OverdueList",
  "DutyList",
  "InterviewAssignment",
  "Morning",
  "MorningSummary"
])

/** `Mon 23 Nov 2026`: a police reference may hold a year too. */
const dateWithYear = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]{2} \d{4}/

it("no alert, reminder, list or assignment writes the year of a time within six months", () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 600 }), (given, hours) => {
      for (const message of everyKind(given, at(hours))) {
        if (!readAtOnce.has(message._tag)) continue
        // A made-up message may be about an alert of long after.
        if ("episode" in message && Math.abs(alertOf(message.episode).at - at(hours)) > 600 * 3_600_000) continue
        seen.add(message._tag)
        const { subject, lines } = plain.render(message)
        expect([message._tag, [subject, ...lines].find((line) => dateWithYear.test(line))]).toEqual([
          message._tag,
          undefined
        ])
      }
    }),
    { numRuns: 60 }
  )
  expect([...seen].toSorted()).toEqual([...readAtOnce].toSorted())
})
