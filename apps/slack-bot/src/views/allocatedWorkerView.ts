import type { PersonId } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { section } from "../messages/blocks.ts"
import type { CaseLink } from "../messages/caseLink.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personField } from "./fields.ts"
import { form, forms } from "./form.ts"
import { type FormValues, personIn } from "./formValues.ts"
import { InvalidSubmission } from "./InvalidSubmission.ts"

/** Whose child is this? They are alerted, and are not independent for the interview. */
export const allocatedWorkerView = (link: CaseLink, allocated?: PersonId): ModalView =>
  form({
    callbackId: forms.allocatedWorker,
    title: "Allocated worker",
    submit: "Save",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}*`),
      personField(
        {
          id: "allocatedWorker",
          label: "Allocated worker",
          hint: "The social worker or Early Help worker, as in the case system. They are alerted by direct message."
        },
        allocated
      )
    ]
  })

export const readAllocatedWorker = (values: FormValues): Result.Result<PersonId, InvalidSubmission> => {
  const worker = personIn(values, "allocatedWorker")
  return worker === undefined
    ? Result.fail(new InvalidSubmission({ fields: { allocatedWorker: "Choose the allocated worker." } }))
    : Result.succeed(worker)
}
