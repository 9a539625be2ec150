import type { CaseDuty, OpenCase } from "@safe-return/casework"
import { type CivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { CmeCaseId, PupilReference } from "@safe-return/domain/education"
import { datesSeenFrom, educationCaseStatus, pendingDutyWords } from "@safe-return/wording"
import { context, escapeSlack, header, linesInSections, type MessageContent } from "../blocks/blocks.ts"

/** More than a person reads in one answer; with the longest references, Slack takes no more. */
const MOST_LISTED = 40

/** The open cases of children missing education as they stood at a moment. */
export interface EducationCases {
  readonly openCases: ReadonlyArray<OpenCase>
  /** The earliest first. */
  readonly duties: ReadonlyArray<CaseDuty>
  /** In no list, because a newer version wrote them. */
  readonly unreadable: ReadonlyArray<PupilReference>
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
      ...(left > 0 ? [context(`${left} more are open, whose duties come later.`)] : []),
      ...(unreadable.length === 0
        ? []
        : [context(`Not listed, because a newer version wrote them: ${unreadable.map(escapeSlack).join(", ")}.`)])
    ]
  }
}
