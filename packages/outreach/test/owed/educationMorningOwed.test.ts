import { otherPupil, pupil } from "@safe-return/casework/testing"
import { addDays, calendars, civilDay, isWorkingDay, londonTimeOn, utc } from "@safe-return/domain/calendar"
import {
  CmeCaseId,
  type CmeCommand,
  decideCase,
  EnquiryId,
  emptyPupilState,
  evolveCase,
  type PupilReference,
  type PupilState,
  pendingDutiesOf,
  SchoolReference,
  usualCmePolicy
} from "@safe-return/domain/education"
import { AuthorityName, PersonId } from "@safe-return/domain/pathway"
import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import type { EducationLine } from "../../src/message/educationMorningMessages.ts"
import { type EducationFinding, educationFindings } from "../../src/owed/educationFindings.ts"
import { educationMorningMessages } from "../../src/owed/educationMorningOwed.ts"
import type { OwedMessage } from "../../src/owed/OwedMessage.ts"
import { emptyRoster, type Roster } from "../../src/recipients/Roster.ts"
import { sentUnder } from "../../testing/caseSnapshot.ts"

const officer = PersonId.make("U0OFFICER")
const admissions = PersonId.make("U0ADMISSIONS")
const lead = PersonId.make("U0LEAD")
const roster = (officers: boolean, others: boolean, managers: boolean): Roster => ({
  ...emptyRoster,
  education: {
    "education-officer": officers ? [officer] : [],
    attendance: [],
    admissions: others ? [admissions] : [],
    "education-manager": managers ? [lead] : []
  }
})
const everyone = roster(true, true, true)

const morningDay = civilDay(2026, 11, 16)
const at = londonTimeOn(morningDay, 8 * 60 + 30)
const caseId = CmeCaseId.make("case-1")
const enquiryId = EnquiryId.make("enquiry-1")
const about = { caseId } as const
const dayOf = (days: number) => addDays(morningDay, -days)

const refer = (days: number): CmeCommand => ({
  _tag: "ReferCase",
  ...about,
  referredOn: dayOf(days),
  policy: usualCmePolicy
})
const enquiry = (days: number): CmeCommand => ({
  _tag: "MakeEnquiry",
  ...about,
  enquiryId,
  kind: "home-visit",
  madeOn: dayOf(days),
  by: officer
})
const start = (days: number): CmeCommand => ({ _tag: "RecordStart", ...about, since: dayOf(days) })
const reason: CmeCommand = { _tag: "RecordReason", ...about, reason: "Unknown" }
const offer = (days: number): CmeCommand => ({
  _tag: "RecordOffer",
  ...about,
  school: "Made-up Academy",
  offeredOn: dayOf(days)
})

const tell = (state: PupilState, command: CmeCommand): PupilState =>
  Result.getOrElse(decideCase(state, command, { now: utc(2026, 11, 16, 12) }), () => []).reduce(evolveCase, state)
const after = (...commands: ReadonlyArray<CmeCommand>): PupilState => commands.reduce(tell, emptyPupilState)

const findingsOf = (
  states: ReadonlyMap<PupilReference, PupilState>,
  day = morningDay,
  censusDay = undefined as number | undefined
) =>
  educationFindings({
    states,
    day,
    isWorking: (one) => isWorkingDay(calendars["england-and-wales"], one),
    ...(censusDay === undefined ? {} : { censusDay: censusDay as typeof day })
  })

interface Scene {
  readonly before: ReadonlyMap<PupilReference, PupilState>
  readonly now?: ReadonlyMap<PupilReference, PupilState>
  readonly there?: Roster
  readonly delivered?: ReturnType<typeof sentUnder>
}

const owedIn = ({ before, now = before, there = everyone, delivered = new Map() }: Scene) =>
  educationMorningMessages({ at, there, delivered, findings: findingsOf(before), states: now })

const linesOf = ({ message }: OwedMessage): ReadonlyArray<EducationLine> => {
  const said = message()
  return said._tag === "EducationMorning" ? said.lines : []
}
const readBy = (owed: ReadonlyArray<OwedMessage>) =>
  owed.map((one) => [
    one.place._tag === "Person" ? one.place.person : one.place._tag,
    ...linesOf(one).flatMap(({ duties }) => duties.map(({ kind }) => kind))
  ])

