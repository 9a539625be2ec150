import { Instant, londonDayOf } from "@safe-return/domain/calendar"
import { Clock, Effect, Option } from "effect"
import type { ButtonHandler, Submission, SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { everyFault } from "../everyFault.ts"
import { sayingEveryMistake } from "../everyMistake.ts"
import { AWAY_FORM, awayButton, awayView, readAway, readCover, readWhoseAway, savedView } from "./awayView.ts"
import { absenceChecks, recordAbsence } from "./recordAbsence.ts"

const whoseIs = ({ values, person }: Submission) => readWhoseAway(values) ?? person

const awaySubmitted: SubmissionHandler = {
  permission: "change-availability",
  whose: whoseIs,
  handle: (submission) =>
    sayingEveryMistake(
      submission,
      Effect.fn("awaySubmitted")(function* (values) {
        const { person } = submission
        const whose = readWhoseAway(values)
        const read = Effect.fromResult(readAway(values))
        yield* everyFault([read, ...(whose === undefined ? [] : absenceChecks(whose, readCover(values)))])
        const { person: away, ...absence } = yield* read
        return Option.some(savedView(yield* recordAbsence(away, absence, person)))
      })
    )
}

/** Opens on oneself; the right to save it for another person is checked when it is sent. */
const openAway: ButtonHandler = {
  permission: "change-availability",
  whose: ({ person }) => person,
  handle: Effect.fn("openAway")(function* ({ person, openForm }) {
    yield* openForm(awayView({ person, from: londonDayOf(Instant(yield* Clock.currentTimeMillis)) }))
  })
}

export const away: FormSlice = {
  buttons: { [awayButton.action_id]: openAway },
  submissions: { [AWAY_FORM]: awaySubmitted }
}
