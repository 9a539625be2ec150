import { deepFreeze } from "../../deepFreeze.ts"
import { sources } from "../../policy/sources.ts"
import { workingChoice } from "../../policy/workingChoice.ts"
import type { CmePolicy, EnquiryOnList } from "./cmePolicy.ts"
import type { DutyAsking, DutyKind, DutyOwners, EducationRole } from "./dutyAsking.ts"

const onList = (kind: string, words: string): EnquiryOnList => ({
  kind,
  words,
  source:
    "Working choice: councils' own lists of reasonable enquiries; the text of the statutory guidance of 2025 was not seen",
  verified: false
})

const NO_TEXT = "no text seen gives a number of days"

const askedOf = (kind: DutyKind, first: EducationRole, ...others: ReadonlyArray<EducationRole>): DutyOwners => ({
  kind,
  roles: [first, ...others],
  source: "Working choice: no text seen says who is reminded",
  verified: false
})

/** A policy that says all that today's asks. */
export type CompleteCmePolicy = CmePolicy & {
  readonly asking: DutyAsking
  readonly reminders: Required<CmePolicy["reminders"]>
}

/**
 * Until a council sets its own. No number here is anybody's law.
 *
 * Source: none for the numbers, which are our choice; the list is what councils commonly ask, and not confirmed.
 */
export const usualCmePolicy: CompleteCmePolicy = deepFreeze({
  id: "children-missing-education-2026-12-01",
  title: "Children missing education, until the council sets its own",
  sources: [{ ...sources.workingChoice, lastChecked: "2026-12-01" }],
  enquiries: [
    onList("family", "Family and emergency contacts, more than one"),
    onList("siblings-schools", "Schools of brothers and sisters"),
    onList("home-visit", "Visit to the home"),
    onList("housing", "Housing"),
    onList("health", "Health services"),
    onList("social-care", "Social care"),
    onList("police", "Police, if there is a concern"),
    onList("benefits", "Benefits"),
    onList("previous-authority", "The authority they came from"),
    onList("next-authority", "The authority they may have gone to"),
    onList("border-force", "Border force, if they may be abroad"),
    onList("lost-pupil-database", "Lost-pupil database")
  ],
  reminders: {
    noEnquiryDays: workingChoice(5, NO_TEXT),
    noStartOrReasonDays: workingChoice(5, NO_TEXT),
    traceUnansweredDays: workingChoice(10, NO_TEXT),
    offerUnansweredDays: workingChoice(10, NO_TEXT),
    answerUnreadDays: workingChoice(2, NO_TEXT),
    nextBandDaysBefore: workingChoice(7, NO_TEXT),
    censusDaysBefore: workingChoice(14, NO_TEXT),
    returnUnseenDays: workingChoice(1, NO_TEXT)
  },
  asking: {
    owners: [
      askedOf("no-enquiry", "education-officer"),
      // A school's register says since when.
      askedOf("no-start", "education-officer", "attendance"),
      askedOf("no-reason", "education-officer"),
      askedOf("answer-unread", "education-officer"),
      askedOf("trace-unanswered", "education-officer"),
      askedOf("offer-unanswered", "admissions"),
      { ...askedOf("next-band", "education-officer"), isSaidOnce: true },
      askedOf("census-gaps", "education-officer"),
      askedOf("school-return", "attendance", "education-officer")
    ],
    managersAfterDays: workingChoice(5, NO_TEXT)
  }
})
