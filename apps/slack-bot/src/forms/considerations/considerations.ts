import { Casework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import {
  type AnsweredBy,
  answersAs,
  answersOf,
  askedAfter,
  type ChildReference,
  type ChildState,
  type Command,
  type Consideration,
  type Considerations,
  type ConsideredAnswer,
  considerationWords,
  type Episode,
  isOpen,
  latestEpisode,
  type PersonId,
  type RecordedEvent,
  type Refusal,
  unanswered
} from "@safe-return/domain/pathway"
import { Clock, Effect, Option } from "effect"
import { escapeSlack, section } from "../../blocks/blocks.ts"
import { isReaderApart } from "../../handlers/answersApart.ts"
import { allocatedWorkerOf, findEpisode } from "../../handlers/findCase.ts"
import { apartInWords } from "../../words/leftOut.ts"
import { personInWords } from "../../words/person.ts"
import type { FormSlice } from "../CaseForm.ts"
import { asOfNow, buttonFor, type CaseForm } from "../CaseForm.ts"
import { submissionOf } from "../caseSubmission.ts"
import { checkEach } from "../checkEach.ts"
import { everyFault } from "../everyFault.ts"
import { InvalidSubmission } from "../form.ts"
import {
  answerWords,
  type ConsiderationAnswers,
  considerationsButton,
  considerationsForms,
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

const peopleLeftOut = ({ interviews }: ChildState, { id }: Episode): ReadonlyArray<PersonId> => [
  ...new Set(interviews.flatMap(({ episodeIds, keptFrom = [] }) => (episodeIds.includes(id) ? keptFrom : [])))
]

const ofQuestion =
  (episode: Episode, answeredBy: AnsweredBy, consideration: Consideration) =>
  ({ event }: RecordedEvent): boolean =>
    event._tag === "ConsiderationAnswered" &&
    event.episodeId === episode.id &&
    event.consideration === consideration &&
    (event.answeredBy ?? "worker") === answeredBy

/** @param answeredBy whose answers it takes once it is sent; it opens for those that are left to its reader */
const considerationsForm = (answeredBy: AnsweredBy): CaseForm => ({
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
        const stands = answersOf(episode, answeredBy)[consideration]
        const other = since.findLast(ofQuestion(episode, answeredBy, consideration))
        const isOvertaken = stands !== undefined && (stands.answer !== answer || stands.reason !== reason)
        return other !== undefined && isOvertaken ? [answeredInWords(consideration, stands, other.recordedBy)] : []
      })
    })
  },
  open: Effect.fn("considerationsForm")(function* ({ child, link, state, episode, person }) {
    const { allocation } = episode
    const theirs = answersAs(state, episode, yield* isReaderApart(child, state, episode, person))
    const answers = answersOf(episode, theirs)
    // Whose child it is may be known from an earlier episode; it is recorded on this one with the first answer.
    const isRecorded = allocation?._tag === "Allocated"
    const isKnown = isRecorded || (yield* allocatedWorkerOf(child)) !== undefined
    const left = unanswered(answers)
    const words = {
      explanation: explanation(answers, left.length),
      kind: isKnown && !isRecorded && theirs === "worker",
      answeredBy: theirs
    }
    const view = considerationsView(link, left.length === 0 ? everyQuestion : left, words, answers)
    const kept = theirs === "apart" ? apartInWords(peopleLeftOut(state, episode)) : undefined
    return kept === undefined ? view : { ...view, blocks: [section(kept), ...view.blocks] }
  })
})

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
const openedBy = (answers: Considerations, answered: ReadonlyArray<Consideration>): ReadonlyArray<Consideration> =>
  unanswered(answers).filter((question) => {
    const first = askedAfter[question]
    return first !== undefined && answered.includes(first)
  })

const submittedAs = (answeredBy: AnsweredBy) =>
  submissionOf(
    considerationsForm(answeredBy),
    Effect.fn("considerationsSubmitted")(function* ({ link: { child, episodeId }, person, values, expectedVersion }) {
      const { given, kind } = readGiven(values)
      const casework = yield* Casework
      const before = yield* casework.get(child)
      // Who records it stands in the thread, where the worker would see that a manager did.
      const allocation =
        answeredBy === "apart"
          ? Effect.succeed([])
          : allocationFirst(child, yield* findEpisode(before, episodeId), kind)
      const answers = given.map((one): Command => ({ _tag: "AnswerConsideration", episodeId, answeredBy, ...one }))
      const now = Instant(yield* Clock.currentTimeMillis)
      const check = Effect.fromResult(checkEach(before, answers, { now, by: person }, inputFor))
      yield* everyFault([allocation, Effect.fromResult(readConsiderations(values)), check])
      const commands: ReadonlyArray<Command> = [...(yield* allocation), ...answers]
      yield* Effect.fromResult(checkEach(before, commands, { now, by: person }, inputFor))
      const { state } = yield* casework.executeAll(child, commands, person, expectedVersion)
      const answered = given.map(({ consideration }) => consideration)
      const opened = openedBy(answersOf(yield* findEpisode(state, episodeId), answeredBy), answered)
      if (opened.length === 0) return Option.none()
      const explanation = "Recorded. This follows from what you answered."
      const link = { child, episodeId }
      return Option.some(
        yield* asOfNow(considerationsView(link, opened, { explanation, kind: false, answeredBy }), link)
      )
    })
  )

const opening = considerationsForm("worker")

export const considerations: FormSlice = {
  buttons: { [considerationsButton.actionId]: buttonFor(opening) },
  commands: { "/rhi consider": opening },
  submissions: {
    [considerationsForms.worker]: submittedAs("worker"),
    [considerationsForms.apart]: submittedAs("apart")
  }
}
