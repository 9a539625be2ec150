/** The longest answers about children missing education, which Slack has to take too. */
import { addDays, londonDayOf, utc } from "@safe-return/domain/calendar"
import {
  type CmeCase,
  CmeCaseId,
  caseRowsOf,
  censusGapsOf,
  censusReturnOf,
  EnquiryId,
  PupilReference,
  pendingDutiesOf,
  SchoolReference,
  suppressCensusReturn,
  usualCmePolicy
} from "@safe-return/domain/education"
import { PersonId } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { checkMessage } from "@safe-return/slack-testkit"
import { expect, it } from "vitest"
import type { MessageContent } from "../../src/blocks/blocks.ts"
import { censusReturnMessage } from "../../src/messages/censusReturnMessage.ts"
import { educationCaseFacts } from "../../src/messages/educationCaseFacts.ts"
import { educationCaseList } from "../../src/messages/educationCaseList.ts"

const now = utc(2026, 12, 1, 9)
const today = londonDayOf(now)

/** As long as a reference can be. */
const pupil = (nth: number) => PupilReference.make(`EDU-${String(nth).padStart(36, "9")}`)

const caseOf = (nth: number): CmeCase => ({
  id: CmeCaseId.make(`case-${nth}`),
  policy: usualCmePolicy,
  referredOn: addDays(today, -200 + nth),
  source: "A member of the public",
  area: "A".repeat(40),
  whereabouts: [],
  enquiries: Array.from({ length: 60 }, (_, index) => ({
    id: EnquiryId.make(`enquiry-${nth}-${index}`),
    kind: "family",
    madeOn: addDays(today, -100 + index),
    by: PersonId.make("U0EDUCATION"),
    answer: { answer: "unreadable", answeredOn: addDays(today, -90) }
  })),
  applications: [],
  orderSteps: []
})

const absence = {
  kind: "ten-day-absence",
  schoolReference: SchoolReference.make("SCH-".padEnd(40, "9")),
  sentAt: now,
  from: addDays(today, -20),
  to: addDays(today, -2)
} as const

const cases = Array.from({ length: 300 }, (_, nth) => caseOf(nth))
const openCases = cases.map((openCase, nth) => ({ child: pupil(nth), openCase }))

/** What Slack was seen to take, in characters. */
const LARGEST_SEEN_TAKEN = 12_000

const isTaken = (message: MessageContent) => {
  expect(checkMessage(message)).toEqual([])
  expect(wordsOf(message.blocks).length).toBeLessThanOrEqual(LARGEST_SEEN_TAKEN)
}

it("a list of hundreds of open cases is one that Slack takes, and counts what is left out", () => {
  const duties = openCases.flatMap(({ child, openCase }) =>
    pendingDutiesOf(openCase, today).map((duty) => ({ ...duty, child, caseId: openCase.id }))
  )
  const list = educationCaseList({
    openCases,
    duties,
    unreadable: [pupil(1)],
    unseenReturns: openCases.map(({ child }) => ({ child, received: absence })),
    now
  })
  isTaken(list)
  expect(wordsOf(list.blocks)).toContain("260 more are open")
})

it("scores of enquiries and hundreds of gaps still make answers that Slack takes", () => {
  const returns = Array.from({ length: 60 }, () => absence)
  isTaken(educationCaseFacts({ child: pupil(1), version: 1, state: { cases: cases.slice(0, 1), returns } }, today))
  const rows = openCases.flatMap(({ child, openCase }) => caseRowsOf(child, { cases: [openCase] }))
  const census = suppressCensusReturn(censusReturnOf(rows, today))
  isTaken(censusReturnMessage(census, censusGapsOf(rows, today)))
})

it("people see what a school sent, with the case and without one", () => {
  const file = { child: pupil(1), version: 1, state: { cases: [], returns: [absence] } }
  const said = wordsOf(educationCaseFacts(file, today).blocks)
  expect(said).toContain("no open case")
  expect(said).toContain("nobody has looked at it yet")
  expect(said).toContain("A school reported: absent for ten school days, from Wed 11 Nov 2026 until Sun 29 Nov 2026")
  const list = educationCaseList({
    openCases: [],
    duties: [],
    unreadable: [],
    unseenReturns: [{ child: pupil(1), received: absence }],
    now
  })
  expect(wordsOf(list.blocks)).toContain(absence.schoolReference)
})
