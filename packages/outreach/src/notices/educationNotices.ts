/** The sentences of what the education team is told. */
import { londonTimeOn } from "@safe-return/domain/calendar"
import { isOpenCase, pendingDutiesOf, pupilWhereaboutsWords } from "@safe-return/domain/education"
import { datesSeenFrom, educationCaseStatus, pendingDutyWords } from "@safe-return/wording"
import type { EducationCard } from "../message/educationMessages.ts"
import type { Facts } from "../message/Message.ts"
import { type Notice, type Style, small } from "./Notice.ts"

const NOT_RECORDED = "not recorded"

/** In minutes of the day. */
const NOON = 12 * 60

export const educationCard = (facts: Facts<EducationCard>, { strong, text }: Style): Notice => {
  const { pupil, educationCase: one, today } = facts
  // Seen from the referral, so that it does not change because time passes.
  const dates = datesSeenFrom(londonTimeOn(one.referredOn, NOON))
  const status = educationCaseStatus(one, dates)
  const title = `${text(pupil)} · ${status}`
  if (!isOpenCase(one)) {
    return { summary: title, title, paragraphs: [small("Nothing is asked here any more.")] }
  }
  const place = one.whereabouts.at(-1)
  const due = pendingDutiesOf(one, today).filter(({ remindFrom }) => remindFrom <= today)
  const waits = due.map(({ kind, remindFrom }) => `${pendingDutyWords[kind]}, since ${dates.day(remindFrom)}`)
  return {
    summary: `${text(pupil)} is missing education. ${status}.`,
    title,
    paragraphs: [
      {
        facts: [
          ["Referred", dates.day(one.referredOn)],
          ["Missing education since", one.since === undefined ? NOT_RECORDED : dates.day(one.since)],
          ["Reason", one.reason ?? NOT_RECORDED],
          ["Where the child is", place === undefined ? NOT_RECORDED : pupilWhereaboutsWords.words[place.whereabouts]]
        ]
      },
      waits.length === 0 ? "Nothing is due." : `${strong("Waits for")} ${waits.join("; ")}.`
    ]
  }
}
