import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { absenceChangeForm } from "./absenceChange.ts"
import { readAbsenceChange } from "./absenceChangeView.ts"

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
