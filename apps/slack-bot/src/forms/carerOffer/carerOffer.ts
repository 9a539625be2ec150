import { Casework } from "@safe-return/casework"
import { Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { submissionOf } from "../CaseForm.ts"
import { carerOfferForm } from "../offer/offer.ts"
import { readCarerOffer } from "./carerOfferView.ts"

export const carerOfferSubmitted = submissionOf(
  carerOfferForm,
  Effect.fn("carerOfferSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readCarerOffer(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
