import type { ChildReference, Episode } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import type { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import type { FormValues, InvalidSubmission } from "../form.ts"
import { form } from "../form.ts"
import { readReference, referenceField } from "../logInterview/referenceView.ts"
import type { ReferenceExamples } from "../referenceExamples.ts"

export const WRONG_CHILD_FORM = "wrong-child"

/** The report was about another child: who is it? */
export const wrongChildView = (link: CaseLink, episode: Episode, examples: ReferenceExamples): ModalView =>
  form({
    callbackId: WRONG_CHILD_FORM,
    title: "Wrong child",
    submit: "Move the report",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · last seen ${londonDateTime(episode.missingAt)}\nThe report is opened for the right child, with what is known of the return, and cancelled here. An interview is not moved: assign or log it for the right child.`
      ),
      referenceField({ id: "child", label: "The right child's case reference" }, examples)
    ]
  })

export const readRightChild = (values: FormValues): Result.Result<ChildReference, InvalidSubmission> =>
  readReference(values, "child")
