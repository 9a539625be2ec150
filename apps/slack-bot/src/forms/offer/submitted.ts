import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { asOfNow, submissionOf } from "../CaseForm.ts"
import { carerOfferView } from "../carerOffer/carerOfferView.ts"
import { recordLog } from "../logInterview/recordLog.ts"
import { offerForm } from "./offer.ts"
import { readOffer } from "./offerView.ts"

/** After a child has declined, the offer to the parent or carer comes next. */
export const offerSubmitted = submissionOf(
  offerForm,
  Effect.fn("offerSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const logged = yield* Effect.fromResult(readOffer(values))
    yield* recordLog({ child, episodeId, logged, by: person })
    if (logged.response !== "declined") return Option.none()
    const link = { child, episodeId }
    return Option.some(yield* asOfNow(carerOfferView(link, Instant(yield* Clock.currentTimeMillis)), link))
  })
)
