import { Instant } from "@safe-return/domain/calendar"
import { InterviewId, interviewOf, interviewStatus, offeredAtOf } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { asOfNow, buttonFor, type CaseForm } from "../CaseForm.ts"
import { carerOfferForm } from "../carerOffer/carerOffer.ts"
import { carerOfferView } from "../carerOffer/carerOfferView.ts"
import { submissionOf } from "../caseSubmission.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import type { FormSlice } from "../FormSlice.ts"
import { recordLog } from "../logInterview/recordLog.ts"
import { precheck } from "../precheck.ts"
import { OFFER_FORM, offerButton, offerView, readOffer } from "./offerView.ts"

/** The offer is the child's first; once they have declined, it goes to the parent or carer. */
const offerForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined"),
  which: offerButton,
  open: Effect.fn("offerForm")(function* (asked) {
    const { child, state, episode } = asked
    if (interviewStatus(state, episode)._tag === "Declined") return yield* carerOfferForm.open(asked)
    const interview = interviewOf(state, episode.id)
    const now = Instant(yield* Clock.currentTimeMillis)
    yield* precheck(state, {
      _tag: "LogInterview",
      newInterviewId: InterviewId.make("not-recorded"),
      episodeId: episode.id,
      response: "no-answer",
      offeredAt: offeredAtOf(interview, episode) ?? now,
      isInterviewer: true
    })
    return offerView({ child, episodeId: episode.id }, episode, interview, now)
  })
}

/** After a child has declined, the offer to the parent or carer comes next. */
const offerSubmitted = submissionOf(
  offerForm,
  Effect.fn("offerSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const logged = yield* Effect.fromResult(readOffer(values))
    yield* recordLog({ child, episodeId, logged, by: person, expectedVersion })
    if (logged.response !== "declined") return Option.none()
    const link = { child, episodeId }
    return Option.some(yield* asOfNow(carerOfferView(link, Instant(yield* Clock.currentTimeMillis)), link))
  })
)

export const offer: FormSlice = {
  buttons: { [offerButton.actionId]: buttonFor(offerForm) },
  commands: { "/rhi offer": offerForm },
  submissions: { [OFFER_FORM]: offerSubmitted }
}
