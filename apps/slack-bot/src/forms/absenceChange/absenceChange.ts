import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import { readLink } from "../../handlers/findCase.ts"
import { type CaseForm, submissionOf } from "../CaseForm.ts"
import { latestAt } from "../episodeAtStage.ts"
import { precheck } from "../precheck.ts"
import { absenceChangeView, readAbsenceChange } from "./absenceChangeView.ts"

export const absenceChangeForm: CaseForm = {
  permission: "correct-record",
  episodeMeant: latestAt("Missing", "Found", "Returned"),
  open: Effect.fn("absenceChangeForm")(function* ({ child, state, episode }) {
    const { id: episodeId, absence } = episode
    const now = Instant(yield* Clock.currentTimeMillis)
    // The same again changes nothing, so only what stands in the way of any change is refused.
    yield* precheck(state, { _tag: "RecordAbsenceChange", episodeId, absence, changedAt: now })
    return absenceChangeView({ child, episodeId }, episode, now)
  })
}

export const absenceChangeSubmitted = submissionOf(
  absenceChangeForm,
  Effect.fn("absenceChangeSubmitted")(function* ({ metadata, person, values }) {
    const link = yield* readLink(metadata)
    const command = yield* Effect.fromResult(readAbsenceChange(link, values))
    const casework = yield* Casework
    yield* casework.execute(link.child, command, person)
    return Option.none()
  })
)
