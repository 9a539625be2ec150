import { type PersonId, WorkerKind, workerKindWords } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { section } from "../messages/blocks.ts"
import type { CaseLink } from "../messages/caseLink.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { personField, radioField } from "./fields.ts"
import { form, forms } from "./form.ts"
import { choiceIn, type FormValues, personIn } from "./formValues.ts"
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
      ),
      radioField({ id: "kind", label: "They are a" }, workerKindWords.words, "social-worker")
    ]
  })

export interface AllocatedWorker {
  readonly worker: PersonId
  readonly to: WorkerKind
}

export const readAllocatedWorker = (values: FormValues): Result.Result<AllocatedWorker, InvalidSubmission> => {
  const worker = personIn(values, "allocatedWorker")
  const to = choiceIn(values, "kind", WorkerKind)
  if (worker === undefined || to === undefined) {
    const fields = {
      ...(worker === undefined ? { allocatedWorker: "Choose the allocated worker." } : {}),
      ...(to === undefined ? { kind: "Say which of the two." } : {})
    }
    return Result.fail(new InvalidSubmission({ fields }))
  }
  return Result.succeed({ worker, to })
}
