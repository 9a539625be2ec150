import { addDays, type CivilDay } from "../../calendar/civilDay.ts"
import { nextBandOn } from "../figures/durationBands.ts"
import { type CmeCase, isOpenCase, isUnread } from "./caseState.ts"

/** What an open case waits for, and from which day people are reminded of it. */
export interface PendingDuty {
  readonly kind:
    | "no-enquiry"
    | "no-start"
    | "no-reason"
    | "answer-unread"
    | "trace-unanswered"
    | "offer-unanswered"
    | "next-band"
  /** The first day on which people are reminded. */
  readonly remindFrom: CivilDay
}

/**
 * What a case waits for, by its own policy, the earliest first; nothing once it is closed.
 *
 * @param today a London day, as whole days since 1970-01-01: what is due later is listed too, with its day
 *
 * @example
 * ```ts
 * import { civilDay, formatCivilDay } from "@safe-return/domain/calendar"
 * import { CmeCaseId, emptyPupilState, evolveCase, pendingDutiesOf, usualCmePolicy } from "@safe-return/domain/education"
 *
 * const caseId = CmeCaseId.make("case-1")
 * const referredOn = civilDay(2026, 9, 7)
 * const state = evolveCase(emptyPupilState, { _tag: "CaseReferred", caseId, referredOn, policy: usualCmePolicy })
 * const duties = state.cases.flatMap((one) => pendingDutiesOf(one, civilDay(2026, 9, 8)))
 * duties.map(({ kind, remindFrom }) => `${kind} ${formatCivilDay(remindFrom)}`) // ["no-enquiry 2026-09-12","no-start 2026-09-12","no-reason 2026-09-12"]
 * ```
 */
export const pendingDutiesOf = (one: CmeCase, today: CivilDay): ReadonlyArray<PendingDuty> => {
  if (!isOpenCase(one)) return []
  const { reminders } = one.policy
  const duties: Array<PendingDuty> = []
  const add = (kind: PendingDuty["kind"], from: CivilDay, days: number) =>
    duties.push({ kind, remindFrom: addDays(from, days) })
  const isFound = one.whereabouts.at(-1)?.whereabouts === "known"
  const lastEnquiry = one.enquiries.at(-1)?.madeOn ?? one.referredOn
  if (!isFound) add("no-enquiry", lastEnquiry, reminders.noEnquiryDays.value)
  if (one.since === undefined) add("no-start", one.referredOn, reminders.noStartOrReasonDays.value)
  if (one.reason === undefined || one.reason === "Not recorded") {
    add("no-reason", one.referredOn, reminders.noStartOrReasonDays.value)
  }
  for (const enquiry of one.enquiries.filter(isUnread)) {
    add("answer-unread", enquiry.answer?.answeredOn ?? enquiry.madeOn, reminders.answerUnreadDays.value)
  }
  const { trace, offer, admission } = one
  if (trace !== undefined && trace.acknowledgedOn === undefined && trace.rejectedOn === undefined) {
    add("trace-unanswered", trace.tracedOn, reminders.traceUnansweredDays.value)
  }
  if (offer !== undefined && offer.answer === undefined && admission === undefined) {
    add("offer-unanswered", offer.offeredOn, reminders.offerUnansweredDays.value)
  }
  const band = nextBandOn(one, today)
  if (band !== undefined) add("next-band", band, -reminders.nextBandDaysBefore.value)
  return duties.toSorted((a, b) => a.remindFrom - b.remindFrom)
}
