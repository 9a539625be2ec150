import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { interviewOf } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { asOfNow, buttonFor, type CaseForm } from "../CaseForm.ts"
import { carerOfferView } from "../carerOffer/carerOfferView.ts"
import { submissionOf } from "../caseSubmission.ts"
import { owedOr, severalOwed } from "../episodeOwedInterview.ts"
import { ATTEMPT_FORM, attemptButton, attemptView, readAttempt } from "./attemptView.ts"

const attemptForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined", "NotDone"),
  records: "RecordAttempt",
  which: { button: attemptButton, among: severalOwed },
  open: ({ link, state, episode, now }) => Effect.succeed(attemptView(link, interviewOf(state, episode.id), now))
}

const attemptSubmitted = submissionOf(
  attemptForm,
  Effect.fn("attemptSubmitted")(function* ({ link, person, values, expectedVersion }) {
    const command = yield* Effect.fromResult(readAttempt(link, values))
    const casework = yield* Casework
    const { state } = yield* casework.execute(link.child, command, person, expectedVersion)
    const isAsked = interviewOf(state, link.episodeId)?.carerOffer !== undefined
    if (command.result !== "carer-refused" || isAsked) return Option.none()
    // Said in the form alone: a button on the card would tell what came of the attempt.
    return Option.some(yield* asOfNow(carerOfferView(link, Instant(yield* Clock.currentTimeMillis), false), link))
  })
)

export const attempt: FormSlice = {
  buttons: { [attemptButton.actionId]: buttonFor(attemptForm) },
  commands: { "/rhi attempt": attemptForm },
  submissions: { [ATTEMPT_FORM]: attemptSubmitted }
}
