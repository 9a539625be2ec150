import { Instant } from "@safe-return/domain/calendar"
import { interviewOf, interviewStatus } from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { asOfNow, buttonFor, type CaseForm } from "../CaseForm.ts"
import { carerOfferForm } from "../carerOffer/carerOffer.ts"
import { carerOfferView } from "../carerOffer/carerOfferView.ts"
import { submissionOf } from "../caseSubmission.ts"
import { owedOr, severalOwed } from "../episodeOwedInterview.ts"
import { recordLog } from "../logInterview/recordLog.ts"
import { OFFER_FORM, offerButton, offerView, readOffer } from "./offerView.ts"

/** The offer is the child's first; once they have declined, it goes to the parent or carer. */
const offerForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined"),
  which: { button: offerButton, among: severalOwed },
  records: ({ state, episode }) =>
    interviewStatus(state, episode)._tag === "Declined" ? "OfferToCarer" : "LogInterview",
  open: (asked) => {
    const { link, state, episode, now } = asked
    return interviewStatus(state, episode)._tag === "Declined"
      ? carerOfferForm.open(asked)
      : Effect.succeed(offerView(link, episode, interviewOf(state, episode.id), now))
  }
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
