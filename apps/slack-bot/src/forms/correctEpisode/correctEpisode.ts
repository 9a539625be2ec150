import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import type { CaseForm, FormSlice } from "../CaseForm.ts"
import { latestAt } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { checkEach } from "../checkEach.ts"
import { everyFault } from "../everyFault.ts"
import { withoutField } from "../withoutField.ts"
import { CORRECT_EPISODE_FORM, correctEpisodeView, correctionToJudge, readCorrection } from "./correctEpisodeView.ts"

export const correctEpisodeForm: CaseForm = {
  permission: "correct-record",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: ({ link, episode }) => Effect.succeed(correctEpisodeView(link, episode))
}

const correctEpisodeSubmitted = submissionOf(
  correctEpisodeForm,
  Effect.fn("correctEpisodeSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const casework = yield* Casework
    const read = Effect.fromResult(readCorrection(episodeId, values))
    const state = yield* casework.get(child)
    const now = Instant(yield* Clock.currentTimeMillis)
    const judged = correctionToJudge(episodeId, values)
    const check = Effect.fromResult(
      checkEach(state, [judged], { now, by: person }, (_, { field }) => field, withoutField)
    )
    yield* everyFault([read, check])
    yield* casework.execute(child, yield* read, person, expectedVersion)
    return Option.none()
  })
)

export const correctEpisode: FormSlice = {
  submissions: { [CORRECT_EPISODE_FORM]: correctEpisodeSubmitted }
}
