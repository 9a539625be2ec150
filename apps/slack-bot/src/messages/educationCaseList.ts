import type { CaseDuty, OpenCase } from "@safe-return/casework"
import { type CivilDay, type Instant, londonDayOf } from "@safe-return/domain/calendar"
import type { CmeCaseId, KeptReturn, PupilReference } from "@safe-return/domain/education"
import { datesSeenFrom, educationCaseStatus, pendingDutyWords, schoolReturnInWords } from "@safe-return/wording"
import { context, escapeSlack, header, linesInSections, type MessageContent } from "../blocks/blocks.ts"

/** More than a person reads in one answer; with the longest references, Slack takes no more. */
const MOST_LISTED = 40

/** Of returns that opened no case, those that have waited longest. */
const MOST_RETURNS = 10

/** What a school reported of a child and opened no case, which nobody has looked at. */
export interface UnseenReturn {
  readonly child: PupilReference
  readonly received: KeptReturn
}

/** The open cases of children missing education as they stood at a moment. */
export interface EducationCases {
  readonly openCases: ReadonlyArray<OpenCase>
  /** The earliest first. */
  readonly duties: ReadonlyArray<CaseDuty>
  /** In no list, because a newer version wrote them. */
  readonly unreadable: ReadonlyArray<PupilReference>
  /** The one that has waited longest first. */
  readonly unseenReturns: ReadonlyArray<UnseenReturn>
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

/** One return in a line. */
export const unseenReturnLine = ({ child, received }: UnseenReturn, now: Instant): string =>
  `*${escapeSlack(child)}* · ${escapeSlack(schoolReturnInWords(received, datesSeenFrom(now)))}`

/** Those that have waited longest, and how many more there are. */
export const unseenReturnsShown = ({ unseenReturns }: Pick<EducationCases, "unseenReturns">) => ({
  shown: unseenReturns.slice(0, MOST_RETURNS),
  more: Math.max(0, unseenReturns.length - MOST_RETURNS)
})

const unseenLines = (listed: EducationCases): ReadonlyArray<string> => {
  const { shown, more } = unseenReturnsShown(listed)
  if (shown.length === 0) return []
  return [
    "*Reported by schools, and waiting for a look* (`/cme look`)",
    ...shown.map((one) => `• ${unseenReturnLine(one, listed.now)}`),
    ...(more === 0 ? [] : [`${more} more wait.`])
  ]
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
      ...linesInSections(unseenLines(listed)),
      ...(left > 0 ? [context(`${left} more are open, whose duties come later.`)] : []),
      ...(unreadable.length === 0
        ? []
        : [context(`Not listed, because a newer version wrote them: ${unreadable.map(escapeSlack).join(", ")}.`)])
    ]
  }
}
