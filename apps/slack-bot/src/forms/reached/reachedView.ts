import { type PersonId, ReachedBy, reachedByWords } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { personField, radioField } from "../fields.ts"
import { choiceIn, type FormValues, form, InvalidSubmission, personIn } from "../form.ts"

export const reachedButton = caseButton(
  "reached",
  "Reached a person",
  "A person you reached by phone or text has seen the alert."
)

export const REACHED_FORM = "reached"

/** A person who was told of the alert has answered it outside Slack: who, and how they were reached. */
export const reachedView = (link: CaseLink): ModalView =>
  form({
    callbackId: REACHED_FORM,
    title: "Reached a person",
    submit: "Record",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · The alert counts as seen by the person you reached. It says that you recorded it.`
      ),
      personField({
        id: "person",
        label: "Who was reached",
        hint: "Only a person you spoke with or who wrote back: a message left is no answer."
      }),
      radioField({ id: "how", label: "How" }, reachedByWords.words)
    ]
  })

interface ReachedPerson {
  readonly person: PersonId
  readonly how: ReachedBy
}

export const readReached = (values: FormValues): Result.Result<ReachedPerson, InvalidSubmission> => {
  const person = personIn(values, "person")
  const how = choiceIn(values, "how", ReachedBy)
  if (person !== undefined && how !== undefined) return Result.succeed({ person, how })
  return Result.fail(
    new InvalidSubmission({
      fields: {
        ...(person === undefined ? { person: "Choose who was reached." } : {}),
        ...(how === undefined ? { how: "Choose how they were reached." } : {})
      }
    })
  )
}
