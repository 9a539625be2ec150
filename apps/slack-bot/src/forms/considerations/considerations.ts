import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import {
  askedAfter,
  type ChildReference,
  type Command,
  type Consideration,
  type Considerations,
  type ConsideredAnswer,
  considerationWords,
  type Episode,
  isOpen,
  latestEpisode,
  type PersonId,
  type Refusal,
  unanswered
} from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { escapeSlack } from "../../blocks/blocks.ts"
import { allocatedWorkerOf, findEpisode } from "../../handlers/findCase.ts"
import { personInWords } from "../../words/person.ts"
import type { FormSlice } from "../CaseForm.ts"
import { asOfNow, buttonFor, type CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { checkEach } from "../checkEach.ts"
import { everyFault } from "../everyFault.ts"
import { InvalidSubmission } from "../form.ts"
import {
  answerWords,
  CONSIDERATIONS_FORM,
  type ConsiderationAnswers,
  considerationsButton,
  considerationsView,
  inputOf,
  readConsiderations,
  readGiven
} from "./considerationsView.ts"

const everyQuestion = Object.keys(considerationWords.words) as ReadonlyArray<keyof typeof considerationWords.words>

const explanation = (considerations: Considerations, left: number): string => {
  const answered = Object.keys(considerations).length
  if (left === 0) return "Everything is answered. To change an answer, give it again with its reason."
  return answered === 0
    ? "Answer those you can now; each with a reason. What follows from an answer is asked next."
    : `${answered} answered so far, ${left} to go. Answer those you can now; each with a reason.`
}

const answeredInWords = (question: Consideration, { answer, reason }: ConsideredAnswer, by: PersonId): string =>
  `*${considerationWords.words[question]}* ${answerWords[answer]}. ${escapeSlack(reason)} By ${personInWords(by)}.`

const considerationsForm: CaseForm = {
  permission: "answer-considerations",
  episodeMeant: latestEpisode,
  which: { button: considerationsButton, among: (state) => state.episodes.filter(isOpen) },
  records: "AnswerConsideration",
  overtaken: {
    event: "ConsiderationAnswered",
    lines: Effect.fnUntraced(function* ({ child, episode, values, seen }) {
      const casework = yield* Casework
      const since = (yield* casework.history(child)).slice(seen)
      return readGiven(values).given.flatMap(({ consideration, answer, reason }) => {
        const stands = episode.considerations?.[consideration]
        const other = since.findLast(
          ({ event }) =>
            event._tag === "ConsiderationAnswered" &&
            event.episodeId === episode.id &&
            event.consideration === consideration
        )
        const isOvertaken = stands !== undefined && (stands.answer !== answer || stands.reason !== reason)
        return other !== undefined && isOvertaken ? [answeredInWords(consideration, stands, other.recordedBy)] : []
      })
    })
  },
  open: Effect.fn("considerationsForm")(function* ({ child, link, episode }) {
    const { allocation, considerations = {} } = episode
    // Whose child it is may be known from an earlier episode; it is recorded on this one with the first answer.
    const isRecorded = allocation?._tag === "Allocated"
    const isKnown = isRecorded || (yield* allocatedWorkerOf(child)) !== undefined
    const left = unanswered(considerations)
    const words = { explanation: explanation(considerations, left.length), kind: isKnown && !isRecorded }
    return considerationsView(link, left.length === 0 ? everyQuestion : left, words, considerations)
  })
}

/** Whose child it is, where this episode does not say so yet. */
const allocationFirst = Effect.fn("allocationFirst")(function* (
  child: ChildReference,
  { id: episodeId, allocation }: Episode,
  to: ConsiderationAnswers["kind"]
) {
  const worker = yield* allocatedWorkerOf(child)
  if (allocation?._tag === "Allocated" || worker === undefined) return []
  if (to === undefined) return yield* new InvalidSubmission({ fields: { kind: "Say which of the two." } })
  const command: Command = { _tag: "RecordAllocation", episodeId, allocated: { to, worker } }
  return [command]
})

const inputFor = (command: Command, { field }: Refusal): string =>
  command._tag === "AnswerConsideration"
    ? inputOf(field === "reason" ? "reason" : "answer", command.consideration)
    : field

/** The questions that only these answers opened. */
const openedBy = (episode: Episode, answered: ReadonlyArray<Consideration>): ReadonlyArray<Consideration> =>
  unanswered(episode.considerations ?? {}).filter((question) => {
    const first = askedAfter[question]
    return first !== undefined && answered.includes(first)
  })

const considerationsSubmitted = submissionOf(
  considerationsForm,
  Effect.fn("considerationsSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
    const { given, kind } = readGiven(values)
    const casework = yield* Casework
    const before = yield* casework.get(child)
    const allocation = allocationFirst(child, yield* findEpisode(before, episodeId), kind)
    const answers = given.map((one): Command => ({ _tag: "AnswerConsideration", episodeId, ...one }))
    const now = Instant(yield* Clock.currentTimeMillis)
    const check = Effect.fromResult(checkEach(before, answers, { now, by: person }, inputFor))
    yield* everyFault([allocation, Effect.fromResult(readConsiderations(values)), check])
    const commands: ReadonlyArray<Command> = [...(yield* allocation), ...answers]
    yield* Effect.fromResult(checkEach(before, commands, { now, by: person }, inputFor))
    const { state } = yield* casework.executeAll(child, commands, person, expectedVersion)
    const answered = given.map(({ consideration }) => consideration)
    const opened = openedBy(yield* findEpisode(state, episodeId), answered)
    if (opened.length === 0) return Option.none()
    const explanation = "Recorded. This follows from what you answered."
    const link = { child, episodeId }
    return Option.some(yield* asOfNow(considerationsView(link, opened, { explanation, kind: false }), link))
  })
)

export const considerations: FormSlice = {
  buttons: { [considerationsButton.actionId]: buttonFor(considerationsForm) },
  commands: { "/rhi consider": considerationsForm },
  submissions: { [CONSIDERATIONS_FORM]: considerationsSubmitted }
}
