import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import type { CaseForm } from "../CaseForm.ts"
import { buttonFor } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { latestAt } from "../episodeAtStage.ts"
import type { FormSlice } from "../FormSlice.ts"
import { precheck } from "../precheck.ts"
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
  episodeMeant: latestAt("Found", "Returned"),
  open: Effect.fn("whereaboutsForm")(function* ({ child, state, episode }) {
    const link = { child, episodeId: episode.id }
    const now = Instant(yield* Clock.currentTimeMillis)
    if (episode.progress._tag === "Returned") {
      yield* precheck(state, {
        _tag: "RecordReturnedTo",
        episodeId: episode.id,
        returnedTo: "where-they-left"
      })
      return returnedToView(link)
    }
    yield* precheck(state, { _tag: "RecordWhereabouts", episodeId: episode.id, whereabouts: "hospital", since: now }, [
      "WhereaboutsOutOfOrder"
    ])
    return whereaboutsView(link, now)
  })
}

const whereaboutsSubmitted = recordingOf(whereaboutsForm, ({ link, values }) => readWhereabouts(link, values))

const returnedToSubmitted = recordingOf(whereaboutsForm, ({ link, values }) => readReturnedTo(link, values))

export const whereabouts: FormSlice = {
  buttons: { [whereaboutsButton.actionId]: buttonFor(whereaboutsForm) },
  commands: { "/missing whereabouts": whereaboutsForm },
  submissions: { [WHEREABOUTS_FORM]: whereaboutsSubmitted, [RETURNED_TO_FORM]: returnedToSubmitted }
}
