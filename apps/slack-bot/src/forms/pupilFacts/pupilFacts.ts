import type { CmeCommand } from "@safe-return/domain/education"
import { Result } from "effect"
import { form, InvalidSubmission } from "../form.ts"
import { type PupilForm, pupilHeading, pupilSlice } from "../PupilForm.ts"
import { readReturnFields, returnFields } from "../pupilFields.ts"

export const PUPIL_FACTS_FORM = "pupil-facts"

/** What DfE's return asks for, as far as it has come to be known since the referral. */
export const factsForm: PupilForm = {
  buttonText: "Facts",
  permission: "work-on-education-case",
  isOnWhatWasSeen: true,
  open: (asked) =>
    form({
      callbackId: PUPIL_FACTS_FORM,
      title: "Facts of the case",
      submit: "Record",
      blocks: [pupilHeading(asked), ...returnFields(asked.educationCase)]
    }),
  read: ({ link: { caseId }, educationCase: openCase, values }) => {
    const { since, reason, ...others } = readReturnFields(values)
    const changed = Object.fromEntries(
      Object.entries(others).filter(([key, value]) => openCase[key as keyof typeof others] !== value)
    )
    const commands: ReadonlyArray<CmeCommand> = [
      ...(since === undefined ? [] : [{ _tag: "RecordStart", caseId, since } as const]),
      ...(reason === undefined ? [] : [{ _tag: "RecordReason", caseId, reason } as const]),
      ...(Object.keys(changed).length === 0
        ? []
        : [{ _tag: "CorrectCase", caseId, facts: changed, cleared: [], reason: "new-information" } as const])
    ]
    return commands.length === 0
      ? Result.fail(new InvalidSubmission({ fields: { since: "Give at least one of these." } }))
      : Result.succeed({ commands, said: "The facts are recorded." })
  }
}

export const pupilFacts = pupilSlice("/cme facts", PUPIL_FACTS_FORM, factsForm)
