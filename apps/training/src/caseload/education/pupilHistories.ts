/** Rows of a case table put through the domain, child by child: the events are what it decided, never written by hand. */
import { addDays, type CivilDay, Instant, londonDayOf, londonTimeOn } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  CmeCaseId,
  type CmeCaseRow,
  type CmeCommand,
  decideCase,
  EnquiryId,
  emptyPupilState,
  evolveCase,
  PupilReference,
  type RecordedCmeEvent,
  usualCmePolicy
} from "@safe-return/domain/education"
import { AuthorityName, EventId, type PersonId } from "@safe-return/domain/pathway"
import { Result } from "effect"

export interface PupilHistory {
  readonly child: PupilReference
  /** In the order they were recorded. */
  readonly entries: ReadonlyArray<{ readonly id: EventId; readonly recorded: RecordedCmeEvent }>
}

export interface OpenedBy {
  /** Who recorded everything. */
  readonly by: PersonId
  readonly opensAt: Instant
}

interface Step {
  readonly on: CivilDay
  readonly command: CmeCommand
}

/** Nothing of it is a real school. */
const SCHOOL = "Made-up Academy"
const AUTHORITY = AuthorityName.make("Sheffield City Council")

/** Before anybody trains on the day of opening. */
const EIGHT = 8 * 60

interface Asked {
  readonly row: CmeCaseRow
  readonly caseId: CmeCaseId
  readonly referredOn: CivilDay
  readonly by: PersonId
  /** The day on which the workspace opens. */
  readonly today: CivilDay
}

const ending = ({ row: { outcome, closed_on }, caseId, by }: Asked): ReadonlyArray<Step> => {
  if (closed_on === undefined || outcome === undefined) return []
  const rest: ReadonlyArray<CmeCommand> =
    outcome === "school-place"
      ? [{ _tag: "AdmitPupil", caseId, school: SCHOOL, admittedOn: closed_on }]
      : outcome === "suitable-home-education"
        ? [{ _tag: "JudgeHomeEducation", caseId, judgement: "suitable", judgedOn: closed_on, by }]
        : outcome === "other-authority"
          ? [
              { _tag: "TraceToAuthority", caseId, authority: AUTHORITY, tracedOn: closed_on },
              { _tag: "AcknowledgeTrace", caseId, acknowledgedOn: closed_on }
            ]
          : []
  return [...rest, { _tag: "CloseCase", caseId, outcome, closedOn: closed_on } as const].map((command) => ({
    on: closed_on,
    command
  }))
}

/** How many cases of this reason came before it: the first of them waits for something, the next is up to date. */
const workOn = (asked: Asked, earlier: number): ReadonlyArray<Step> => {
  const { row, caseId, referredOn, by, today } = asked
  const ago = (days: number) => addDays(today, -Math.min(days, today - referredOn))
  const step = (on: CivilDay, command: CmeCommand): Step => ({ on, command })
  const enquiryId = EnquiryId.make(`${caseId}-1`)
  const enquiry = (on: CivilDay, kind: string) =>
    step(on, { _tag: "MakeEnquiry", caseId, enquiryId, kind, madeOn: on, by })
  const answer = (on: CivilDay, came: "unreadable" | "nothing-known") =>
    step(on, { _tag: "RecordAnswer", caseId, enquiryId, answer: came, answeredOn: on })
  switch (row.reason) {
    case "Offered school place but not yet accepted":
      return [step(ago(11), { _tag: "RecordOffer", caseId, school: SCHOOL, offeredOn: ago(11) })]
    case "School application awaiting outcome":
      return [step(ago(3), { _tag: "RecordApplication", caseId, school: SCHOOL, appliedOn: ago(3) })]
    case "Unsuitable elective home education":
      return [step(ago(5), { _tag: "JudgeHomeEducation", caseId, judgement: "unsuitable", judgedOn: ago(5), by })]
    case "Believed to have moved to another local authority":
      return earlier === 0
        ? [
            enquiry(ago(13), "next-authority"),
            step(ago(12), { _tag: "TraceToAuthority", caseId, authority: AUTHORITY, tracedOn: ago(12) }),
            step(ago(12), { _tag: "RecordPupilWhereabouts", caseId, whereabouts: "known", asOf: ago(12) })
          ]
        : [enquiry(ago(2), "next-authority"), answer(ago(1), "nothing-known")]
    case "Believed to have moved to another country":
      return earlier === 0
        ? [enquiry(ago(4), "home-visit"), answer(ago(3), "unreadable")]
        : earlier === 1
          ? []
          : [enquiry(ago(2), "border-force"), answer(ago(1), "nothing-known")]
    default:
      return []
  }
}

const stepsOf = (asked: Asked, earlier: number): ReadonlyArray<Step> => {
  const { row, caseId, referredOn } = asked
  const { since, reason, source, area, ethnicity, sex, year_group: yearGroup, whereabouts } = row
  const refer: CmeCommand = {
    _tag: "ReferCase",
    caseId,
    referredOn,
    policy: usualCmePolicy,
    ...definedFields({ since, reason, source, area, ethnicity, sex, yearGroup })
  }
  const known: CmeCommand | undefined = whereabouts && {
    _tag: "RecordPupilWhereabouts",
    caseId,
    whereabouts,
    asOf: referredOn
  }
  return [
    { on: referredOn, command: refer },
    ...(known === undefined ? [] : [{ on: referredOn, command: known }]),
    ...(row.closed_on === undefined ? workOn(asked, earlier) : ending(asked))
  ]
}

/** A refusal throws: it is a mistake in the caseload's plan, not something a person could put right. */
const historyOf = (child: PupilReference, steps: ReadonlyArray<Step>, { by, opensAt }: OpenedBy): PupilHistory => {
  let state = emptyPupilState
  const recorded: Array<RecordedCmeEvent> = []
  for (const { on, command } of steps) {
    const recordedAt = Instant(Math.min(londonTimeOn(on, EIGHT), opensAt))
    const events = Result.getOrThrow(decideCase(state, command, { now: recordedAt }))
    state = events.reduce(evolveCase, state)
    recorded.push(...events.map((event) => ({ recordedAt, recordedBy: by, event })))
  }
  const entries = recorded.map((one, number) => ({
    id: EventId.make(`training-${child}-${String(number + 1).padStart(4, "0")}`),
    recorded: one
  }))
  return { child, entries }
}

/** The history of each child of a table, whose rows are in the order of their referral, as it is when a workspace opens. */
export const pupilHistories = (rows: ReadonlyArray<CmeCaseRow>, opened: OpenedBy): ReadonlyArray<PupilHistory> => {
  const { by, opensAt } = opened
  const today = londonDayOf(opensAt)
  const ofReason = new Map<string, number>()
  const steps = rows.flatMap((row) => {
    const { child_ref: child, referred_on: referredOn, case_id: id, reason, closed_on: closed } = row
    if (referredOn === undefined || referredOn > today) return []
    const earlier = ofReason.get(reason ?? "") ?? 0
    if (closed === undefined) ofReason.set(reason ?? "", earlier + 1)
    const asked: Asked = { row, caseId: CmeCaseId.make(id), referredOn, by, today }
    return [{ child: PupilReference.make(child), steps: stepsOf(asked, earlier) }]
  })
  return [...Map.groupBy(steps, ({ child }) => child)].map(([child, cases]) =>
    historyOf(
      child,
      cases.flatMap((one) => one.steps),
      opened
    )
  )
}
