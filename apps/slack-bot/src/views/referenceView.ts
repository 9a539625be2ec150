import { ChildReference } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Option, Result, Schema } from "effect"
import { textField } from "./fields.ts"
import { form, forms } from "./form.ts"
import { type FormValues, textIn } from "./formValues.ts"
import { InvalidSubmission } from "./InvalidSubmission.ts"

/** Which child's interview is to be logged? */
export const referenceView = (): ModalView =>
  form({
    callbackId: forms.reference,
    title: "Log interview",
    submit: "Next",
    blocks: [
      textField({
        id: "reference",
        label: "Case reference",
        placeholder: "LCS-10432",
        hint: "The case system's reference, never a name.",
        maxLength: 40
      })
    ]
  })

export const readReference = (values: FormValues): Result.Result<ChildReference, InvalidSubmission> =>
  Option.match(Schema.decodeUnknownOption(ChildReference)(textIn(values, "reference")), {
    onNone: () =>
      Result.fail(
        new InvalidSubmission({
          fields: { reference: "Give the case system's reference, such as LCS-10432: no name and no spaces." }
        })
      ),
    onSome: Result.succeed
  })
