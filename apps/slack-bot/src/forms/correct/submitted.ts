import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { findEpisode, readLink } from "../../handlers/findCase.ts"
import { type CaseForm, submissionOf } from "../CaseForm.ts"
import { cancelEpisodeForm } from "../cancellation/cancellation.ts"
import { withdrawFromInterviewForm } from "../interviewUndoing/interviewUndoing.ts"
import {
  correctFactsForm,
  correctForm,
  correctInterviewForm,
  duplicateForm,
  separateForm,
  withdrawEntryForm,
  wrongChildForm
} from "./correct.ts"
import { type CorrectionChoice, readCorrectionChoice } from "./correctView.ts"

const formFor: Readonly<Record<CorrectionChoice, CaseForm>> = {
  facts: correctFactsForm,
  interview: correctInterviewForm,
  "wrong-child": wrongChildForm,
  duplicate: duplicateForm,
  withdraw: withdrawFromInterviewForm,
  entry: withdrawEntryForm,
  separate: separateForm,
  cancel: cancelEpisodeForm
}

/** What is wrong was chosen: the form for it comes next, on the record as it was shown. */
export const correctionChosen = submissionOf(
  correctForm,
  Effect.fn("correctionChosen")(function* ({ metadata, person, values }) {
    const choice = yield* Effect.fromResult(readCorrectionChoice(values))
    const { child, episodeId } = yield* readLink(metadata)
    const casework = yield* Casework
    const state = yield* casework.get(child)
    const episode = yield* findEpisode(state, episodeId)
    const view = yield* formFor[choice].open({ child, state, episode, person })
    return Option.some({ ...view, private_metadata: metadata })
  })
)
