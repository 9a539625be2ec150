import { HomeEducationJudgement, homeEducationWords } from "@safe-return/domain/education"
import { Result } from "effect"
import { radioField } from "../fields.ts"
import { choiceIn, dayIn, form, InvalidSubmission } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { dayField } from "../pupilFields.ts"

export const PUPIL_HOME_EDUCATION_FORM = "pupil-home-education"

export const homeEducationForm: PupilForm = {
  buttonText: "Home education",
  permission: "decide-on-education-case",
  open: (asked) =>
    form({
      callbackId: PUPIL_HOME_EDUCATION_FORM,
      title: "Home education",
      submit: "Record",
      blocks: [
        pupilHeading(asked),
        radioField<HomeEducationJudgement>(
          {
            id: "judgement",
            label: "Is the education at home suitable?",
            hint: "The judgement is recorded as yours. Suitable: the case can then be closed. Not suitable: it stays open."
          },
          homeEducationWords.words
        ),
        dayField("judgedOn", "Judged on", asked.today)
      ]
    }),
  read: ({ link: { caseId }, values, person: by }) => {
    const [judgement, judgedOn] = [choiceIn(values, "judgement", HomeEducationJudgement), dayIn(values, "judgedOn")]
    if (judgement === undefined || judgedOn === undefined) {
      const fields = {
        ...(judgement === undefined ? { judgement: "Choose whether it is suitable." } : {}),
        ...(judgedOn === undefined ? { judgedOn: "Give the day." } : {})
      }
      return Result.fail(new InvalidSubmission({ fields }))
    }
    return Result.succeed({
      commands: [{ _tag: "JudgeHomeEducation", caseId, judgement, judgedOn, by }],
      said:
        judgement === "suitable"
          ? "The judgement is recorded: suitable. The case can be closed."
          : "The judgement is recorded: not suitable. The case stays open."
    })
  }
}

export const pupilHomeEducation = pupilSlice("/cme home", PUPIL_HOME_EDUCATION_FORM, homeEducationForm)
