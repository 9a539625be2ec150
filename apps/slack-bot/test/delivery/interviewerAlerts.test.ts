import { calendars } from "@safe-return/domain/calendar"
import { expect, it } from "vitest"
import { owedMessages } from "../../src/delivery/owed.ts"
import { nobodyElse } from "../../src/delivery/WhoIsThere.ts"
import {
  assigned,
  at,
  child,
  entriesOf,
  interviewer,
  interviewId,
  manager,
  missing,
  returned,
  tell,
  wordsOf
} from "../messages/madeUpCase.ts"

it("an interviewer who could not be told in between reads the last plan only", () => {
  const planned = (hours: number, plannedFor: number) => ({
    by: manager,
    now: at(hours),
    command: {
      _tag: "AssignInterview",
      newInterviewId: interviewId,
      interviewer,
      knownAdult: false,
      isInterviewer: true,
      plannedFor: at(plannedFor)
    } as const
  })
  const { state, recorded } = tell([missing(), returned(6), assigned(7), planned(8, 30), planned(9, 40)])
  const alerts = owedMessages({
    child,
    state,
    entries: entriesOf(recorded),
    delivered: new Map(),
    there: nobodyElse,
    calendars,
    announceFrom: at(-100),
    now: at(10)
  }).filter(({ key }) => key.startsWith("interviewer-alert:"))
  expect(alerts).toHaveLength(1)
  expect(wordsOf(alerts.map(({ content }) => content()))).toContain("Planned for Wed 25 Nov 2026, 10:00")
})
