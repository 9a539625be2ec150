import { Instant } from "@safe-return/domain/calendar"
import { interviewOf } from "@safe-return/domain/pathway"
import { Clock, Effect } from "effect"
import { attemptButton } from "../../messages/caseButtons.ts"
import type { CaseForm } from "../CaseForm.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import { precheck } from "../precheck.ts"
import { attemptView } from "./attemptView.ts"

export const attemptForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined", "NotDone"),
  which: attemptButton,
  open: Effect.fn("attemptForm")(function* ({ child, state, episode }) {
    const now = Instant(yield* Clock.currentTimeMillis)
    yield* precheck(state, {
      _tag: "RecordAttempt",
      episodeId: episode.id,
      attemptedAt: now,
      method: "phone",
      result: "spoken"
    })
    return attemptView({ child, episodeId: episode.id }, interviewOf(state, episode.id), now)
  })
}
