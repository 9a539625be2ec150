/** What a person still has to do for a child beside a message that asks nothing of them any more. */
import { closingWorkOf } from "@safe-return/casework"
import {
  answersOf,
  type Episode,
  isAnsweredApart,
  isLeftOut,
  isOpen,
  type PersonId,
  unanswered
} from "@safe-return/domain/pathway"
import type { LeftToDo } from "../message/Message.ts"
import { presentOf } from "../recipients/Roster.ts"
import { asksReader } from "./asking.ts"
import type { CaseSnapshot, OwedMessage } from "./OwedMessage.ts"
import { workersOf } from "./rungRecipients.ts"

/** The questions of each worker: one who was not left out answers apart from one who was, and so do their covers. */
const hasQuestions = (snapshot: CaseSnapshot, person: PersonId): boolean => {
  const { state, there } = snapshot
  const isKept = ({ id }: Episode, one: PersonId) => isLeftOut(state, [id], one)
  return (
    state.death === undefined &&
    state.episodes.some(
      (episode) =>
        isOpen(episode) &&
        workersOf(snapshot, episode).some((worker) => {
          const isApart = isAnsweredApart(state, episode.id) && ![worker, person].some((one) => isKept(episode, one))
          return (
            unanswered(answersOf(episode, isApart ? "apart" : "worker")).length > 0 &&
            presentOf(there, [worker]).includes(person)
          )
        })
    )
  )
}

const isWorker = (snapshot: CaseSnapshot, person: PersonId): boolean =>
  snapshot.state.episodes.some((episode) => isOpen(episode) && workersOf(snapshot, episode).includes(person))

const hasWriteUp = ({ child, state, there }: CaseSnapshot, person: PersonId): boolean =>
  closingWorkOf(child, state, () => true).some(
    ({ interviewer, writeUp }) =>
      interviewer !== undefined && writeUp.length > 0 && presentOf(there, [interviewer]).includes(person)
  )

/** @param owed everything that is owed about the child */
export const leftToDo =
  (snapshot: CaseSnapshot, owed: ReadonlyArray<OwedMessage>) =>
  (person: PersonId): LeftToDo | undefined => {
    if (hasQuestions(snapshot, person)) return isWorker(snapshot, person) ? "questions" : "questions in their place"
    if (hasWriteUp(snapshot, person)) return "write-up"
    const isAsked = owed.some(
      ({ place, message }) => place._tag === "Person" && place.person === person && asksReader(message())
    )
    return isAsked ? "another message" : undefined
  }
