import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { asOfNow, submissionOf } from "../CaseForm.ts"
import { carerOfferView } from "../carerOffer/carerOfferView.ts"
import { recordLog } from "../logInterview/recordLog.ts"
import { noInterviewForm } from "./noInterview.ts"
import { readNoInterview } from "./noInterviewView.ts"

export const noInterviewSubmitted = submissionOf(
  noInterviewForm,
  Effect.fn("noInterviewSubmitted")(function* ({ metadata, person, values }) {
    const { child, episodeId } = yield* readLink(metadata)
    const said = yield* Effect.fromResult(readNoInterview(values))
    if (said._tag === "NotDone") {
      const casework = yield* Casework
      yield* casework.execute(child, { ...said, _tag: "RecordNotDone", episodeId }, person)
      return Option.none()
    }
    const offered = said.offeredAt === undefined ? {} : { offeredAt: said.offeredAt }
    yield* recordLog({ child, episodeId, logged: { ...offered, response: "declined" }, by: person })
    const link = { child, episodeId }
    return Option.some(yield* asOfNow(carerOfferView(link, Instant(yield* Clock.currentTimeMillis)), link))
  })
)
