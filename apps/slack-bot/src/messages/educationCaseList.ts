import type { CaseDuty, OpenCase } from "@safe-return/casework"
import { type CivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { CmeCaseId, KeptReturn, PupilReference } from "@safe-return/domain/education"
import { datesSeenFrom, educationCaseStatus, pendingDutyWords, schoolReturnInWords } from "@safe-return/wording"
import { context, escapeSlack, header, linesInSections, type MessageContent } from "../blocks/blocks.ts"

/** More than a person reads in one answer; with the longest references, Slack takes no more. */
const MOST_LISTED = 40

/** The absences that schools reported last. */
const MOST_ABSENCES = 10

/** A school's report of ten days' absence: of a child on its roll, so it is no case, and people look at it. */
export interface ReportedAbsence {
  readonly child: PupilReference
  readonly absence: KeptReturn
}

/** The open cases of children missing education as they stood at a moment. */
export interface EducationCases {
  readonly openCases: ReadonlyArray<OpenCase>
  /** The earliest first. */
  readonly duties: ReadonlyArray<CaseDuty>
  /** In no list, because a newer version wrote them. */
  readonly unreadable: ReadonlyArray<PupilReference>
  /** The one that was sent last first. */
  readonly absences?: ReadonlyArray<ReportedAbsence>
  readonly now: Instant
}

/** What a case waits for and people are reminded of by now. */
const dueInWords = (duties: ReadonlyArray<CaseDuty>, now: Instant): string => {
  const due = duties.filter(({ remindFrom }) => remindFrom <= londonDayOf(now))
  const [first] = due
  if (first === undefined) return "nothing is due"
  return `waits for ${[...new Set(due.map(({ kind }) => pendingDutyWords[kind]))].join(", ")} since ${datesSeenFrom(now).day(first.remindFrom)}`
}

/** One open case in a line. */
export const caseLine = (listed: OpenCase, { duties, now }: EducationCases): string => {
  const { child, openCase } = listed
  const due = dueInWords(
    duties.filter(({ caseId }) => caseId === openCase.id),
    now
  )
  return `*${escapeSlack(child)}* · ${educationCaseStatus(openCase)} · referred ${datesSeenFrom(now).day(openCase.referredOn)} · ${due}`
}

/** The case with the earliest duty first. */
export const inOrderOfDuties = ({
  openCases,
  duties
}: Pick<EducationCases, "openCases" | "duties">): ReadonlyArray<OpenCase> => {
  const first = new Map<CmeCaseId, CivilDay>()
  for (const { caseId, remindFrom } of duties) if (!first.has(caseId)) first.set(caseId, remindFrom)
  const firstOf = ({ openCase }: OpenCase) => first.get(openCase.id) ?? Number.MAX_SAFE_INTEGER
  return openCases.toSorted((one, other) => firstOf(one) - firstOf(other))
}

const absenceLines = ({ absences = [], now }: EducationCases): ReadonlyArray<string> =>
  absences.length === 0
    ? []
    : [
        "*Ten days' absence, reported by schools*",
        ...absences
          .slice(0, MOST_ABSENCES)
          .map(
            ({ child, absence }) =>
              `• *${escapeSlack(child)}* · ${escapeSlack(schoolReturnInWords(absence, datesSeenFrom(now)))}`
          )
      ]

/** Every open case, the one with the earliest duty at the top. */
export const educationCaseList = (listed: EducationCases): MessageContent => {
  const { openCases, unreadable } = listed
  const lines = inOrderOfDuties(listed).map((one) => `• ${caseLine(one, listed)}`)
  const left = lines.length - MOST_LISTED
  const title = `Children missing education: ${openCases.length} open`
  return {
    text: title,
    blocks: [
      header(title),
      ...linesInSections(lines.length === 0 ? ["No case is open."] : lines.slice(0, MOST_LISTED)),
      ...linesInSections(absenceLines(listed)),
      ...(left > 0 ? [context(`${left} more are open, whose duties come later.`)] : []),
      ...(unreadable.length === 0
        ? []
        : [context(`Not listed, because a newer version wrote them: ${unreadable.map(escapeSlack).join(", ")}.`)])
    ]
  }
}
