import { Effect } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm, meantAt } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import {
  RETURNED_TO_FORM,
  readReturnedTo,
  readWhereabouts,
  returnedToView,
  WHEREABOUTS_FORM,
  whereaboutsButton,
  whereaboutsView
} from "./whereaboutsView.ts"

/** Where a found child is; of one who is back, where they came back to. */
const whereaboutsForm: CaseForm = {
  permission: "record-found-and-returned",
  ...meantAt(whereaboutsButton, "Found", "Returned"),
  records: ({ episode }) => (episode.progress._tag === "Returned" ? "RecordReturnedTo" : "RecordWhereabouts"),
  open: ({ link, state, episode, now }) =>
    Effect.succeed(
      episode.progress._tag === "Returned"
        ? returnedToView(link, episode.returnedTo)
        : whereaboutsView(link, state, episode, now)
    )
}

const whereaboutsSubmitted = recordingOf(whereaboutsForm, ({ link, values }) => readWhereabouts(link, values))

const returnedToSubmitted = recordingOf(whereaboutsForm, ({ link, values }) => readReturnedTo(link, values))

export const whereabouts: FormSlice = {
  buttons: { [whereaboutsButton.actionId]: buttonFor(whereaboutsForm) },
  commands: { "/missing whereabouts": whereaboutsForm },
  submissions: { [WHEREABOUTS_FORM]: whereaboutsSubmitted, [RETURNED_TO_FORM]: returnedToSubmitted }
}
