/** What a person still has to do for a child beside a message that asks nothing of them any more. */
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
      presentOf(snapshot.there, workersOf(snapshot, episode)).includes(person)
  )

/** @param owed everything that is owed about the child */
export const leftToDo =
  (snapshot: CaseSnapshot, owed: ReadonlyArray<OwedMessage>) =>
  (person: PersonId): LeftToDo | undefined => {
    if (hasQuestions(snapshot, person)) return "questions"
    const isAsked = owed.some(
      ({ place, message }) => place._tag === "Person" && place.person === person && asksReader(message())
    )
    return isAsked ? "another message" : undefined
  }
