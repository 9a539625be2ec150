import type { CivilDay } from "@safe-return/domain/calendar"
import { type CmeCase, type CmeCommand, CmeOutcome, outcomeWords } from "@safe-return/domain/education"
import { AuthorityName, type PersonId } from "@safe-return/domain/pathway"
import { Option, Result, Schema } from "effect"
import { selectField, textField } from "../fields.ts"
import { choiceIn, dayIn, form, InvalidSubmission, textIn } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { dayField } from "../pupilFields.ts"

export const PUPIL_CLOSE_FORM = "pupil-close"

const decodeAuthority = Schema.decodeUnknownOption(AuthorityName)

interface Ending {
  readonly outcome: CmeOutcome
  readonly closedOn: CivilDay
  readonly school: string
  readonly authority: Option.Option<AuthorityName>
}

/** What an ending rests on and the form says with it: a case does not end on hope. */
const factsOf = (
  { admission, homeEducation, id: caseId, trace }: CmeCase,
  { outcome, closedOn, school, authority }: Ending,
  by: PersonId
): ReadonlyArray<CmeCommand> => {
  if (outcome === "school-place" && admission === undefined && school !== "") {
    return [{ _tag: "AdmitPupil", caseId, school, admittedOn: closedOn }]
  }
  if (outcome === "suitable-home-education" && homeEducation?.judgement !== "suitable") {
    return [{ _tag: "JudgeHomeEducation", caseId, judgement: "suitable", judgedOn: closedOn, by }]
  }
  if (outcome === "other-authority" && trace?.acknowledgedOn === undefined && Option.isSome(authority)) {
    const traced: CmeCommand = { _tag: "TraceToAuthority", caseId, authority: authority.value, tracedOn: closedOn }
    const isTraced = trace !== undefined && trace.rejectedOn === undefined && trace.authority === authority.value
    return [...(isTraced ? [] : [traced]), { _tag: "AcknowledgeTrace", caseId, acknowledgedOn: closedOn }]
  }
  return []
}

export const closeForm: PupilForm = {
  buttonText: "Close case",
  permission: "decide-on-education-case",
  isOnWhatWasSeen: true,
  open: (asked) =>
    form({
      callbackId: PUPIL_CLOSE_FORM,
      title: "Close case",
      submit: "Close case",
      blocks: [
        pupilHeading(asked),
        selectField(
          {
            id: "outcome",
            label: "How it ended",
            hint: "With home education judged suitable, the judgement is recorded as yours."
          },
          outcomeWords.words
        ),
        dayField("closedOn", "Ended on", asked.today),
        textField({
          id: "school",
          label: "School",
          placeholder: "Made-up Academy",
          hint: "For a place at a school: the one that admitted the child that day. An offer ends nothing.",
          maxLength: 80,
          optional: true
        }),
        textField({
          id: "authority",
          label: "Council",
          placeholder: "Sheffield City Council",
          hint: "Where another council has taken the case over: the one that acknowledged it that day.",
          maxLength: 80,
          optional: true
        })
      ]
    }),
  read: ({ link: { caseId }, educationCase: openCase, values, person }) => {
    const [outcome, closedOn] = [choiceIn(values, "outcome", CmeOutcome), dayIn(values, "closedOn")]
    const typed = textIn(values, "authority")
    const authority = decodeAuthority(typed)
    const { admission, trace } = openCase
    const school = textIn(values, "school")
    const isAdmitted = admission !== undefined || school !== ""
    const isTakenOver = trace?.acknowledgedOn !== undefined || typed !== ""
    const fields = {
      ...(outcome === "school-place" && !isAdmitted ? { school: "Give the school that has admitted the child." } : {}),
      ...(outcome === "other-authority" && !isTakenOver
        ? { authority: "Give the council that has acknowledged the child." }
        : {}),
      ...(outcome === undefined ? { outcome: "Choose how it ended." } : {}),
      ...(closedOn === undefined ? { closedOn: "Give the day on which it ended." } : {}),
      ...(typed !== "" && Option.isNone(authority) ? { authority: "Give the council's name: letters only." } : {})
    }
    if (outcome === undefined || closedOn === undefined || Object.keys(fields).length > 0) {
      return Result.fail(new InvalidSubmission({ fields }))
    }
    const ending = { outcome, closedOn, school, authority }
    return Result.succeed({
      commands: [...factsOf(openCase, ending, person), { _tag: "CloseCase", caseId, outcome, closedOn }],
      said: `The case is closed: ${outcomeWords.words[outcome]}.`
    })
  }
}

export const pupilClose = pupilSlice("/cme close", PUPIL_CLOSE_FORM, closeForm)
