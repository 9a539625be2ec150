/** Who carries an interview out, and whether the child asked for them: inputs of the assign and log forms. */
import { definedFields } from "@safe-return/domain/definedFields"
import { Arrangement, arrangementWords, type Interview } from "@safe-return/domain/pathway"
import type { InputBlock } from "@slack/types"
import { Schema } from "effect"
import { checkboxField, radioField } from "./fields.ts"
import { choiceIn, choicesIn, type FormValues } from "./form.ts"

const ASKED_FOR = "asked-for"
const Wish = Schema.Literals([ASKED_FOR])

export interface ArrangementAnswers {
  readonly knownAdult: boolean
  readonly arrangement?: Arrangement
}

/** That the child asked for this interviewer, also on the spot. */
export const knownAdultField: InputBlock = checkboxField(
  { id: "knownAdult", label: "The child's wish", optional: true },
  { [ASKED_FOR]: "The child asked for this person" }
)

export const readKnownAdult = (values: FormValues): boolean => choicesIn(values, "knownAdult", Wish).includes(ASKED_FOR)

/** @param suggested where nobody has said yet: the host authority, for a child who is placed with one */
export const arrangedFields = (interview?: Interview, suggested?: Arrangement): ReadonlyArray<InputBlock> => [
  knownAdultField,
  radioField(
    {
      id: "arrangement",
      label: "Carried out by",
      hint: "For a child placed at a distance, the host authority or an independent provider may carry it out.",
      optional: true
    },
    arrangementWords.words,
    interview?.arrangement ?? suggested
  )
]

export const readArranged = (values: FormValues): ArrangementAnswers => {
  const arrangement = choiceIn(values, "arrangement", Arrangement)
  return {
    knownAdult: readKnownAdult(values),
    ...definedFields({ arrangement })
  }
}
