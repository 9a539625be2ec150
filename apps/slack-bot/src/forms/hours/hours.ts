import type { WorkingPattern } from "@safe-return/domain/escalation"
import { Availabilities } from "@safe-return/journal"
import { Effect, Option } from "effect"
import type { ButtonHandler, SubmissionHandler } from "../../handlers/Handler.ts"
import { savedView } from "../away/awayView.ts"
import type { FormSlice } from "../CaseForm.ts"
import { sayingEveryMistake } from "../everyMistake.ts"
import { InvalidSubmission } from "../form.ts"
import { HOURS_FORM, type HoursEntered, hoursButton, hoursView, readHours } from "./hoursView.ts"
import { saveWorkingDays } from "./saveWorkingDays.ts"
import { patternIn } from "./workingPattern.ts"

const faultsOf = (
  { person, days, opens, closes, others }: HoursEntered,
  apart: WorkingPattern | undefined
): Readonly<Record<string, string>> => {
  const both = days.find((day) => apart?.[day] !== undefined)
  return {
    ...(person === undefined ? { person: "Choose who works then." } : {}),
    ...(days.length === 0 && others === "" ? { days: "Choose the days that are worked." } : {}),
    ...(opens === "" ? { opens: "Give when the day begins." } : {}),
    ...(closes <= opens ? { closes: "The day ends before it begins." } : {}),
    ...(closes === "" ? { closes: "Give when the day ends." } : {}),
    ...(apart === undefined ? { others: "Give days with hours, such as fri 09:00-13:00." } : {}),
    ...(both === undefined ? {} : { others: `You ticked ${both} as well: leave it on one of the two lists.` })
  }
}

const hoursSubmitted: SubmissionHandler = {
  permission: "change-availability",
  whose: ({ values, person }) => readHours(values).person ?? person,
  handle: (submission) =>
    sayingEveryMistake(
      submission,
      Effect.fn("hoursSubmitted")(function* (values) {
        const entered = readHours(values)
        const { person, days, opens, closes, others } = entered
        const apart = others === "" ? {} : patternIn(others)
        const fields = faultsOf(entered, apart)
        if (person === undefined || Object.keys(fields).length > 0) return yield* new InvalidSubmission({ fields })
        const pattern = { ...Object.fromEntries(days.map((day) => [day, { opens, closes }])), ...apart }
        return Option.some(savedView(yield* saveWorkingDays(person, pattern, submission.person)))
      })
    )
}

/** Opens on oneself; the right to save it for another person is checked when it is sent. */
const openHours: ButtonHandler = {
  permission: "change-availability",
  whose: ({ person }) => person,
  handle: Effect.fn("openHours")(function* ({ person, openForm }) {
    const availabilities = yield* Availabilities
    yield* openForm(hoursView(person, (yield* availabilities.all).get(person)?.pattern))
  })
}

export const hours: FormSlice = {
  buttons: { [hoursButton.action_id]: openHours },
  submissions: { [HOURS_FORM]: hoursSubmitted }
}
