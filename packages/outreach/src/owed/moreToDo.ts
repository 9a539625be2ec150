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
import { presentOf, type Roster } from "../recipients/Roster.ts"
import { asksReader } from "./asking.ts"
import type { CaseSnapshot, OwedMessage } from "./OwedMessage.ts"
import { workersOf } from "./rungRecipients.ts"

/** Theirs, or of a person they stand in for: who is away has it on their Home too. */
const isOfThem = (there: Roster, people: ReadonlyArray<PersonId>, person: PersonId): boolean =>
  people.includes(person) || presentOf(there, people).includes(person)

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
            unanswered(answersOf(episode, isApart ? "apart" : "worker")).length > 0 && isOfThem(there, [worker], person)
          )
        })
    )
  )
}

const isWorker = (snapshot: CaseSnapshot, person: PersonId): boolean =>
  snapshot.state.episodes.some((episode) => isOpen(episode) && workersOf(snapshot, episode).includes(person))

/** Between a settled interview and the closing of the episode: the interviewer's part first, also while they are away. */
const leftToClose = ({ child, state, there }: CaseSnapshot, person: PersonId): LeftToDo | undefined => {
  const isCoordinator = isOfThem(there, there.holders["missing-coordinator"], person)
  const theirs = closingWorkOf(child, state, () => true)
    .filter(({ episode }) => !isLeftOut(state, [episode.id], person))
    .flatMap(({ interviewer, writeUp, toClose }) => {
      const isWriter = interviewer !== undefined && isOfThem(there, [interviewer], person)
      return [...(isWriter ? writeUp : []), ...(isCoordinator ? toClose : [])]
    })
  if (theirs.includes("carer-offer")) return "carer-offer"
  if (theirs.includes("interview-reference")) return "write-up"
  return theirs.length === 0 ? undefined : "closing"
}

/** @param owed everything that is owed about the child */
export const leftToDo =
  (snapshot: CaseSnapshot, owed: ReadonlyArray<OwedMessage>) =>
  (person: PersonId): LeftToDo | undefined => {
    if (hasQuestions(snapshot, person)) return isWorker(snapshot, person) ? "questions" : "questions in their place"
    const toClose = leftToClose(snapshot, person)
    if (toClose !== undefined && toClose !== "closing") return toClose
    const isAsked = owed.some(
      ({ place, message }) => place._tag === "Person" && place.person === person && asksReader(message())
    )
    return isAsked ? "another message" : toClose
  }
