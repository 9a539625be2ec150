import { addHours, civilDay, utc } from "@safe-return/domain/calendar"
import { CmeCaseId, PupilReference, usualCmePolicy } from "@safe-return/domain/education"
import { EventId, PersonId } from "@safe-return/domain/pathway"
import { expect, test } from "vitest"
import { latestOfEducation } from "../../src/happened/latestOfEducation.ts"

const caseId = CmeCaseId.make("CME-1")
const monday = utc(2026, 11, 16, 9)
const referredOn = civilDay(2026, 11, 16)

const stream = (child: string, hours: number) => ({
  child: PupilReference.make(child),
  version: 2,
  entries: [
    {
      id: EventId.make(`${child}-1`),
      recorded: {
        recordedAt: monday,
        recordedBy: PersonId.make("U0MADEUP1"),
        event: { _tag: "CaseReferred", caseId, referredOn, policy: usualCmePolicy } as const
      }
    },
    {
      id: EventId.make(`${child}-2`),
      recorded: {
        recordedAt: addHours(monday, hours),
        recordedBy: PersonId.make("U0MADEUP1"),
        event: { _tag: "ReasonRecorded", caseId, reason: "Other" } as const
      }
    }
  ]
})

test("the latest recorded of any child missing education is named, with what came before", () => {
  const { title, events = [] } = latestOfEducation([stream("EDU-20117", 2), stream("EDU-20118", 1)]) ?? {}
  expect(title).toBe("EDU-20117 · missing education")
  expect(events.map(({ words, isNew }) => [words, isNew])).toEqual([
    ["*Case referred*", false],
    ["*Reason recorded*", true]
  ])
  expect(latestOfEducation([])).toBeUndefined()
})
