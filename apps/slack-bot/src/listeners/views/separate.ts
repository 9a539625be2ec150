import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { noticeView } from "../../views/noticeView.ts"
import { readSeparation } from "../../views/separateView.ts"
import { readLink } from "../findCase.ts"
import { submissionOf } from "../forms/CaseForm.ts"
import { separateForm } from "../forms/correct.ts"

export const separateSubmitted = submissionOf(
  separateForm,
  Effect.fn("separateSubmitted")(function* ({ metadata, person, values }) {
    const { child } = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readSeparation(values))
    const casework = yield* Casework
    yield* casework.execute(child, command, person)
    return Option.some(
      noticeView(
        `Both records of ${child} count again. Look at both cards: where one says Missing, that child is alerted anew. Tell whoever was told otherwise.`
      )
    )
  })
)
