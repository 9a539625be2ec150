/** An incident that waits for an answer is over once a person says what came of it. */
import { PoliceAnswer, policeAnswerWords } from "@safe-return/domain/pathway"
import { Incidents } from "@safe-return/outreach"
import { Effect, Option } from "effect"
import type { ButtonHandler, SubmissionHandler } from "../../handlers/Handler.ts"
import type { FormSlice } from "../CaseForm.ts"
import { choiceIn, InvalidSubmission } from "../form.ts"
import { noticeView } from "../noticeView.ts"
import { ANSWER_INCIDENT_FORM, answerIncidentView, decodeIncidentLink } from "./answerIncidentView.ts"
import { recordMisdirectedAnswer } from "./recordMisdirectedAnswer.ts"

const ANSWERED =
  "This has been answered already, or Safe Return was started again since. Where its message still asks, press its button again in some minutes."

const openAnswer: ButtonHandler = {
  permission: "answer-incident",
  handle: Effect.fn("openAnswerIncident")(function* ({ openForm, value }) {
    const link = Option.getOrUndefined(decodeIncidentLink(value))
    const open = (yield* (yield* Incidents).open).find((one) => one.kind === link?.kind && one.place === link.place)
    yield* openForm(
      open === undefined ? noticeView(ANSWERED) : answerIncidentView(open, open.duty?.sentence ?? open.what)
    )
  })
}

const answered: SubmissionHandler = {
  permission: "answer-incident",
  handle: Effect.fn("answerIncident")(function* ({ metadata, person, values }) {
    const answer = choiceIn(values, "answer", PoliceAnswer)
    if (answer === undefined) return yield* new InvalidSubmission({ fields: { answer: "Say what came of it." } })
    const link = Option.getOrUndefined(decodeIncidentLink(metadata))
    const incidents = yield* Incidents
    // On record first: what cannot be recorded is asked again.
    if (link !== undefined) yield* recordMisdirectedAnswer(link, answer, person)
    const isOver = link !== undefined && (yield* incidents.answer(link, policeAnswerWords.words[answer], person))
    return isOver ? Option.none() : Option.some(noticeView(ANSWERED))
  })
}

export const answerIncident: FormSlice = {
  buttons: { "answer-incident": openAnswer },
  submissions: { [ANSWER_INCIDENT_FORM]: answered }
}
