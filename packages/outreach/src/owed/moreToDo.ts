/** What a person still has to do for a child beside a message that asks nothing of them any more. */
import { closingWorkOf } from "@safe-return/casework"
import { isLeftOut, isOpen, type PersonId, unanswered } from "@safe-return/domain/pathway"
import type { LeftToDo } from "../message/Message.ts"
import { presentOf } from "../recipients/Roster.ts"
import { asksReader } from "./asking.ts"
import type { CaseSnapshot, OwedMessage } from "./OwedMessage.ts"
import { workersOf } from "./rungRecipients.ts"

const hasQuestions = (snapshot: CaseSnapshot, person: PersonId): boolean =>
  snapshot.state.death === undefined &&
  snapshot.state.episodes.some(
    (episode) =>
      isOpen(episode) &&
      unanswered(episode.considerations ?? {}).length > 0 &&
      !isLeftOut(snapshot.state, [episode.id], person) &&
      presentOf(
        snapshot.there,
        workersOf(snapshot, episode).filter((worker) => !isLeftOut(snapshot.state, [episode.id], worker))
      ).includes(person)
  )

const hasWriteUp = ({ child, state, there }: CaseSnapshot, person: PersonId): boolean =>
  closingWorkOf(child, state, () => true).some(
    ({ interviewer, writeUp }) =>
      interviewer !== undefined && writeUp.length > 0 && presentOf(there, [interviewer]).includes(person)
  )

/** @param owed everything that is owed about the child */
export const leftToDo =
  (snapshot: CaseSnapshot, owed: ReadonlyArray<OwedMessage>) =>
  (person: PersonId): LeftToDo | undefined => {
    if (hasQuestions(snapshot, person)) return "questions"
    if (hasWriteUp(snapshot, person)) return "write-up"
    const isAsked = owed.some(
      ({ place, message }) => place._tag === "Person" && place.person === person && asksReader(message())
    )
    return isAsked ? "another message" : undefined
  }
