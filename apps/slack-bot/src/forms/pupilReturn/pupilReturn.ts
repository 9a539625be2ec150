/** A look at what a school reported of a child who has no case for it: who looked, and what they found. */
import { EducationCasework, type PupilFile } from "@safe-return/casework"
import {
  type KeptReturn,
  type PupilReference,
  ReturnFinding,
  returnFindingWords,
  SchoolReference,
  SchoolReturnKind,
  unseenReturnsOf
} from "@safe-return/domain/education"
import { schoolReturnInWords } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Effect, Option, Schema } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import { OutOfDate, type Problem } from "../../handlers/explain.ts"
import type { ButtonHandler, CaseServices, CommandHandler, SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { sayingEveryMistake } from "../everyMistake.ts"
import { radioField, selectField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission } from "../form.ts"
import { noticeView } from "../noticeView.ts"
import { encodePupilValue, findPupil, ON_RECORD, pupilButton, pupilOfValue } from "../PupilForm.ts"

export const PUPIL_RETURN_FORM = "pupil-return"

export const lookButton = (pupil: PupilReference) => pupilButton(PUPIL_RETURN_FORM, "Look at return", pupil)

/** Which return is meant, in the value of a choice. */
const NamedReturn = Schema.fromJsonString(Schema.Struct({ kind: SchoolReturnKind, schoolReference: SchoolReference }))
const encodeNamed = Schema.encodeSync(NamedReturn)
const decodeNamed = Schema.decodeUnknownOption(NamedReturn)

const MOST_RETURNS = 20

const choicesOf = (returns: ReadonlyArray<KeptReturn>) =>
  Object.fromEntries(
    returns.slice(0, MOST_RETURNS).map((one) => {
      const { kind, schoolReference } = one
      return [encodeNamed({ kind, schoolReference }), { name: schoolReference, description: schoolReturnInWords(one) }]
    })
  )

/** The oldest is chosen, so that those that waited longest are looked at first. */
export const pupilReturnView = ({ child, state }: PupilFile): ModalView => {
  const choices = choicesOf(unseenReturnsOf(state))
  return {
    ...form({
      callbackId: PUPIL_RETURN_FORM,
      title: "Look at a return",
      submit: "Record",
      blocks: [
        section(
          `*${escapeSlack(child)}* · what a school reported opened no case. It waits until a person has looked at it.`
        ),
        selectField({ id: "schoolReference", label: "Return" }, choices, Object.keys(choices)[0]),
        radioField<ReturnFinding>(
          { id: "finding", label: "What did you find?", hint: "It is recorded as yours. It opens and closes no case." },
          returnFindingWords.words
        )
      ]
    }),
    private_metadata: encodePupilValue({ pupil: child })
  }
}

const viewFor = Effect.fn("openReturnLook")(function* (
  reference: PupilReference
): Effect.fn.Return<ModalView, Problem, CaseServices> {
  const file = yield* findPupil(reference)
  return unseenReturnsOf(file.state).length === 0
    ? noticeView(`No return about ${file.child} waits for a look. /cme why ${file.child} lists what schools sent.`)
    : pupilReturnView(file)
})

/** `/cme look <reference>` */
export const openReturnLook: CommandHandler<{ readonly reference: PupilReference }> = {
  permission: "work-on-education-case",
  pupil: ({ command }) => Option.some(command.reference),
  handle: ({ command, openForm }) => Effect.as(Effect.flatMap(viewFor(command.reference), openForm), Option.none())
}

const button: ButtonHandler = {
  permission: "work-on-education-case",
  pupil: ({ value }) => pupilOfValue(value),
  handle: ({ value, openForm }) =>
    Option.match(pupilOfValue(value), {
      onNone: () => Effect.fail(new OutOfDate()),
      onSome: (pupil) => Effect.flatMap(viewFor(pupil), openForm)
    })
}

const record = Effect.fn("recordReturnLook")(function* (
  pupil: PupilReference,
  values: FormValues,
  by: Parameters<EducationCasework["Service"]["lookAtReturn"]>[1]["by"]
): Effect.fn.Return<Option.Option<ModalView>, Problem, CaseServices> {
  const named = decodeNamed(choiceIn(values, "schoolReference", Schema.String))
  const finding = choiceIn(values, "finding", ReturnFinding)
  if (Option.isNone(named) || finding === undefined) {
    const fields = {
      ...(Option.isNone(named) ? { schoolReference: "Choose the return." } : {}),
      ...(finding === undefined ? { finding: "Choose what you found." } : {})
    }
    return yield* new InvalidSubmission({ fields })
  }
  const { events } = yield* (yield* EducationCasework).lookAtReturn(pupil, { ...named.value, finding, by })
  const said = finding === "referred" ? " If no case is open, refer the child with /cme refer." : ""
  return Option.some(noticeView(events.length === 0 ? ON_RECORD : `It is recorded that you looked at it.${said}`))
})

const submitted: SubmissionHandler = {
  permission: "work-on-education-case",
  pupil: ({ metadata }) => pupilOfValue(metadata),
  handle: (submission) =>
    sayingEveryMistake(submission, (values) =>
      Option.match(pupilOfValue(submission.metadata), {
        onNone: (): Effect.Effect<Option.Option<ModalView>, Problem, CaseServices> => Effect.fail(new OutOfDate()),
        onSome: (pupil) => record(pupil, values, submission.person)
      })
    )
}

export const pupilReturn: FormSlice = {
  buttons: { [PUPIL_RETURN_FORM]: button },
  submissions: { [PUPIL_RETURN_FORM]: submitted }
}
