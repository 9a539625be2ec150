import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { carerOfferView } from "../../views/carerOfferView.ts"
import { readOffer } from "../../views/offerView.ts"
import { readLink } from "../findCase.ts"
import { logInterview } from "../logging.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"

/** After a child has declined, the offer to the parent or carer comes next. */
export const offerSubmitted: SubmissionHandler = {
  permission: "log-interview",
  handle: Effect.fn("offerSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const logged = yield* Effect.fromResult(readOffer(values))
    yield* logInterview({ ...link, logged, by: person })
    if (logged.response !== "declined") return Option.none()
    return Option.some(carerOfferView(link, Instant(yield* Clock.currentTimeMillis)))
  })
}
