/** Events of made-up cases of children missing education. */
import { civilDay, utc } from "@safe-return/domain/calendar"
import { CmeCaseId, type CmeEvent, PupilReference, usualCmePolicy } from "@safe-return/domain/education"
import { EventId, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { type CaseEntry, EducationCases } from "../src/index.ts"

export const pupil = (reference: string): PupilReference => PupilReference.make(reference)

const caseId = CmeCaseId.make("case-1")

const told: ReadonlyArray<CmeEvent> = [
  { _tag: "CaseReferred", caseId, referredOn: civilDay(2026, 9, 7), area: "Central", policy: usualCmePolicy },
  { _tag: "StartRecorded", caseId, since: civilDay(2026, 9, 1) },
  { _tag: "ReasonRecorded", caseId, reason: "Not recorded" },
  { _tag: "PupilWhereaboutsRecorded", caseId, whereabouts: "not-known", asOf: civilDay(2026, 9, 8) },
  { _tag: "ApplicationRecorded", caseId, school: "Made-up Academy “two” \u0000", appliedOn: civilDay(2026, 9, 9) },
  { _tag: "CaseClosed", caseId, outcome: "abroad", closedOn: civilDay(2026, 9, 10) }
]

/** The nth event of a made-up case, from 1 on; from the seventh on they begin once more. */
export const caseEntry = (number: number): CaseEntry => ({
  id: EventId.make(`case-event-${number}`),
  recorded: {
    recordedAt: utc(2026, 9, 10, 9, number),
    recordedBy: PersonId.make("UMADEUP1"),
    event: told[(number - 1) % told.length] as CmeEvent
  }
})

export const caseEntries = (count: number): ReadonlyArray<CaseEntry> =>
  Array.from({ length: count }, (_, index) => caseEntry(index + 1))

export const recordCase = (reference: string, count: number, expected = 0) =>
  Effect.flatMap(EducationCases, (cases) =>
    cases.append(pupil(reference), expected, caseEntries(expected + count).slice(expected))
  )
