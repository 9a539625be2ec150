/** A made-up child missing education, and the commands of their case. */
import { type CivilDay, civilDay, utc } from "@safe-return/domain/calendar"
import {
  CmeCaseId,
  type CmeCommandOf,
  type CmeEvent,
  PupilReference,
  SchoolReference,
  usualCmePolicy
} from "@safe-return/domain/education"
import { EventId, PersonId, referenceKey } from "@safe-return/domain/pathway"
import { EducationCases, type PupilStream, withCaseEntries } from "@safe-return/journal"
import { Effect, Layer } from "effect"
import { educationCaseworkLayer } from "../src/education/educationCaseworkLayer.ts"
import { NewIds } from "../src/NewIds.ts"
import { oneLinkInMemory } from "./joinedUpRecordsInMemory.ts"

export const pupil = PupilReference.make("EDU-10432")
export const otherPupil = PupilReference.make("EDU-10433")
/** Reported absent by a school, and has no case. */
export const absentPupil = PupilReference.make("EDU-10441")
/** Has three cases, all closed, one of them joined to another. */
export const joinedPupil = PupilReference.make("EDU-10440")

export const referral = (id = "case-1", referredOn = civilDay(2026, 11, 2)): CmeCommandOf<"ReferCase"> => ({
  _tag: "ReferCase",
  caseId: CmeCaseId.make(id),
  referredOn,
  policy: usualCmePolicy
})

/** Education cases that are kept for as long as the test runs. */
export const educationCasesInMemory = Layer.sync(EducationCases, () => {
  const streams = new Map<string, PupilStream>()
  const read = (child: PupilReference): PupilStream =>
    streams.get(referenceKey(child)) ?? { child, version: 0, entries: [] }
  return EducationCases.of({
    append: (child, expected, events) =>
      Effect.suspend(() =>
        Effect.tap(Effect.fromResult(withCaseEntries(read(child), expected, events)), (after) =>
          Effect.sync(() => void streams.set(referenceKey(child), after))
        )
      ),
    // Others have their turn between a look and what is decided on it.
    read: (child) =>
      Effect.andThen(
        Effect.yieldNow,
        Effect.sync(() => read(child))
      ),
    pupils: Effect.sync(() => [...streams.values()].map(({ child, version }) => ({ child, version })))
  })
})

/** Casework on which {@link pupil} has an open case, {@link otherPupil} one that is closed, {@link joinedPupil} one that was joined and a link, {@link absentPupil} none. */
export const oneOpenEducationCase = educationCaseworkLayer.pipe(
  Layer.provide(
    Layer.effect(
      EducationCases,
      Effect.gen(function* () {
        const cases = yield* EducationCases
        const record = (child: PupilReference, ...events: ReadonlyArray<CmeEvent>) =>
          cases.append(
            child,
            0,
            events.map((event, nth) => ({
              id: EventId.make(`${child}-${nth}`),
              recorded: { recordedAt: utc(2026, 11, 2, 9), recordedBy: PersonId.make("U0EDUCATION"), event }
            }))
          )
        const closedOn = civilDay(2026, 11, 3)
        const other = referral("case-2")
        yield* record(pupil, { ...referral(), _tag: "CaseReferred" })
        yield* record(
          otherPupil,
          { ...other, _tag: "CaseReferred" },
          { _tag: "CaseClosed", caseId: other.caseId, outcome: "abroad", closedOn }
        )
        const closed = (id: string, referredOn: CivilDay, day: CivilDay): ReadonlyArray<CmeEvent> => [
          { ...referral(id, referredOn), _tag: "CaseReferred" },
          { _tag: "CaseClosed", caseId: CmeCaseId.make(id), outcome: "abroad", closedOn: day }
        ]
        yield* record(
          joinedPupil,
          ...closed("case-4", civilDay(2026, 9, 1), civilDay(2026, 9, 3)),
          ...closed("case-5", civilDay(2026, 9, 7), civilDay(2026, 9, 21)),
          ...closed("case-6", civilDay(2026, 9, 8), civilDay(2026, 9, 22)),
          { _tag: "CaseMerged", caseId: CmeCaseId.make("case-6"), into: CmeCaseId.make("case-5") }
        )
        yield* record(absentPupil, {
          _tag: "SchoolReturnKept",
          received: {
            kind: "ten-day-absence",
            schoolReference: SchoolReference.make("SCH-4001-17"),
            sentAt: utc(2026, 11, 2, 9),
            from: civilDay(2026, 10, 19)
          }
        })
        return cases
      })
    ).pipe(Layer.provide(educationCasesInMemory))
  ),
  Layer.provide(NewIds.layer),
  Layer.merge(oneLinkInMemory)
)
