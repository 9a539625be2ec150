import { type ChildReference, parseChildReference } from "@safe-return/domain/pathway"
import type { InputBlock, ModalView } from "@slack/types"
import { Option, Result } from "effect"
import { textField } from "../fields.ts"
import { type FormValues, form, InvalidSubmission, textIn } from "../form.ts"
import type { ReferenceExamples } from "../referenceExamples.ts"

export const REFERENCE_FORM = "log-interview-reference"

/** The case reference of a child; never a name. */
export const referenceField = (
  words: {
    readonly id: string
    readonly label: string
    readonly initial?: string
  },
  { child }: ReferenceExamples
): InputBlock =>
  textField({
    hint: "The case system's reference, never a name.",
    ...words,
    placeholder: child,
    maxLength: 40
  })

/** Which child's interview is logged? */
export const referenceView = (examples: ReferenceExamples): ModalView =>
  form({
    callbackId: REFERENCE_FORM,
    title: "Log interview",
    submit: "Next",
    blocks: [referenceField({ id: "reference", label: "Case reference" }, examples)]
  })

export const readReference = (
  values: FormValues,
  field = "reference"
): Result.Result<ChildReference, InvalidSubmission> =>
  Option.match(parseChildReference(textIn(values, field)), {
    onNone: () =>
      Result.fail(
        new InvalidSubmission({
          fields: { [field]: "Give the case system's reference: no name and no spaces." }
        })
      ),
    onSome: Result.succeed
  })
