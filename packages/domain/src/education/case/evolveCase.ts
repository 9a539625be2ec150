import { bySending, isSameReturn, type KeptReturn } from "../schoolReturn/schoolReturn.ts"
import type { CmeEvent, CmeEventOf, RecordedCmeEvent } from "./caseEvents.ts"
import { type CmeCase, type Enquiry, emptyPupilState, type PupilState } from "./caseState.ts"
import { endingRestsOn } from "./endingRestsOn.ts"
import type { EnquiryId } from "./identifiers.ts"
import { withoutEntries } from "./withdrawnEntries.ts"

/** What one kind of event makes of its case. */
type Change<Tag extends CmeEvent["_tag"]> = (one: CmeCase, event: CmeEventOf<Tag>) => CmeCase

/** What a case may be without. */
type Optional = { [Key in keyof CmeCase]-?: undefined extends CmeCase[Key] ? Key : never }[keyof CmeCase]

const without = (one: CmeCase, ...keys: ReadonlyArray<Optional>): CmeCase => {
  const rest: { -readonly [Key in keyof CmeCase]: CmeCase[Key] } = { ...one }
  for (const key of keys) delete rest[key]
  return rest
}

const changeEnquiry = (one: CmeCase, id: EnquiryId, changed: (enquiry: Enquiry) => Enquiry): CmeCase => ({
  ...one,
  enquiries: one.enquiries.map((enquiry) => (enquiry.id === id ? changed(enquiry) : enquiry))
})

/** By day, and by text on one day: the order in which things were told does not show. */
const inOrder = <Item>(
  items: ReadonlyArray<Item>,
  dayOf: (item: Item) => number,
  textOf: (item: Item) => string
): ReadonlyArray<Item> =>
  items.toSorted((a, b) => dayOf(a) - dayOf(b) || (textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b))))

/** Kinds of events about what a school sent, on a case or on none. */
type EventOfReturn = "SchoolReturnKept" | "SchoolReturnSeen"

const changes: { readonly [Tag in Exclude<CmeEvent["_tag"], "CaseReferred" | EventOfReturn>]: Change<Tag> } = {
  StartRecorded: (one, { since }) => ({ ...one, since }),
  ReasonRecorded: (one, { reason }) => ({ ...one, reason }),
  PupilWhereaboutsRecorded: (one, { whereabouts, asOf }) => ({
    ...one,
    whereabouts: inOrder(
      [...one.whereabouts.filter((known) => known.asOf !== asOf), { whereabouts, asOf }],
      (known) => known.asOf,
      (known) => known.whereabouts
    )
  }),
  EnquiryMade: (one, { enquiryId: id, kind, madeOn, by }) =>
    one.enquiries.some((enquiry) => enquiry.id === id)
      ? one
      : {
          ...one,
          enquiries: inOrder(
            [...one.enquiries, { id, kind, madeOn, by }],
            (enquiry) => enquiry.madeOn,
            (enquiry) => enquiry.id
          )
        },
  AnswerRecorded: (one, { enquiryId, answer, answeredOn }) =>
    changeEnquiry(one, enquiryId, ({ reading: _, ...enquiry }) => ({ ...enquiry, answer: { answer, answeredOn } })),
  AnswerRead: (one, { enquiryId, reading, by }) =>
    changeEnquiry(one, enquiryId, (enquiry) =>
      enquiry.answer?.answer === "unreadable" ? { ...enquiry, reading: { reading, by } } : enquiry
    ),
  TracedToAuthority: (one, { authority, tracedOn }) => ({ ...one, trace: { authority, tracedOn } }),
  TraceAcknowledged: (one, { acknowledgedOn }) => {
    if (one.trace === undefined) return one
    const { rejectedOn: _, ...trace } = one.trace
    return { ...one, trace: { ...trace, acknowledgedOn } }
  },
  TraceRejected: (one, { rejectedOn }) =>
    one.trace === undefined ? one : { ...one, trace: { ...one.trace, rejectedOn } },
  ReturnedFromAbroad: (one, { returnedOn }) => ({ ...one, returnedFromAbroadOn: returnedOn }),
  ApplicationRecorded: (one, { school, appliedOn }) => ({
    ...one,
    applications: inOrder(
      [
        ...one.applications.filter((known) => known.school !== school || known.appliedOn !== appliedOn),
        { school, appliedOn }
      ],
      (known) => known.appliedOn,
      (known) => known.school
    )
  }),
  OfferRecorded: (one, { school, offeredOn }) => ({ ...one, offer: { school, offeredOn } }),
  OfferAnswered: (one, { answer, answeredOn }) =>
    one.offer === undefined ? one : { ...one, offer: { ...one.offer, answer: { answer, answeredOn } } },
  PupilAdmitted: (one, { school, admittedOn }) => ({ ...one, admission: { school, admittedOn } }),
  HomeEducationJudged: (one, { judgement, judgedOn, by }) => ({ ...one, homeEducation: { judgement, judgedOn, by } }),
  OrderStepRecorded: (one, { step, on }) => ({ ...one, orderSteps: [...one.orderSteps, { step, on }] }),
  CaseClosed: (one, { outcome, closedOn }) => ({ ...without(one, "reopenedBecause"), closure: { outcome, closedOn } }),
  CaseReopened: (one, { reason }) => {
    const { closure } = one
    if (closure === undefined) return one
    const gone = reason === "did-not-come-about" ? endingRestsOn(closure.outcome) : []
    return { ...without(one, "closure", ...gone), reopenedBecause: reason }
  },
  CaseCorrected: (one, { facts, cleared, withdrawn = [] }) =>
    withoutEntries({ ...without(one, ...cleared), ...facts }, withdrawn),
  CaseMerged: (one, { into }) => ({ ...without(one, "separatedBecause"), mergedInto: into }),
  CaseSeparated: (one, { reason }) =>
    one.mergedInto === undefined ? one : { ...without(one, "mergedInto"), separatedBecause: reason }
}

