import { Council } from "@safe-return/casework"
import { definedFields } from "@safe-return/domain/definedFields"
import { latestEpisode } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { allocatedWorkerOf } from "../../handlers/findCase.ts"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { moreButton } from "../cardButtons.ts"
import { moreView } from "./moreView.ts"

/** Nothing to fill in: the buttons a card has no room for. */
const moreForm: CaseForm = {
  permission: "see-cases",
  episodeMeant: latestEpisode,
  open: Effect.fn("moreForm")(function* ({ child, state, episode, now }) {
    const allocatedWorker = yield* allocatedWorkerOf(child)
    const { calendars } = yield* Council
    return moreView({
      child,
      state,
      episode,
      calendars,
      now,
      ...definedFields({ allocatedWorker })
    })
  })
}

export const more: FormSlice = {
  buttons: { [moreButton.actionId]: buttonFor(moreForm) }
}
