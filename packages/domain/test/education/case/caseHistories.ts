import fc from "fast-check"
import { addDays, type CivilDay } from "../../../src/calendar/index.ts"
import {
  type CmeCommand,
  type CmeEvent,
  type CmeRefusal,
  cmeReasons,
  emptyPupilState,
  groundLetters,
  OrderStep,
  outcomeWords,
  type PupilState,
  usualCmePolicy
} from "../../../src/education/index.ts"
import { AuthorityName } from "../../../src/pathway/index.ts"
import { day } from "../caseTexts.ts"
import { caseId, enquiryId, officer, sheffield, tell } from "./madeUpCase.ts"

/** Few enough cases, days and enquiries that random commands meet; some days lie in the future. */
const ids = fc.constantFrom(1, 1, 1, 1, 2, 3).map(caseId)
const enquiries = fc.constantFrom(1, 1, 2).map(enquiryId)
const days: fc.Arbitrary<CivilDay> = fc.integer({ min: 0, max: 100 }).map((at) => addDays(day("2026-09-01"), at))
const schools = fc.constantFrom("Made-up Academy", "Another made-up school")
const corrections = fc.constantFrom("typing" as const, "wrong-child" as const, "new-information" as const)
const one = <Tag extends CmeCommand["_tag"]>(tag: Tag) => ({ _tag: fc.constant(tag), caseId: ids })
const maybe = { requiredKeys: ["_tag", "caseId", "referredOn", "policy"] as const }

const referrals = fc.record(
  {
    ...one("ReferCase"),
    referredOn: days,
    since: days,
    reason: fc.constantFrom(...cmeReasons),
    area: fc.constantFrom("Central", "North"),
    ground: fc.constantFrom(...groundLetters),
    bornOn: fc.constantFrom(day("2015-05-01"), day("2024-05-01"), day("2005-05-01")),
    policy: fc.constant(usualCmePolicy)
  },
  { requiredKeys: [...maybe.requiredKeys] }
)

/** Any command, about any of three cases. */
export const caseCommands: fc.Arbitrary<CmeCommand> = fc.oneof(
  { weight: 3, arbitrary: referrals as fc.Arbitrary<CmeCommand> },
  {
    weight: 20,
    arbitrary: fc.oneof(
      fc.record({ ...one("RecordStart"), since: days }),
      fc.record({ ...one("RecordReason"), reason: fc.constantFrom(...cmeReasons) }),
      fc.record({
        ...one("RecordPupilWhereabouts"),
        whereabouts: fc.constantFrom("known" as const, "not-known" as const),
        asOf: days
      }),
      fc.record({
        ...one("MakeEnquiry"),
        enquiryId: enquiries,
        kind: fc.constantFrom("home-visit", "health", "no-such"),
        madeOn: days,
        by: fc.constant(officer)
      }),
      fc.record({
        ...one("RecordAnswer"),
        enquiryId: enquiries,
        answer: fc.constantFrom("found" as const, "nothing-known" as const, "unreadable" as const),
        answeredOn: days
      }),
      fc.record({
        ...one("ReadAnswer"),
        enquiryId: enquiries,
        reading: fc.constantFrom("found" as const, "nothing-known" as const),
        by: fc.constant(officer)
      }),
      fc.record({
        ...one("TraceToAuthority"),
        authority: fc.constantFrom(sheffield, AuthorityName.make("Leeds City Council")),
        tracedOn: days
      }),
      fc.record({ ...one("AcknowledgeTrace"), acknowledgedOn: days }),
      fc.record({ ...one("RejectTrace"), rejectedOn: days }),
      fc.record({ ...one("RecordReturnFromAbroad"), returnedOn: days }),
      fc.record({ ...one("RecordApplication"), school: schools, appliedOn: days }),
      fc.record({ ...one("RecordOffer"), school: schools, offeredOn: days }),
      fc.record({
        ...one("AnswerOffer"),
        answer: fc.constantFrom("accepted" as const, "declined" as const),
        answeredOn: days
      }),
      fc.record({ ...one("AdmitPupil"), school: schools, admittedOn: days }),
      fc.record({
        ...one("JudgeHomeEducation"),
        judgement: fc.constantFrom("suitable" as const, "unsuitable" as const),
        judgedOn: days,
        by: fc.constant(officer)
      }),
      fc.record({ ...one("RecordOrderStep"), step: fc.constantFrom(...OrderStep.literals), on: days })
    )
  },
  {
    weight: 10,
    arbitrary: fc.oneof(
      fc.record({
        ...one("CloseCase"),
        outcome: fc.constantFrom(
          ...(Object.keys(outcomeWords.words) as ReadonlyArray<keyof typeof outcomeWords.words>)
        ),
        closedOn: days
      }),
      fc.record({
        ...one("ReopenCase"),
        reason: fc.constantFrom("closed-by-mistake" as const, "did-not-come-about" as const)
      }),
      fc.record({
        ...one("CorrectCase"),
        facts: fc.record(
          { referredOn: days, since: days, area: fc.constantFrom("Central", "North") },
          { requiredKeys: [] }
        ),
        cleared: fc.subarray([
          "reason",
          "area",
          "trace",
          "offer",
          "admission",
          "homeEducation",
          "returnedFromAbroadOn"
        ] as const),
        withdrawn: fc.array(
          fc.oneof(
            fc.record({ _tag: fc.constant("Enquiry" as const), enquiryId: enquiries }),
            fc.record({
              _tag: fc.constant("OrderStep" as const),
              step: fc.constantFrom(...OrderStep.literals),
              on: days
            }),
            fc.record({ _tag: fc.constant("Application" as const), school: schools, appliedOn: days })
          ),
          { maxLength: 2 }
        ),
        reason: corrections
      }),
      fc.record({ ...one("MergeCase"), into: ids }),
      fc.record({ ...one("SeparateCase"), reason: corrections })
    )
  }
)

/** One command of a history, with what came of it. */
export interface Turn {
  readonly command: CmeCommand
  readonly before: PupilState
  readonly state: PupilState
  readonly events: ReadonlyArray<CmeEvent>
  readonly refusal: CmeRefusal | undefined
}

/** Commands put to one child one after another, refused or not, beginning with a referral that is taken. */
export const caseHistories: fc.Arbitrary<ReadonlyArray<Turn>> = fc
  .tuple(ids, fc.array(caseCommands, { minLength: 5, maxLength: 40 }))
  .map(([first, commands]) => {
    const begun: CmeCommand = {
      _tag: "ReferCase",
      caseId: first,
      referredOn: day("2026-09-01"),
      policy: usualCmePolicy
    }
    let state: PupilState = emptyPupilState
    return [begun, ...commands].map((command) => {
      const before = state
      const told = tell(before, command)
      state = told.state
      return { command, before, ...told }
    })
  })
