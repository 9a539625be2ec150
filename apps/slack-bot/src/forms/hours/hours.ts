import type { WorkingPattern } from "@safe-return/domain/escalation"
import { Availabilities } from "@safe-return/journal"
import { Effect, Option, Result } from "effect"
import type { ButtonHandler, Submission, SubmissionHandler } from "../../handlers/Handler.ts"
import { savedView } from "../away/awayView.ts"
import type { FormSlice } from "../CaseForm.ts"
import { InvalidSubmission } from "../form.ts"
import { HOURS_FORM, type HoursEntered, hoursButton, hoursView, readHours, readWhoseHours } from "./hoursView.ts"
import { saveWorkingDays } from "./saveWorkingDays.ts"
import { patternIn } from "./workingPattern.ts"

const whoseIs = ({ values, person }: Submission) => readWhoseHours(values) ?? person

const patternOf = ({ days, opens, closes, others }: HoursEntered): Result.Result<WorkingPattern, InvalidSubmission> => {
  const refused = (fields: Readonly<Record<string, string>>) => Result.fail(new InvalidSubmission({ fields }))
  const apart = others === "" ? {} : patternIn(others)
  if (apart === undefined) return refused({ others: "Give days with hours, such as fri 09:00-13:00." })
  const both = days.find((day) => apart[day] !== undefined)
  if (both !== undefined) return refused({ others: `You ticked ${both} as well: leave it on one of the two lists.` })
  if (days.length > 0 && closes <= opens) return refused({ closes: "The day ends before it begins." })
  if (days.length === 0 && others === "") return refused({ days: "Choose the days that are worked." })
  return Result.succeed({ ...Object.fromEntries(days.map((day) => [day, { opens, closes }])), ...apart })
}

const hoursSubmitted: SubmissionHandler = {
  permission: "change-availability",
  whose: whoseIs,
  handle: Effect.fn("hoursSubmitted")(function* (submission) {
    const pattern = yield* Effect.fromResult(patternOf(readHours(submission.values)))
    return Option.some(savedView(yield* saveWorkingDays(whoseIs(submission), pattern, submission.person)))
  })
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
