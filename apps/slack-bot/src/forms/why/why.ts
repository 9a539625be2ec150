import { Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import { whyButton, whyView } from "./whyView.ts"

/** Nothing to fill in: how the deadlines were counted and what met a trigger. */
const whyForm: CaseForm = {
  permission: "see-queue",
  episodeMeant: owedOr("Completed"),
  open: Effect.fn("whyForm")(function* ({ child, state, episode }) {
    const { calendars } = yield* Council
    return whyView(child, state, episode, Instant(yield* Clock.currentTimeMillis), calendars)
  })
}

export const why: FormSlice = {
  buttons: { [whyButton.actionId]: buttonFor(whyForm) },
  commands: { "/rhi why": whyForm }
}
