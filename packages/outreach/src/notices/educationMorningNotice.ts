/** The sentences of the morning's message about children missing education. */
import { londonDayOf } from "@safe-return/domain/calendar"
import { censusGapWords, type DateWords, datesSeenFrom, pendingDutyWords } from "@safe-return/wording"
import type { EducationDuty, EducationLine, EducationMorning } from "../message/educationMorningMessages.ts"
import type { Facts } from "../message/Message.ts"
import { type Notice, type Paragraph, peopleIn, type Style, small } from "./Notice.ts"

/** With a paragraph and a button of its own; the others are named in one. */
const WITH_BUTTON = 15

/** References that one paragraph names at most. */
const NAMED = 60

const list = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" })

const isLeft = ({ duties }: EducationLine): boolean => duties.length > 0

/** The lines that are shown with what they wait for, in their order. */
export const educationLinesShown = ({ lines }: Pick<EducationMorning, "lines">): ReadonlyArray<EducationLine> =>
  lines.filter(isLeft).slice(0, WITH_BUTTON)

const dutyInWords = ({ kind, missing = [] }: EducationDuty): string => {
  if (kind === "school-return") return "a look at what a school reported"
  return kind === "census-gaps"
    ? `what the return asks for (${missing.map((gap) => censusGapWords[gap]).join(", ")})`
    : pendingDutyWords[kind]
}

const lineInWords = ({ child, duties }: EducationLine, dates: DateWords, { strong, text }: Style): string => {
  const since = Math.min(...duties.map((duty) => duty.since))
  const first = duties.find((duty) => duty.since === since)
  const from = first === undefined ? "" : `, since ${dates.day(first.since)}`
  const climbed = duties.some(({ hasClimbed }) => hasClimbed) ? " Education managers are asked for it too." : ""
  return `${strong(text(child))} waits for ${list.format(duties.map(dutyInWords))}${from}.${climbed}`
}

const namedOnly = (what: string, lines: ReadonlyArray<EducationLine>, style: Style): ReadonlyArray<Paragraph> => {
  if (lines.length === 0) return []
  const more = lines.length - NAMED
  const named = lines.slice(0, NAMED).map(({ child }) => style.text(child))
  return [`${what}: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`]
}

const cases = (count: number): string => (count === 1 ? "1 case waits" : `${count} cases wait`)

/** It counts from the moment of the morning, so that it changes only when something has happened. */
export const educationMorning = (facts: Facts<EducationMorning>, style: Style): Notice => {
  const { at, lines, standsInFor, censusDay } = facts
  const dates = datesSeenFrom(at)
  const day = dates.day(londonDayOf(at))
  const left = lines.filter(isLeft)
  const waiting = left.length === 0 ? "nothing here is left for you" : `${cases(left.length)} for something from you`
  const census =
    censusDay === undefined
      ? ""
      : ` The census day that this council has set is ${dates.day(censusDay)}: what the return asks for and a case does not say is counted as unknown.`
  return {
    summary: `Children missing education, ${day}: ${waiting}.`,
    title: `Children missing education · ${day}`,
    paragraphs: [
      left.length === 0 ? "Nothing is left for you of this morning." : `${cases(left.length)} for something.${census}`,
      ...educationLinesShown(facts).map((line) => lineInWords(line, dates, style)),
      ...namedOnly("These wait too", left.slice(WITH_BUTTON), style),
      ...namedOnly(
        "Seen to since",
        lines.filter((line) => !isLeft(line)),
        style
      ),
      small(
        `As of ${dates.dateTime(at)}; what is seen to today shows here. It comes once on a working day. After how many days you are asked is this council's own choice, and no text of the law. ${style.code("/cme list")} and the app's Home tab show everything.`
      ),
      ...(standsInFor.length === 0 ? [] : [small(`You cover for ${peopleIn(style, standsInFor)}.`)])
    ]
  }
}
