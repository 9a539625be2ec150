/** What the Missing Co-ordinators are told of every episode: that it is reported, and that it was handed over to them. */
import type { Instant } from "@safe-return/domain/calendar"
import { alertOf, type Episode, episodeById, isOpen, type PersonId } from "@safe-return/domain/pathway"
import { Option } from "effect"
import type { MessageKey } from "../message/messageKinds.ts"
import { holdersOrFallback, presentHolders, recipientsFor } from "../recipients/Roster.ts"
import { hasAnswered, isLookedFor } from "./acknowledgement.ts"
import { climbsOf } from "./alertClimbs.ts"
import { alertFacts } from "./alertFacts.ts"
import { ladderKey } from "./alertReach.ts"
import { type CaseSnapshot, includeExistingRecipients, type OwedMessage, once } from "./OwedMessage.ts"
import { recipientOf } from "./recipientOf.ts"
import { peopleOn, workersOf } from "./rungRecipients.ts"

/** Who answers for an episode: the co-ordinator it was handed to, or else every holder of the role. */
export const coordinatorsFor = (
  snapshot: CaseSnapshot,
  { coordinator }: Episode,
  key: MessageKey,
  at: Instant
): ReadonlyArray<PersonId> =>
  coordinator === undefined
    ? holdersOrFallback(snapshot.there, "missing-coordinator")
    : recipientsFor({ ...snapshot, person: coordinator, key: `${key}:${coordinator}`, at })

/** Those the alert has climbed to have that, also where it would not climb to them now. */
const climbedTo = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<PersonId> => [
  ...[...snapshot.delivered.values()].flatMap((delivery) => {
    const person = delivery.key.startsWith(`${ladderKey(episode, alertOf(episode).number)}:`)
      ? recipientOf(delivery)
      : undefined
    return person === undefined ? [] : [person]
  }),
  ...climbsOf(snapshot)
    // Once it has its answers it is sent to nobody further.
    .filter(({ episode: { id }, stoppedAt }) => episode.id === id && stoppedAt === undefined)
    .flatMap(({ reached }) =>
      reached
        .flatMap(({ rung }) => (rung.by === undefined ? peopleOn(snapshot, episode, rung) : []))
        // Who had answered by then is not asked there.
        .filter((person) => !hasAnswered(episode, person))
    )
]

/** One who is the child's worker too has the worker's alert. */
export const coordinatorAlerts = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { state, there, announceFrom } = snapshot
  return state.episodes
    .filter((episode) => episode.notifiedAt >= announceFrom && isLookedFor(state, episode))
    .flatMap((episode) => {
      const key: MessageKey = `coordinator-alert:${episode.id}`
      const others = [...workersOf(snapshot, episode), ...climbedTo(snapshot, episode)]
      const present = presentHolders(there, "missing-coordinator")
      const people = present.filter((person) => !others.includes(person))
      // Those the alert has climbed to are asked there, and once.
      const known = present.length > 0 ? people : includeExistingRecipients(snapshot, key, people)
      const readers = known.filter((person) => !others.includes(person))
      return readers.map((person) => ({
        ...once(
          `${key}:${person}`,
          { _tag: "Person", person } as const,
          () => ({ _tag: "CoordinatorAlert", ...alertFacts(snapshot, episode), reader: person }),
          "task",
          episode.notifiedAt
        ),
        keptCurrent: true
      }))
    })
}

/** Nobody is told what they did themselves, nor of an episode that was handed over again since. */
export const episodesHandedOver = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, entries, announceFrom } = snapshot
  return entries.flatMap(({ version, recorded: { event, recordedAt, recordedBy } }) => {
    if (event._tag !== "HandedOver" || recordedAt < announceFrom || recordedBy === event.coordinator) return []
    const episode = Option.getOrUndefined(episodeById(state, event.episodeId))
    if (episode === undefined || !isOpen(episode) || episode.coordinator !== event.coordinator) return []
    const person = event.coordinator
    const key: MessageKey = `handed-over:${version}:${episode.id}`
    return recipientsFor({ ...snapshot, person, key: `${key}:${person}`, at: recordedAt }).map((reader) => ({
      ...once(
        `${key}:${reader}`,
        { _tag: "Person", person: reader } as const,
        () => ({ _tag: "EpisodeHandedOver", child, state, episode, by: recordedBy, at: recordedAt }),
        "task",
        recordedAt
      ),
      keptCurrent: true
    }))
  })
}
