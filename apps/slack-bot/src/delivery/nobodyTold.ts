/** The alert of a missing child where nobody stands on any rung of its ladder: the channel, and every last way there is. */
import type { PersonId } from "@safe-return/domain/pathway"
import type { Climb } from "@safe-return/domain/telling"
import type { DeliveryKey } from "@safe-return/journal"
import { hasAnswered } from "../messages/acknowledging.ts"
import { ladderAlert, outsideAlert } from "../messages/ladderAlert.ts"
import { nobodyTold } from "../messages/nobodyTold.ts"
import { ladderKey } from "./alertReach.ts"
import { peopleOn, workersOf } from "./climbing.ts"
import { alertUrgency, type CaseToTell, channel, type OwedMessage, once, withThoseWhoHaveIt } from "./OwedMessage.ts"
import { rolesTold, type Way } from "./WhoIsThere.ts"

const ways: ReadonlyArray<Way> = ["email", "sms"]

/** Nobody in Slack on any rung, reached or not; a rung for out of hours alone counts once it is reached. */
const isEmpty = (told: CaseToTell, { episode, reached }: Climb): boolean =>
  (episode.policy.ladder?.value ?? [])
    .filter((rung) => rung.by === undefined)
    .filter((rung) => rung.onlyOutOfHours !== true || reached.some((one) => one.rung === rung))
    .every((rung) => peopleOn(told, episode, rung).length === 0)

/** Whoever can be told at all, though they are away: on a ladder without anybody there, better they than nobody. */
const whoeverIsLeft = (told: CaseToTell, { episode }: Climb): ReadonlyArray<PersonId> =>
  [...workersOf(told, episode), ...rolesTold.flatMap((role) => told.there.holders[role])].filter(
    (person) => told.there.canBeTold(person) && !hasAnswered(episode, person)
  )

export const toldWhereNobodyIs = (told: CaseToTell, climb: Climb): ReadonlyArray<OwedMessage> => {
  const { child, there, delivered } = told
  const { episode, alert } = climb
  const key: DeliveryKey = `${ladderKey(episode, alert.number)}:nobody`
  const isNobody = isEmpty(told, climb)
  if (!isNobody && !delivered.has(key)) return []
  const urgency = alertUrgency(episode)
  const toChannel = {
    ...once(key, channel, () => nobodyTold({ child, episode }), urgency, alert.at),
    keptCurrent: true
  }
  const people = withThoseWhoHaveIt(told, key, isNobody ? whoeverIsLeft(told, climb) : [])
  const outside = isNobody
    ? rolesTold.flatMap((role) =>
        ways.flatMap((way) =>
          Array.from({ length: there.addresses(role, way) }, (_, nth) =>
            once(
              // Under the key of the ladder's own rung, so that no address is told twice.
              `${ladderKey(episode, alert.number)}:${role}:${way}-${nth}`,
              { _tag: "Outside", way, role, nth } as const,
              () => outsideAlert,
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
        () => ladderAlert({ child, episode, before: [], reader: person }),
        urgency,
        alert.at
      ),
      keptCurrent: true
    })),
    ...outside
  ]
}
