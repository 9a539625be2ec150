import { recordingOf } from "../caseSubmission.ts"
import { carerOfferForm } from "../offer/offer.ts"
import { readCarerOffer } from "./carerOfferView.ts"

export const carerOfferSubmitted = recordingOf(carerOfferForm, ({ link, values }) => readCarerOffer(link, values))
