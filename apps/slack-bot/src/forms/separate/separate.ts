import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { submissionOf } from "../caseSubmission.ts"
import { separateForm } from "../correct/correct.ts"
import { noticeView } from "../noticeView.ts"
import { readSeparation } from "./separateView.ts"

export const separateSubmitted = submissionOf(
  separateForm,
  Effect.fn("separateSubmitted")(function* ({ link: { child }, person, values, expectedVersion }) {
    const command = yield* Effect.fromResult(readSeparation(values))
    const casework = yield* Casework
    yield* casework.execute(child, command, person, expectedVersion)
    return Option.some(
      noticeView(
        `Both records of ${child} count again. Look at both cards: where one says Missing, that child is alerted anew. Tell whoever was told otherwise.`
      )
    )
  })
)
