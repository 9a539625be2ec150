import type { ModalView } from "@slack/types"
import type { Option } from "effect"
import type { Asked, Handler } from "../handlers/Handler.ts"
import type { FormValues } from "./formValues.ts"

export interface Submission extends Asked {
  /** The form's private metadata: the ids of what it is about. */
  readonly metadata: string
  readonly values: FormValues
}

/** The form that comes next, if any; the submitted one is closed when there is none. */
export type SubmissionHandler = Handler<Submission, Option.Option<ModalView>>
