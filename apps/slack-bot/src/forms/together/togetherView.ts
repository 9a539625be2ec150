import {
  ChildReference,
  CorrectionReason,
  correctionReasonWords,
  type Episode,
  isSameReference,
  parseChildReference
} from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Option, Result } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import type { CaseLink } from "../../blocks/caseLink.ts"
import { caseButton } from "../../blocks/caseLink.ts"
import { checkboxField, selectField, textField } from "../fields.ts"
import { choiceIn, choicesIn, type FormValues, form, InvalidSubmission, textIn } from "../form.ts"
import type { ReferenceExamples } from "../referenceExamples.ts"

export const togetherButton = caseButton(
  "missing-together",
  "Missing together",
  "Siblings or friends who are missing together."
)

export const TOGETHER_FORM = "missing-together"

/** Slack shows at most ten boxes; further ones can be taken away once these are. */
const SHOWN = 10

/** Which siblings or friends are missing together with this child? */
export const togetherView = (
  link: CaseLink,
  { missingTogether = [] }: Episode,
  examples: ReferenceExamples
): ModalView => {
  const linked = Object.fromEntries(missingTogether.slice(0, SHOWN).map((other) => [other, other]))
  return form({
    callbackId: TOGETHER_FORM,
    title: "Missing together",
    submit: "Record",
    link,
    blocks: [
      section(
        `*${escapeSlack(link.child)}* · Each child keeps a record and a card of their own, which name the others by reference.`
      ),
      textField({
        id: "others",
        label: "Missing together with",
        hint: "Case references, with commas between them. Each must be reported missing first.",
        placeholder: examples.child,
        maxLength: 400,
        optional: true
      }),
      ...(missingTogether.length === 0
        ? []
        : [
            checkboxField({ id: "apart", label: "Not missing together after all", optional: true }, linked),
            selectField(
              { id: "reason", label: "Why the link is taken away", optional: true },
              correctionReasonWords.words,
              "wrong-record"
            )
          ])
    ]
  })
}

interface Together {
  readonly others: ReadonlyArray<ChildReference>
  readonly apart: ReadonlyArray<ChildReference>
  readonly reason: CorrectionReason
}

export const readTogether = (child: ChildReference, values: FormValues): Result.Result<Together, InvalidSubmission> => {
  const typed = textIn(values, "others")
    .split(/[\s,;]+/)
    .filter((text) => text !== "")
  const read = typed.map((text) => Option.getOrUndefined(parseChildReference(text)))
  const others = read.filter(
    (other) => other !== undefined && !isSameReference(other, child)
  ) as ReadonlyArray<ChildReference>
  const apart = choicesIn(values, "apart", ChildReference)
  const invalid = (sentence: string) => Result.fail(new InvalidSubmission({ fields: { others: sentence } }))
  if (read.includes(undefined)) return invalid("Give case references, with commas between them: no names.")
  if (others.length + apart.length === 0) return invalid("Give at least one other child's reference.")
  return Result.succeed({ others, apart, reason: choiceIn(values, "reason", CorrectionReason) ?? "wrong-record" })
}
