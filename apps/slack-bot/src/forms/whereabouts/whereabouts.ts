import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { type CaseForm, submissionOf } from "../CaseForm.ts"
import { latestAt } from "../episodeAtStage.ts"
import { precheck } from "../precheck.ts"
import { readReturnedTo, readWhereabouts, returnedToView, whereaboutsView } from "./whereaboutsView.ts"

/** Where a found child is; of one who is back, where they came back to. */
export const whereaboutsForm: CaseForm = {
  permission: "record-found-and-returned",
  episodeMeant: latestAt("Found", "Returned"),
  open: Effect.fn("whereaboutsForm")(function* ({ child, state, episode }) {
    const link = { child, episodeId: episode.id }
    const now = Instant(yield* Clock.currentTimeMillis)
    if (episode.progress._tag === "Returned") {
      yield* precheck(state, {
        _tag: "RecordReturnedTo",
        episodeId: episode.id,
        returnedTo: "where-they-left"
      })
      return returnedToView(link)
    }
    yield* precheck(state, { _tag: "RecordWhereabouts", episodeId: episode.id, whereabouts: "hospital", since: now }, [
      "WhereaboutsOutOfOrder"
    ])
    return whereaboutsView(link, now)
  })
}

export const whereaboutsSubmitted = submissionOf(
  whereaboutsForm,
  Effect.fn("whereaboutsSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readWhereabouts(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)

export const returnedToSubmitted = submissionOf(
  whereaboutsForm,
  Effect.fn("returnedToSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readReturnedTo(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
