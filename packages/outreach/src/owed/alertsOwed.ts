/** The alert that a child is missing, to the people of the case, and again when there is news to act on. */

import { alertOf, type Episode, type PersonId } from "@safe-return/domain/pathway"
import type { MessageKey } from "../message/messageKinds.ts"
import { recipientsFor, standIn } from "../recipients/Roster.ts"
import { asksToAcknowledge, hasAnswered, isLookedFor } from "./acknowledgement.ts"
import { actingOn } from "./actingOn.ts"
import { alertFacts } from "./alertFacts.ts"
import { cardUrgency } from "./cardsOwed.ts"
import { allocatedAgain, formerWorkers } from "./formerWorkers.ts"
import {
  alertUrgency,
  type CaseSnapshot,
  channel,
  includeExistingRecipients,
  type OwedMessage,
  once
} from "./OwedMessage.ts"
import { workersOf } from "./rungRecipients.ts"

/**
 * Who is alerted of the case under these keys; where nobody stands in, the ladder passes the alert on.
 *
 * Who had it before, a cover whose time is over, keeps it only while nobody else can be told.
 */
export const alertedFor = (snapshot: CaseSnapshot, episode: Episode, keyed: MessageKey): ReadonlyArray<PersonId> => {
  const otherwise = episode.policy.ladder === undefined ? {} : { otherwise: [] }
  const workers = workersOf(snapshot, episode)
  const people = workers.flatMap((person) =>
    recipientsFor({ ...snapshot, person, key: `${keyed}:${person}`, ...otherwise })
  )
  if (workers.some((worker) => standIn(snapshot.there, worker) !== undefined)) return [...new Set(people)]
  const former = formerWorkers(snapshot, episode).filter((worker) => !people.includes(worker))
  return includeExistingRecipients(snapshot, keyed, [...new Set(people)]).filter((person) => !former.includes(person))
}

export const workerAlerts = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { state } = snapshot
  return state.episodes
    .filter((episode) => episode.notifiedAt >= snapshot.announceFrom && isLookedFor(state, episode))
    .flatMap((episode) => {
      const key: MessageKey = `worker-alert:${episode.id}`
      const workers = workersOf(snapshot, episode)
      // They keep it while nobody else can be told, and stand in no more.
      const isLeft = (person: PersonId): boolean =>
        workers.every((worker) => snapshot.there.acting(worker)._tag === "Nobody") &&
        snapshot.delivered.has(`${key}:${person}`)
      const keyTo = (person: PersonId): MessageKey => {
        const again = allocatedAgain(snapshot, episode, person)
        return again === undefined ? `${key}:${person}` : `${key}:${again.version}:${person}`
      }
      return alertedFor(snapshot, episode, key).map((person) => ({
        ...once(
          keyTo(person),
          { _tag: "Person", person } as const,
          () => {
            const facts = alertFacts(snapshot, episode)
            return {
              _tag: "MissingAlert",
              ...facts,
              reader: person,
              ...(workers.includes(person)
                ? {}
                : { isStandIn: isLeft(person) ? ("before" as const) : ("now" as const) }),
              isAnswered: alertOf(episode).because !== "reported" || facts.isAnswered
            }
          },
          cardUrgency(episode),
          episode.notifiedAt
        ),
        // It shows who has acknowledged the alert, as soon as a person has.
        keptCurrent: true
      }))
    })
}

/** The people of the case, and those who answered an earlier alert. */
export const toldAgain = (snapshot: CaseSnapshot, episode: Episode, keyed: MessageKey): ReadonlyArray<PersonId> => [
  ...new Set([
    ...alertedFor(snapshot, episode, keyed),
    ...includeExistingRecipients(snapshot, keyed, []).filter((person) => hasAnswered(episode, person)),
    ...actingOn(snapshot, episode)
  ])
]

/** A child who is missing after all has an alert of its own words: see `missingAfterAll.ts`. */
export const alertsAgain = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { state, announceFrom } = snapshot
  return state.episodes.filter(asksToAcknowledge).flatMap((episode) => {
    const { number, because, at } = alertOf(episode)
    if (because === "reported" || because === "missing-after-all" || at < announceFrom) return []
    const key: MessageKey = `alert:${episode.id}:${number}`
    const toChannel = {
      ...once(
        key,
        channel,
        () => ({ _tag: "RepeatAlert", ...alertFacts(snapshot, episode) }),
        alertUrgency(episode),
        at
      ),
      keptCurrent: true
    }
    return [
      toChannel,
      ...toldAgain(snapshot, episode, key).map((person) => ({
        ...once(
          `${key}:${person}`,
          { _tag: "Person", person } as const,
          () => ({ _tag: "RepeatAlert", ...alertFacts(snapshot, episode), reader: person }),
          alertUrgency(episode),
          at
        ),
        keptCurrent: true
      }))
    ]
  })
}
