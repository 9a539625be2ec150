/** What came of news under another child's police reference stands on the record of the child that the reference is of. */
import { Casework } from "@safe-return/casework"
import { misdirectedUnanswered, type PersonId, type PoliceAnswer } from "@safe-return/domain/pathway"
import type { Incident } from "@safe-return/outreach"
import { Effect } from "effect"
import { authorOf } from "../../intake/SenderBook.ts"

/** A place names the sender, and when its news began to come. */
const senderIn = (place: string): PersonId => authorOf(place.slice(0, place.lastIndexOf(" ")))

export const recordMisdirectedAnswer = Effect.fn("recordMisdirectedAnswer")(function* (
  { kind, place = "" }: Pick<Incident, "kind" | "place">,
  answer: PoliceAnswer,
  by: PersonId
) {
  if (kind !== "news-elsewhere") return
  const casework = yield* Casework
  const sender = senderIn(place)
  for (const [child, state] of yield* casework.active) {
    const waiting = misdirectedUnanswered(state)
    if (waiting.length === 0) continue
    const sent = (yield* casework.history(child)).flatMap(({ recordedBy, event }) =>
      event._tag === "NotificationTurnedAway" && recordedBy === sender ? [event.notification.policeReference] : []
    )
    for (const policeReference of waiting.filter((one) => sent.includes(one))) {
      yield* casework.execute(child, { _tag: "AnswerMisdirectedNews", policeReference, answer }, by)
    }
  }
})
