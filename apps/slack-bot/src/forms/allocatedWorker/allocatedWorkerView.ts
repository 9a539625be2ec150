import {
  type Episode,
  type AllocatedWorker as FurtherWorker,
  type PersonId,
  WorkerKind,
  workerKindWords
} from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { peopleField, personField, radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, peopleIn, personIn } from "../form.ts"

export const setWorkerButton = caseButton(
  "set-allocated-worker",
  "Set allocated worker",
  "Whose case the child is, and who is alerted."
)

export const ALLOCATED_WORKER_FORM = "allocated-worker"

/** One field a kind: a person is chosen there as what they are. */
const further = {
  "social-worker": { id: "alsoSocialWorkers", label: "Further social workers" },
  "early-help-worker": { id: "alsoEarlyHelpWorkers", label: "Further Early Help workers" }
} as const satisfies Readonly<Record<WorkerKind, { readonly id: string; readonly label: string }>>

export const furtherWorkers = (episode?: Pick<Episode, "allocation">): ReadonlyArray<FurtherWorker> =>
  episode?.allocation?._tag === "Allocated" ? (episode.allocation.alsoWorkers ?? []) : []

const kindOf = (episode?: Pick<Episode, "allocation">): WorkerKind =>
  episode?.allocation?._tag === "Allocated" ? episode.allocation.to : "social-worker"

/** Whose child is this? All of them are alerted, and none is independent for the interview. */
export const allocatedWorkerView = (link: CaseLink, allocated?: PersonId, episode?: Episode): ModalView =>
  form({
    callbackId: ALLOCATED_WORKER_FORM,
    title: "Allocated worker",
    submit: "Save",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}*`),
      personField(
        {
          id: "allocatedWorker",
          label: "Allocated worker",
          hint: "The social worker or Early Help worker who answers for the case. They are alerted by direct message."
        },
        allocated
      ),
      radioField({ id: "kind", label: "They are a" }, workerKindWords.words, kindOf(episode)),
      ...WorkerKind.literals.map((kind) =>
        peopleField(
          { ...further[kind], hint: "They are alerted as well.", optional: true },
          furtherWorkers(episode).flatMap(({ to, worker }) => (to === kind ? [worker] : []))
        )
      )
    ]
  })

export interface AllocatedWorker {
  readonly worker: PersonId
  readonly to: WorkerKind
  readonly alsoWorkers: ReadonlyArray<FurtherWorker>
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
  const alsoWorkers = WorkerKind.literals.flatMap((kind) =>
    peopleIn(values, further[kind].id).map((other) => ({ to: kind, worker: other }))
  )
  return Result.succeed({ worker, to, alsoWorkers })
}