it("a case without an enquiry, a start or a reason is asked of the officer after days", () => {
  expect(owedIn({ before: new Map([[pupil, after(refer(4))]]) }).messages).toEqual([])
  const { messages } = owedIn({ before: new Map([[pupil, after(refer(5))]]) })
  expect(readBy(messages)).toEqual([[officer, "no-enquiry", "no-reason", "no-start"]])
  expect(messages.map(({ key }) => key)).toEqual(["cme:2026-11-16:U0OFFICER"])
})

it("what has waited days longer is asked of the manager too, and an offer of admissions", () => {
  const state = after(refer(10), start(40), enquiry(1), offer(10))
  const { messages } = owedIn({ before: new Map([[pupil, state]]) })
  expect(readBy(messages)).toEqual([
    [officer, "no-reason"],
    [lead, "no-reason"],
    [admissions, "offer-unanswered"]
  ])
})

it("a case that nears DfE's next band is said on one working morning, and goes to no manager", () => {
  const state = after(refer(2), start(9), reason, enquiry(1))
  const states = new Map([[pupil, state]])
  const days = [0, 1, 2, 3, 4, 5, 6].map((later) => findingsOf(states, addDays(morningDay, later)))
  expect(days.map((found) => found.map(({ kind }) => kind).includes("next-band"))).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
    false
  ])
  expect(days.flat().filter(({ kind, hasClimbed }) => kind === "next-band" && hasClimbed)).toEqual([])
})

it("what the return lacks is asked for before a census day that the council has set", () => {
  const states = new Map([[pupil, after(refer(1), start(1), reason)]])
  expect(findingsOf(states)).toEqual([])
  expect(findingsOf(states, morningDay, morningDay + 15)).toEqual([])
  expect(findingsOf(states, morningDay, morningDay + 14)).toMatchObject([
    { kind: "census-gaps", missing: ["sex", "year-group"], roles: ["education-officer"] }
  ])
  expect(findingsOf(states, morningDay, morningDay - 1)).toEqual([])
})

it("a return that opened no case is asked about until a person has looked at it", () => {
  const named = { kind: "ten-day-absence", schoolReference: SchoolReference.make("SCH-4001-17") } as const
  const sentOn = (days: number) => ({ ...named, sentAt: londonTimeOn(dayOf(days), 600), from: dayOf(30) })
  const reported = (days: number) => evolveCase(emptyPupilState, { _tag: "SchoolReturnKept", received: sentOn(days) })
  expect(findingsOf(new Map([[pupil, reported(0)]]))).toEqual([])
  const before = new Map([[pupil, reported(1)]])
  expect(findingsOf(before)).toMatchObject([{ kind: "school-return", roles: ["attendance", "education-officer"] }])
  expect(findingsOf(new Map([[pupil, reported(6)]]))).toMatchObject([{ kind: "school-return", hasClimbed: true }])
  const { messages } = owedIn({ before })
  expect(readBy(messages)).toEqual([[officer, "school-return"]])
  const seen = evolveCase(reported(1), { _tag: "SchoolReturnSeen", ...named, finding: "at-school", by: officer })
  const delivered = sentUnder(messages.map(({ key }) => key))
  const after = owedIn({ before, now: new Map([[pupil, seen]]), delivered }).messages
  expect(after.flatMap(linesOf)).toEqual([{ child: pupil, duties: [] }])
})

it("the message of a morning says that a case is seen to, and is not sent for that alone", () => {
  const before = new Map([[pupil, after(refer(5))]])
  const now = new Map([[pupil, after(refer(5), start(9), reason, enquiry(0))]])
  const keys = owedIn({ before }).messages.map(({ key }) => key)
  expect(owedIn({ before, now }).messages).toEqual([])
  const { messages } = owedIn({ before, now, delivered: sentUnder(keys) })
  expect(messages.flatMap(linesOf)).toEqual([{ child: pupil, caseId, duties: [] }])
})

it("a person who has left the team reads no reference, and nobody an erased one", () => {
  const before = new Map([[pupil, after(refer(5))]])
  const delivered = sentUnder(["cme:2026-11-16:U0OFFICER"])
  const left = owedIn({ before, there: roster(false, false, true), delivered }).messages
  expect(left.map((one) => [one.key, linesOf(one).length])).toEqual([
    ["cme:2026-11-16:U0LEAD", 1],
    ["cme:2026-11-16:U0OFFICER", 0]
  ])
  expect(owedIn({ before, now: new Map(), delivered }).messages.flatMap(linesOf)).toEqual([])
})

