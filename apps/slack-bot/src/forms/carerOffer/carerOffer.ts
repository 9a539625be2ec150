import { interviewOf, interviewStatus } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import type { FormSlice } from "../CaseForm.ts"
import { buttonFor, type CaseForm } from "../CaseForm.ts"
import { recordingOf } from "../caseSubmission.ts"
import { owedOr } from "../episodeOwedInterview.ts"
import { CARER_OFFER_FORM, carerOfferButton, carerOfferView, readCarerOffer } from "./carerOfferView.ts"

/** Where the child cannot be heard, the parent or carer is offered to tell what they know. */
export const carerOfferForm: CaseForm = {
  permission: "log-interview",
  episodeMeant: owedOr("Declined", "NotDone"),
  records: "OfferToCarer",
  open: ({ link, state, episode, now }) => {
    const isDeclined = interviewStatus(state, episode)._tag === "Declined"
    return Effect.succeed(carerOfferView(link, now, isDeclined, interviewOf(state, episode.id)?.carerOffer))
  }
}

const carerOfferSubmitted = recordingOf(carerOfferForm, ({ link, values }) => readCarerOffer(link, values))

export const carerOffer: FormSlice = {
  buttons: { [carerOfferButton.actionId]: buttonFor(carerOfferForm) },
  submissions: { [CARER_OFFER_FORM]: carerOfferSubmitted }
}
