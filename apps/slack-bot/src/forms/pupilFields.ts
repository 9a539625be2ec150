/** The inputs that say the facts of a child's education case, each under the name of its fact. */
import type { CivilDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type CmeCase,
  CmeReason,
  cmeReasons,
  Sex,
  sexWords,
  YearGroup,
  yearGroupLabel,
  yearGroups
} from "@safe-return/domain/education"
import { educationCaseStatus, londonDay } from "@safe-return/wording"
import type { InputBlock } from "@slack/types"
import { type Choices, type ChoicesInOrder, dateField, selectField, textField } from "./fields.ts"
import { choiceIn, dayIn, type FormValues, textIn } from "./form.ts"

type Known = Partial<Pick<CmeCase, "since" | "reason" | "sex" | "yearGroup" | "area">>

const labelled = <Code extends string>(codes: ReadonlyArray<Code>, labelOf: (code: Code) => string): ChoicesInOrder =>
  codes.map((code) => [code, labelOf(code)])

/** What DfE's return asks of every case. Each may be left empty until it is known. */
export const returnFields = ({ since, reason, sex, yearGroup, area }: Known): ReadonlyArray<InputBlock> => [
  dateField(
    {
      id: "since",
      label: "Missing education since",
      hint: "The first day without a school or other suitable education.",
      optional: true
    },
    since
  ),
  selectField(
    {
      id: "reason",
      label: "Reason",
      hint: "DfE's list. Unknown: asked, and nobody knows. Not recorded: not asked yet.",
      optional: true
    },
    labelled(cmeReasons, (label) => label),
    reason
  ),
  selectField({ id: "sex", label: "Sex", optional: true }, sexWords.words, sex),
  selectField(
    { id: "yearGroup", label: "Year group", optional: true },
    labelled(yearGroups, yearGroupLabel),
    yearGroup
  ),
  textField({
    id: "area",
    label: "Area",
    placeholder: "Central",
    hint: "The part of the council's area, as your scorecard names it. No name and no address.",
    maxLength: 40,
    optional: true,
    ...definedFields({ initial: area })
  })
]

export const readReturnFields = (values: FormValues) => {
  const area = textIn(values, "area")
  return definedFields({
    since: dayIn(values, "since"),
    reason: choiceIn(values, "reason", CmeReason),
    sex: choiceIn(values, "sex", Sex),
    yearGroup: choiceIn(values, "yearGroup", YearGroup),
    area: area === "" ? undefined : area
  })
}

/** A day that a form asks for, with today in it. */
export const dayField = (id: string, label: string, today: CivilDay, hint?: string): InputBlock =>
  dateField({ id, label, ...definedFields({ hint }) }, today)

/** A child's cases to choose from. */
export const caseChoices = (cases: ReadonlyArray<CmeCase>): Choices =>
  Object.fromEntries(
    cases.map((one) => [
      one.id,
      { name: `Referred ${londonDay(one.referredOn)}`, description: educationCaseStatus(one) }
    ])
  )
