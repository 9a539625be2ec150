/** The alert of a missing child where nobody stands on any rung of its ladder: the channel, and every last way there is. */

import type { Climb } from "@safe-return/domain/escalation"
import type { PersonId } from "@safe-return/domain/pathway"
import type { RungTold } from "../message/alertMessages.ts"
import type { Message } from "../message/Message.ts"
import { escalationRoles, type Way } from "../recipients/Roster.ts"
import { hasAnswered } from "./acknowledgement.ts"
import { alertFacts } from "./alertFacts.ts"
import { ladderKey } from "./alertReach.ts"
import { toldWhileThere } from "./alertStanding.ts"
import {
  alertUrgency,
  type CaseSnapshot,
  channel,
  includeExistingRecipients,
  type OwedMessage,
  once
} from "./OwedMessage.ts"
import { keyOfWhoIsLeft, peopleOn, workersOf } from "./rungRecipients.ts"

const ways: ReadonlyArray<Way> = ["email", "sms"]

/** Nobody in Slack on any rung, reached or not; a rung for out of hours alone counts once it is reached. */
const isEmpty = (snapshot: CaseSnapshot, { episode, reached }: Climb): boolean =>
  (episode.policy.ladder?.value ?? [])
    .filter((rung) => rung.by === undefined)
    .filter((rung) => rung.onlyOutOfHours !== true || reached.some((one) => one.rung === rung))
    .every((rung) => peopleOn(snapshot, episode, rung).length === 0)

/** Everyone else who can be told, even if away: on a ladder with no one there, better they than nobody. */
const whoeverIsLeft = (
  snapshot: CaseSnapshot,
  { episode }: Climb,
  told: ReadonlyArray<RungTold>
): ReadonlyArray<PersonId> => {
  const had = told.flatMap(({ people }) => people)
  return [...workersOf(snapshot, episode), ...escalationRoles.flatMap((role) => snapshot.there.holders[role])].filter(
    (person) => snapshot.there.canBeTold(person) && !hasAnswered(episode, person) && !had.includes(person)
  )
}

export const emptyRoleMessages = (snapshot: CaseSnapshot, climb: Climb): ReadonlyArray<OwedMessage> => {
  const { there, delivered } = snapshot
  const { episode, alert } = climb
  const key = keyOfWhoIsLeft(episode)
  const isNobody = isEmpty(snapshot, climb)
  if (!isNobody && !delivered.has(key)) return []
  const urgency = alertUrgency(episode)
  const told = toldWhileThere(snapshot, episode)
  const unreached = (): Message => ({ _tag: "UnreachedAlert", ...alertFacts(snapshot, episode), told })
  const toChannel = {
    ...once(key, channel, unreached, urgency, alert.at),
    keptCurrent: true
  }
  const people = isNobody ? includeExistingRecipients(snapshot, key, whoeverIsLeft(snapshot, climb, told)) : []
  const outside = isNobody
    ? escalationRoles.flatMap((role) =>
        ways.flatMap((way) =>
          Array.from({ length: there.addresses(role, way) }, (_, nth) =>
            once(
              // Under the key of the ladder's own rung, so that no address is told twice.
              `${ladderKey(episode, alert.number)}:${role}:${way}-${nth}`,
              { _tag: "Outside", way, role, nth } as const,
              () => ({ _tag: "OutsideAlert" }),
              urgency,
              alert.at
            )
          )
        )
      )
    : []
  return [
    toChannel,
    ...people.map((person) => ({
      ...once(
        `${key}:${person}`,
        { _tag: "Person", person } as const,
        () => ({ _tag: "EscalationAlert", ...alertFacts(snapshot, episode), before: told, reader: person }),
        urgency,
        alert.at
      ),
      keptCurrent: true
    })),
    ...outside
  ]
}
