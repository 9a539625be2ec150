import type { CivilDay } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type CmeCase,
  type CmeCaseId,
  type CmeCommand,
  caseStageOf,
  caseTransitions
} from "@safe-return/domain/education"
import { Result, Schema } from "effect"
import { radioField, textField } from "../fields.ts"
import { choiceIn, dayIn, form, InvalidSubmission, textIn } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { dayField } from "../pupilFields.ts"

export const PUPIL_PLACE_FORM = "pupil-place"

const steps = ["applied", "offered", "accepted", "declined", "admitted"] as const
const Step = Schema.Literals(steps)
type Step = typeof Step.Type

const stepWords: Readonly<Record<Step, string>> = {
  applied: "Applied for a place",
  offered: "A place was offered",
  accepted: "The offer was accepted",
  declined: "The offer was not taken",
  admitted: "The child was admitted to the school"
}

const commandOf = (step: Step, caseId: CmeCaseId, school: string, on: CivilDay): CmeCommand => {
  switch (step) {
    case "applied":
      return { _tag: "RecordApplication", caseId, school, appliedOn: on }
    case "offered":
      return { _tag: "RecordOffer", caseId, school, offeredOn: on }
    case "admitted":
      return { _tag: "AdmitPupil", caseId, school, admittedOn: on }
    case "accepted":
    case "declined":
      return { _tag: "AnswerOffer", caseId, answer: step, answeredOn: on }
  }
}

const commandTags = {
  applied: "RecordApplication",
  offered: "RecordOffer",
  accepted: "AnswerOffer",
  declined: "AnswerOffer",
  admitted: "AdmitPupil"
} as const satisfies Readonly<Record<Step, CmeCommand["_tag"]>>

/** What may be recorded next, as the case stands. */
const stepsOf = (openCase: CmeCase) =>
  Object.fromEntries(
    steps.flatMap((step) =>
      caseTransitions[commandTags[step]][caseStageOf(openCase)] === "allowed" ? [[step, stepWords[step]] as const] : []
    )
  )

const isOfSchool = (step: Step) => commandTags[step] !== "AnswerOffer"

export const placeForm: PupilForm = {
  buttonText: "School place",
  permission: "work-on-education-case",
  isOnWhatWasSeen: true,
  inputOf: { appliedOn: "on", offeredOn: "on", answeredOn: "on", admittedOn: "on" },
  open: (asked) =>
    form({
      callbackId: PUPIL_PLACE_FORM,
      title: "School place",
      submit: "Record",
      blocks: [
        pupilHeading(asked),
        radioField<string>({ id: "step", label: "What happened?" }, stepsOf(asked.educationCase)),
        textField({
          id: "school",
          label: "School",
          placeholder: "Made-up Academy",
          hint: "Of an answer to the last offer, this changes nothing.",
          maxLength: 80,
          optional: true,
          ...definedFields({ initial: asked.educationCase.offer?.school })
        }),
        dayField("on", "On", asked.today, "An offer ends nothing: the case stays open until the child is admitted.")
      ]
    }),
  read: ({ link: { caseId }, values }) => {
    const [step, on] = [choiceIn(values, "step", Step), dayIn(values, "on")]
    const school = textIn(values, "school")
    const fields = {
      ...(step === undefined ? { step: "Choose what happened." } : {}),
      ...(on === undefined ? { on: "Give the day." } : {}),
      ...(step !== undefined && isOfSchool(step) && school === "" ? { school: "Give the name of the school." } : {})
    }
    if (step === undefined || on === undefined || Object.keys(fields).length > 0) {
      return Result.fail(new InvalidSubmission({ fields }))
    }
    const said = step === "admitted" ? "The case can be closed." : "The case stays open."
    return Result.succeed({
      commands: [commandOf(step, caseId, school, on)],
      said: `It is recorded: ${stepWords[step]}. ${said}`
    })
  }
}

export const pupilPlace = pupilSlice("/cme place", PUPIL_PLACE_FORM, placeForm)
