/** The alert that nobody acknowledges, to whoever is next: in Slack, and at the end out of it. */
import type { Climb, RungReached } from "@safe-return/domain/telling"
import type { DeliveryKey } from "@safe-return/journal"
import { hasAnswered } from "../messages/acknowledging.ts"
import { ladderAlert, outsideAlert } from "../messages/ladderAlert.ts"
import { climbsOf, peopleOn, toldBefore } from "./climbing.ts"
import { alertUrgency, type CaseToTell, type OwedMessage, once, withThoseWhoHaveIt } from "./OwedMessage.ts"

const rungKey = ({ episode, alert }: Climb, { rung: { who } }: RungReached): DeliveryKey =>
  `ladder:${episode.id}:${alert.number}:${who}`

const inSlack = (told: CaseToTell, climb: Climb, rung: RungReached): ReadonlyArray<OwedMessage> => {
  const { child } = told
  const { episode } = climb
  const before = toldBefore(told, climb, rung)
  // A person who stands on two rungs was told on the first, and one who has answered needs no telling.
  const people = peopleOn(told, episode, rung.rung).filter(
    (person) => !before.some((one) => one.people.includes(person)) && !hasAnswered(episode, person)
  )
  const key = rungKey(climb, rung)
  return withThoseWhoHaveIt(told, key, people).map((person) => ({
    ...once(
      `${key}:${person}`,
      { _tag: "Person", person } as const,
      () => ladderAlert({ child, episode, before, reader: person }),
      alertUrgency(episode),
      rung.at
    ),
    keptCurrent: true
  }))
}

const outside = ({ there }: CaseToTell, climb: Climb, rung: RungReached): ReadonlyArray<OwedMessage> => {
  const { by, who } = rung.rung
  if (by === undefined || who === "worker") return []
  return Array.from({ length: there.addresses(who, by) }, (_, nth) =>
    once(
      `${rungKey(climb, rung)}:${by}-${nth}`,
      { _tag: "Outside", way: by, role: who, nth },
      () => outsideAlert,
      alertUrgency(climb.episode),
      rung.at
    )
  )
}

/** The allocated worker was told by the alert itself. */
const isAlertItself = ({ rung: { who, by, afterMinutes } }: RungReached): boolean =>
  who === "worker" && by === undefined && afterMinutes === 0

/**
 * Once every role of a step has answered nobody further is told, and those who were see by whom: what had been reached by
 * then and could not be sent is no longer owed.
 */
export const ladder = (told: CaseToTell): ReadonlyArray<OwedMessage> =>
  climbsOf(told).flatMap((climb) => {
    const owed = climb.reached
      .filter((rung) => !isAlertItself(rung))
      .flatMap((rung) => (rung.rung.by === undefined ? inSlack(told, climb, rung) : outside(told, climb, rung)))
    return climb.stoppedAt === undefined ? owed : owed.filter(({ key }) => told.delivered.has(key))
  })
