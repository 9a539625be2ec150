import type { PersonId } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Result, Schema } from "effect"
import { section } from "../messages/blocks.ts"
import type { CaseLink } from "../messages/caseLink.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { checkboxField, personField } from "./fields.ts"
import { form, forms } from "./form.ts"
import { choicesIn, type FormValues, personIn } from "./formValues.ts"
import { InvalidSubmission } from "./InvalidSubmission.ts"

const ASKED_FOR = "asked-for"
const Wish = Schema.Literals([ASKED_FOR])

/** Who carries out the return home interview? */
export const assignView = (link: CaseLink, assigned?: PersonId): ModalView =>
  form({
    callbackId: forms.assign,
    title: "Assign interview",
    submit: "Assign",
    link,
    blocks: [
      section(`*${escapeSlack(link.child)}* · return home interview`),
      personField(
        {
          id: "interviewer",
          label: "Interviewer",
          hint: "Somebody independent: not the child's allocated worker, unless the child asks for them."
        },
        assigned
      ),
      checkboxField(
        { id: "knownAdult", label: "The child's wish", optional: true },
        { [ASKED_FOR]: "The child asked for this person" }
      )
    ]
  })

export interface Assignment {
  readonly interviewer: PersonId
  readonly knownAdult: boolean
}

export const readAssignment = (values: FormValues): Result.Result<Assignment, InvalidSubmission> => {
  const interviewer = personIn(values, "interviewer")
  if (interviewer === undefined) {
    return Result.fail(new InvalidSubmission({ fields: { interviewer: "Choose who carries out the interview." } }))
  }
  return Result.succeed({ interviewer, knownAdult: choicesIn(values, "knownAdult", Wish).includes(ASKED_FOR) })
}
