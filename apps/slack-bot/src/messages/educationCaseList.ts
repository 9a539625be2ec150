import type { CaseDuty, OpenCase } from "@safe-return/casework"
import type { CivilDay } from "@safe-return/domain/calendar"
import type { PupilReference } from "@safe-return/domain/education"
import { educationCaseStatus, londonDay, pendingDutyWords } from "@safe-return/wording"
import { context, escapeSlack, header, linesInSections, type MessageContent } from "../blocks/blocks.ts"

/** More than a person reads in one answer. */
const MOST_LISTED = 60

interface Listed {
  readonly openCases: ReadonlyArray<OpenCase>
  /** The earliest first. */
  readonly duties: ReadonlyArray<CaseDuty>
  readonly unreadable: ReadonlyArray<PupilReference>
  readonly today: CivilDay
}

/** What a case waits for and people are reminded of by now. */
export const dueInWords = (duties: ReadonlyArray<CaseDuty>, today: CivilDay): string => {
  const due = duties.filter(({ remindFrom }) => remindFrom <= today)
  const [first] = due
  if (first === undefined) return "nothing is due"
  return `waits for ${[...new Set(due.map(({ kind }) => pendingDutyWords[kind]))].join(", ")} since ${londonDay(first.remindFrom)}`
}

/** Every open case, the one with the earliest duty at the top. */
export const educationCaseList = ({ openCases, duties, unreadable, today }: Listed): MessageContent => {
  const ofCase = Map.groupBy(duties, ({ caseId }) => caseId)
  const firstOf = ({ openCase }: OpenCase) => ofCase.get(openCase.id)?.[0]?.remindFrom ?? Number.MAX_SAFE_INTEGER
  const lines = openCases
    .toSorted((one, other) => firstOf(one) - firstOf(other))
    .map(({ child, openCase }) => {
      const referred = `referred ${londonDay(openCase.referredOn)}`
      return `• *${escapeSlack(child)}* · ${educationCaseStatus(openCase)} · ${referred} · ${dueInWords(ofCase.get(openCase.id) ?? [], today)}`
    })
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
        : [
            context(
              `Not listed, because a newer version of Safe Return wrote them: ${unreadable.map(escapeSlack).join(", ")}.`
            )
          ])
    ]
  }
}
