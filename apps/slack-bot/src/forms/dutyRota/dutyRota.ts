import { People } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { type DutyCommand, decideDuty, dutiesToCome, dutyOverlaps, foldRota } from "@safe-return/domain/escalation"
import { DutyRotas, RotaChanged } from "@safe-return/journal"
import { Clock, Effect, Option, Schema } from "effect"
import type { ButtonHandler, Submission, SubmissionHandler } from "../../handlers/Handler.ts"
import { personInWords } from "../../words/person.ts"
import { savedView } from "../away/awayView.ts"
import type { FormSlice } from "../CaseForm.ts"
import { sayingEveryMistake } from "../everyMistake.ts"
import { choiceIn, type FormValues, InvalidSubmission, instantIn, personIn } from "../form.ts"
import { noticeView } from "../noticeView.ts"
import {
  decodeSeen,
  GIVE_DUTY_FORM,
  giveDutyButton,
  giveDutyView,
  spanInWords,
  TAKE_BACK_DUTY_FORM,
  takeBackDutyButton,
  takeBackDutyView
} from "./dutyRotaView.ts"

const clock = Effect.map(Clock.currentTimeMillis, Instant)

const currentRota = Effect.gen(function* () {
  return foldRota(yield* (yield* DutyRotas).changes)
})

/** Carried out on the very rota that the form was opened on. */
const changeRota = Effect.fn("changeRota")(function* (
  { metadata, person }: Submission,
  commandFor: (version: number) => DutyCommand
) {
  const rotas = yield* DutyRotas
  const rota = yield* currentRota
  const seen = Option.getOrUndefined(decodeSeen(metadata))
  if (seen?.version !== rota.version) return yield* new RotaChanged()
  const now = yield* clock
  const event = yield* Effect.fromResult(decideDuty(rota, commandFor(rota.version), now))
  yield* rotas.add(rota.version, { recordedAt: now, recordedBy: person, event })
  return { event, now, rota: yield* currentRota }
})

const openGive: ButtonHandler = {
  permission: "keep-duty-rota",
  handle: Effect.fn("openGiveDuty")(function* ({ openForm }) {
    yield* openForm(giveDutyView(yield* currentRota))
  })
}

const openTakeBack: ButtonHandler = {
  permission: "keep-duty-rota",
  handle: Effect.fn("openTakeBackDuty")(function* ({ openForm }) {
    const people = yield* People
    const rota = yield* currentRota
    const duties = dutiesToCome(rota, yield* clock)
    const names = new Map(
      yield* Effect.forEach(new Set(duties.map(({ person }) => person)), (person) =>
        Effect.map(people.nameOf(person), (name) => [person, name ?? person] as const)
      )
    )
    yield* openForm(
      duties.length === 0
        ? noticeView("No duty is on the rota that is still to come. Nothing is left to take off.")
        : takeBackDutyView(rota, duties, (person) => names.get(person) ?? person)
    )
  })
}

const NOT_ON_DUTY =
  "This person is not set up as out-of-hours duty, so they would be told nothing. The people who look after Safe Return add them to the user group or the settings first."

const readDuty = Effect.fn("readDuty")(function* (values: FormValues) {
  const [person, from, until] = [personIn(values, "person"), instantIn(values, "from"), instantIn(values, "until")]
  const named = yield* (yield* People).holdersOf("out-of-hours-duty")
  const fields = {
    ...(person === undefined ? { person: "Choose who has the duty." } : {}),
    ...(person !== undefined && !named.includes(person) ? { person: NOT_ON_DUTY } : {}),
    ...(from === undefined ? { from: "Give when the duty begins." } : {}),
    ...(until === undefined ? { until: "Give when the duty ends." } : {})
  }
  return person === undefined || from === undefined || until === undefined || Object.keys(fields).length > 0
    ? yield* new InvalidSubmission({ fields })
    : { person, from, until }
})

const giveDuty = Effect.fn("giveDuty")(function* (submission: Submission) {
  const { person, from, until } = yield* readDuty(submission.values)
  const { now, rota } = yield* changeRota(submission, (version) => ({
    _tag: "GiveDuty",
    dutyId: `duty-${version + 1}`,
    person,
    from,
    until
  }))
  const isThis = (duty: { readonly person: string; readonly from: number }) =>
    duty.person === person && duty.from === from
  const beside = dutyOverlaps(rota, now).flatMap((pair) =>
    pair.some(isThis) ? pair.filter((one) => !isThis(one)) : []
  )
  const said = `${personInWords(person)} has the out-of-hours duty from ${spanInWords({ from, until })}.`
  const also = beside.map(
    (duty) => `${personInWords(duty.person)} has it too, from ${spanInWords(duty)}: both are told.`
  )
  return Option.some(savedView([said, ...also].join("\n")))
})

const giveSubmitted: SubmissionHandler = {
  permission: "keep-duty-rota",
  handle: (submission) => sayingEveryMistake(submission, (values) => giveDuty({ ...submission, values }))
}

const takeBackSubmitted: SubmissionHandler = {
  permission: "keep-duty-rota",
  handle: Effect.fn("takeBackDuty")(function* (submission) {
    const dutyId = choiceIn(submission.values, "duty", Schema.NonEmptyString)
    if (dutyId === undefined) return yield* new InvalidSubmission({ fields: { duty: "Choose a duty." } })
    yield* changeRota(submission, () => ({ _tag: "TakeBackDuty", dutyId }))
    return Option.some(savedView("The duty is off the rota. Your Home shows whether anybody is on duty then."))
  })
}

export const dutyRota: FormSlice = {
  buttons: { [giveDutyButton.action_id]: openGive, [takeBackDutyButton.action_id]: openTakeBack },
  submissions: { [GIVE_DUTY_FORM]: giveSubmitted, [TAKE_BACK_DUTY_FORM]: takeBackSubmitted }
}
