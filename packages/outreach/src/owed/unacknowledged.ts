/** The alerts that not one person has answered, and who was told of each: their mornings say so. */
import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import { isUnacknowledged } from "./acknowledgement.ts"
import { climbsOf } from "./alertClimbs.ts"
import { alertedOf } from "./alerted.ts"
import { leftTheCase } from "./formerWorkers.ts"
import type { CaseSnapshot } from "./OwedMessage.ts"
import { peopleOn } from "./rungRecipients.ts"

/** A person who was told of an alert that nobody has answered. */
export interface UnacknowledgedAlert {
  readonly child: ChildReference
  readonly episodeId: EpisodeId
  readonly person: PersonId
}

/** @param at the morning: what came later is no late answer yet */
export const unacknowledgedAlerts = (snapshot: CaseSnapshot, at: Instant): ReadonlyArray<UnacknowledgedAlert> =>
  climbsOf(snapshot)
    .filter(({ episode, alert }) => isUnacknowledged(episode) && alert.at <= at)
    .flatMap(({ episode, reached }) => {
      const onRungs = reached.flatMap(({ rung }) => (rung.by === undefined ? peopleOn(snapshot, episode, rung) : []))
      const former = leftTheCase(snapshot, episode)
      const people = new Set([...onRungs, ...alertedOf(snapshot, episode).people])
      return [...people]
        .filter((person) => !former.includes(person))
        .map((person) => ({ child: snapshot.child, episodeId: episode.id, person }))
    })
