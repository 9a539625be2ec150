import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readAbsenceChange } from "../../views/absenceChangeView.ts"
import { readLink } from "../findCase.ts"
import { absenceChangeForm } from "../forms/absenceChange.ts"
import { submissionOf } from "../forms/CaseForm.ts"

export const absenceChangeSubmitted = submissionOf(
  absenceChangeForm,
  Effect.fn("absenceChangeSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readAbsenceChange(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
