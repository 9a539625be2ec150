import { Council, EducationCasework, NewIds, resolvePupil } from "@safe-return/casework"
import { CmeCaseId, type PupilReference, TypedPupilReference } from "@safe-return/domain/education"
import type { Button, ModalView } from "@slack/types"
import { Effect, Option, Schema } from "effect"
import type { Problem } from "../../handlers/explain.ts"
import { OutOfDate } from "../../handlers/explain.ts"
import type { ButtonHandler, CaseServices, CommandHandler, SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { sayingEveryMistake } from "../everyMistake.ts"
import { type FormValues, InvalidSubmission, textIn } from "../form.ts"
import { noticeView } from "../noticeView.ts"
import { ON_RECORD, todayInLondon } from "../PupilForm.ts"
import { pupilExample } from "../referenceExamples.ts"
import { PUPIL_REFERRAL_FORM, pupilReferralView, readReferral } from "./pupilReferralView.ts"

/** Opens the form for a child who is not on record yet. */
export const referButton = {
  type: "button",
  action_id: PUPIL_REFERRAL_FORM,
  text: { type: "plain_text", text: "Refer a child" }
} as const satisfies Button

/** The case that the form begins: sent twice, it is one. */
const NewCase = Schema.fromJsonString(Schema.Struct({ caseId: CmeCaseId }))
const encodeNewCase = Schema.encodeSync(NewCase)
const decodeNewCase = Schema.decodeUnknownOption(NewCase)

const decodeReference = Schema.decodeUnknownOption(TypedPupilReference)
const pupilIn = (values: FormValues): Option.Option<PupilReference> => decodeReference(textIn(values, "reference"))

const openNew = Effect.fn("openReferral")(function* (reference?: PupilReference) {
  const caseId = yield* (yield* NewIds).educationCase
  const view = pupilReferralView(yield* todayInLondon, yield* pupilExample, reference)
  return { ...view, private_metadata: encodeNewCase({ caseId }) }
})

const openByButton: ButtonHandler = {
  permission: "refer-pupil",
  handle: ({ openForm }) => Effect.flatMap(openNew(), openForm)
}

/** `/cme refer`, with or without a reference. */
export const openReferral: CommandHandler<{ readonly reference?: PupilReference }> = {
  permission: "refer-pupil",
  pupil: ({ command }) => Option.fromNullishOr(command.reference),
  handle: Effect.fn("openReferralByCommand")(function* ({ command, openForm }) {
    const { educationReferences } = yield* Council
    const reference =
      command.reference === undefined ? undefined : yield* resolvePupil(command.reference, educationReferences)
    yield* openForm(yield* openNew(reference))
    return Option.none()
  })
}

const refer = Effect.fn("referPupil")(function* (
  metadata: string,
  values: FormValues,
  person: Parameters<EducationCasework["Service"]["execute"]>[2]
): Effect.fn.Return<Option.Option<ModalView>, Problem, CaseServices> {
  const newCase = decodeNewCase(metadata)
  if (Option.isNone(newCase)) return yield* new OutOfDate()
  const typed = pupilIn(values)
  if (Option.isNone(typed)) {
    const sentence = "Give the education system's reference: letters and digits, no spaces, and never a name."
    return yield* new InvalidSubmission({ fields: { reference: sentence } })
  }
  const pupil = yield* resolvePupil(typed.value, (yield* Council).educationReferences)
  const command = yield* Effect.fromResult(readReferral(newCase.value.caseId, values))
  const { events } = yield* (yield* EducationCasework).execute(pupil, command, person)
  return Option.some(
    noticeView(
      events.length === 0 ? ON_RECORD : `${pupil} is referred. /cme why ${pupil} says what the case waits for.`
    )
  )
})

const submitted: SubmissionHandler = {
  permission: "refer-pupil",
  pupil: ({ values }) => pupilIn(values),
  handle: (submission) =>
    sayingEveryMistake(submission, (values) => refer(submission.metadata, values, submission.person))
}

export const pupilReferral: FormSlice = {
  buttons: { [PUPIL_REFERRAL_FORM]: openByButton },
  submissions: { [PUPIL_REFERRAL_FORM]: submitted }
}