/** By tag, so that a tag such as `constructor` finds nothing. */
const changesByTag = new Map(
  Object.entries(changes) as ReadonlyArray<[string, (one: CmeCase, event: CmeEvent) => CmeCase]>
)

/** Whether folding knows what an event of this kind does. */
export const isKnownCaseEvent = (tag: string): boolean =>
  tag === "CaseReferred" || tag === "SchoolReturnKept" || tag === "SchoolReturnSeen" || changesByTag.has(tag)

const referred = (state: PupilState, event: CmeEventOf<"CaseReferred">): PupilState => {
  const { caseId: id, _tag, ...facts } = event
  if (state.cases.some((one) => one.id === id)) return state
  const opened: CmeCase = { id, whereabouts: [], enquiries: [], applications: [], orderSteps: [], ...facts }
  return withCases(state, [...state.cases, opened])
}

const withReturn = (state: PupilState, { caseId, received }: CmeEventOf<"SchoolReturnKept">): PupilState => {
  const known = state.returns ?? []
  if (known.some((one) => isSameReturn(one, received))) return state
  const kept: KeptReturn = caseId === undefined ? received : { ...received, caseId }
  return { ...state, returns: [...known, kept].toSorted(bySending) }
}

const withLook = (state: PupilState, { finding, by, ...seen }: CmeEventOf<"SchoolReturnSeen">): PupilState => {
  const { returns = [] } = state
  if (!returns.some((one) => isSameReturn(one, seen))) return state
  return {
    ...state,
    returns: returns.map((one) => (isSameReturn(one, seen) ? { ...one, look: { finding, by } } : one))
  }
}

const withCases = (state: PupilState, cases: ReadonlyArray<CmeCase>): PupilState => ({
  ...state,
  cases: inOrder(
    cases,
    ({ referredOn }) => referredOn,
    ({ id }) => id
  )
})

/**
 * The child's cases after one more event. Total over any order: an event about a case that is not on record changes nothing,
 * and one of a kind it does not know is passed over and listed in `unknownEvents`.
 *
 * @example
 * ```ts
 * import { civilDay } from "@safe-return/domain/calendar"
 * import { CmeCaseId, emptyPupilState, evolveCase, usualCmePolicy } from "@safe-return/domain/education"
 *
 * const caseId = CmeCaseId.make("case-1")
 * const referredOn = civilDay(2026, 9, 7)
 * const referred = evolveCase(emptyPupilState, { _tag: "CaseReferred", caseId, referredOn, policy: usualCmePolicy })
 * const known = evolveCase(referred, { _tag: "ReasonRecorded", caseId, reason: "Unknown" })
 * known.cases.map(({ reason }) => reason) // ["Unknown"]
 * evolveCase(emptyPupilState, { _tag: "ReasonRecorded", caseId, reason: "Unknown" }) // {"cases":[]}
 * ```
 */
export const evolveCase = (state: PupilState, event: CmeEvent): PupilState => {
  if (event._tag === "CaseReferred") return referred(state, event)
  if (event._tag === "SchoolReturnKept") return withReturn(state, event)
  if (event._tag === "SchoolReturnSeen") return withLook(state, event)
  const change = changesByTag.get(event._tag)
  if (change === undefined) {
    const { _tag } = event as { readonly _tag: string }
    return { ...state, unknownEvents: [...(state.unknownEvents ?? []), _tag] }
  }
  const found = state.cases.find(({ id }) => id === event.caseId)
  if (found === undefined) return state
  const changed = change(found, event)
  if (changed === found) return state
  return withCases(
    state,
    state.cases.map((one) => (one === found ? changed : one))
  )
}

/**
 * The child's cases from their whole stream, in its order.
 *
 * @param stream recorded events; `recordedAt` is epoch milliseconds by our clock
 *
 * @example
 * ```ts
 * import { civilDay, utc } from "@safe-return/domain/calendar"
 * import { CmeCaseId, foldCases, usualCmePolicy } from "@safe-return/domain/education"
 * import { PersonId } from "@safe-return/domain/pathway"
 *
 * const caseId = CmeCaseId.make("case-1")
 * const recorded = { recordedAt: utc(2026, 9, 8, 9), recordedBy: PersonId.make("education-officer-1") }
 * const referredOn = civilDay(2026, 9, 7)
 * const stream = [
 *   { ...recorded, event: { _tag: "CaseReferred", caseId, referredOn, policy: usualCmePolicy } },
 *   { ...recorded, event: { _tag: "StartRecorded", caseId, since: civilDay(2026, 9, 1) } }
 * ] as const
 * foldCases(stream).cases.map(({ since }) => since === civilDay(2026, 9, 1)) // [true]
 * ```
 */
export const foldCases = (stream: Iterable<RecordedCmeEvent>): PupilState => {
  let state = emptyPupilState
  for (const { event } of stream) state = evolveCase(state, event)
  return state
}
