/** To those who were told that a child is found or back, and who have no alert of it: the child is missing after all. */
import type { Episode, PersonId } from "@safe-return/domain/pathway"
import type { MessageKey } from "../message/messageKinds.ts"
import { isLookedFor } from "./acknowledgement.ts"
import { toldAgain } from "./alertsOwed.ts"
import { leftTheCase } from "./formerWorkers.ts"
import { isNews } from "./freshNews.ts"
import { lastMissingAfterAll, missingAfterAllKey } from "./lastMissingAfterAll.ts"
import { type CaseSnapshot, type OwedMessage, once } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"

const clearedOf = ({ delivered }: CaseSnapshot, { id }: Episode): ReadonlyArray<PersonId> =>
  [...delivered.values()].flatMap((delivery) => {
    const [kind, , about] = delivery.key.split(":")
    const person = recipientOf(delivery)
    const isCleared = kind === "all-clear" && about === id && delivery._tag === "Sent" && !("isShadowed" in delivery)
    return isCleared && person !== undefined ? [person] : []
  })

/** Their good news changes in place too, which rings nowhere. */
export const allClearsOff = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, there, delivered } = snapshot
  return state.episodes
    .filter((episode) => isLookedFor(state, episode))
    .flatMap((episode) => {
      const last = lastMissingAfterAll(snapshot, episode)
      if (last === undefined) return []
      const { version, recorded } = last
      const key: MessageKey = `all-clear-off:${version}:${episode.id}`
      const others = new Set([
        ...toldAgain(snapshot, episode, missingAfterAllKey(last, episode)),
        ...leftTheCase(snapshot, episode),
        recorded.recordedBy
      ])
      const isFresh = isNews(snapshot, recorded.recordedAt)
      return [...new Set(clearedOf(snapshot, episode))]
        .filter((person) => !others.has(person))
        .flatMap((person) => {
          const keyTo: MessageKey = `${key}:${person}`
          const isToSay = isFresh && there.canBeTold(person)
          if (!isToSay && delivered.get(keyTo)?._tag !== "Sent") return []
          const news = once(
            keyTo,
            { _tag: "Person", person },
            () => ({ _tag: "RequestOver", child, outcome: { _tag: "MissingAfterAll" } }),
            "required",
            recorded.recordedAt
          )
          return [{ ...news, keptCurrent: true }]
        })
    })
}