const days = fc.integer({ min: 0, max: 60 })
const commands: fc.Arbitrary<CmeCommand> = fc.oneof(
  days.map(start),
  fc.constant(reason),
  days.map(enquiry),
  days.map(
    (ago): CmeCommand => ({ _tag: "RecordAnswer", ...about, enquiryId, answer: "unreadable", answeredOn: dayOf(ago) })
  ),
  fc.constant<CmeCommand>({ _tag: "ReadAnswer", ...about, enquiryId, reading: "found", by: officer }),
  days.map(
    (ago): CmeCommand => ({
      _tag: "TraceToAuthority",
      ...about,
      authority: AuthorityName.make("Sheffield City Council"),
      tracedOn: dayOf(ago)
    })
  ),
  days.map((ago): CmeCommand => ({ _tag: "AcknowledgeTrace", ...about, acknowledgedOn: dayOf(ago) })),
  days.map(offer),
  days.map((ago): CmeCommand => ({ _tag: "AnswerOffer", ...about, answer: "declined", answeredOn: dayOf(ago) })),
  days.map((ago): CmeCommand => ({ _tag: "CloseCase", ...about, outcome: "abroad", closedOn: dayOf(ago) })),
  fc.constant<CmeCommand>({ _tag: "ReopenCase", ...about, reason: "closed-by-mistake" })
)
const histories = fc
  .tuple(days, fc.array(commands, { maxLength: 10 }))
  .map(([ago, more]): ReadonlyArray<CmeCommand> => [refer(ago), ...more])
/** How much of it had happened when the morning began. */
const mornings = fc.tuple(histories, fc.nat(11), histories, fc.nat(11)).map(([one, upTo, other, otherUpTo]) => ({
  before: new Map([
    [pupil, after(...one.slice(0, upTo))],
    [otherPupil, after(...other.slice(0, otherUpTo))]
  ]),
  now: new Map([
    [pupil, after(...one)],
    [otherPupil, after(...other)]
  ])
}))

const isDueNow = (
  states: ReadonlyMap<PupilReference, PupilState>,
  { child, kind }: Pick<EducationFinding, "child" | "kind">
) =>
  (states.get(child)?.cases ?? []).some((one) =>
    pendingDutiesOf(one, morningDay).some((duty) => duty.kind === kind && duty.remindFrom <= morningDay)
  )

it("a message asks only for what a case waits for, and what waits is asked or nobody's", () => {
  let asked = 0
  fc.assert(
    fc.property(mornings, fc.boolean(), fc.boolean(), fc.boolean(), (scene, officers, others, managers) => {
      const there = roster(officers, others, managers)
      const { messages, casesOfNobody } = owedIn({ ...scene, there })
      const said = messages.flatMap(linesOf).flatMap(({ child, duties }) => duties.map(({ kind }) => ({ child, kind })))
      expect(said.filter((one) => !isDueNow(scene.now, one))).toEqual([])
      const missed = findingsOf(scene.before)
        .filter((one) => isDueNow(scene.now, one))
        .filter(({ child, kind }) => !said.some((one) => one.child === child && one.kind === kind))
      if (officers || managers) expect(missed).toEqual([])
      expect(casesOfNobody > 0).toBe(missed.length > 0)
      asked += said.length
    })
  )
  expect(asked).toBeGreaterThan(50)
})

it("the same facts owe the same, in whatever order they and the children come", () => {
  const facts = [start(30), reason, enquiry(9), offer(20)]
  fc.assert(
    fc.property(
      fc.shuffledSubarray(facts, { minLength: facts.length }),
      fc.subarray(facts),
      fc.boolean(),
      (shuffled, others, isReversed) => {
        const pairs: ReadonlyArray<readonly [PupilReference, PupilState]> = [
          [pupil, after(refer(40), ...shuffled)],
          [otherPupil, after(refer(12), ...others)]
        ]
        const inOrder = owedIn({
          before: new Map([[pupil, after(refer(40), ...facts)], pairs[1] ?? [otherPupil, emptyPupilState]])
        })
        const turned = owedIn({ before: new Map(isReversed ? [...pairs].reverse() : pairs) })
        expect(turned.messages.map((one) => [one.key, linesOf(one)])).toEqual(
          inOrder.messages.map((one) => [one.key, linesOf(one)])
        )
      }
    )
  )
})
