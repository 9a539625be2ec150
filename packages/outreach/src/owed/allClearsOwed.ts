/** That a child is found or back, or an alert over otherwise: to everyone who was alerted, and to the allocated workers. */
import { type Episode, fold, type PersonId, type RecordedEvent } from "@safe-return/domain/pathway"
import type { DeliveryKey, JournalEntry } from "@safe-return/journal"
import type { MessageKey } from "../message/messageKinds.ts"
import { presentHolders, recipientsFor } from "../recipients/Roster.ts"
import { alertedOf } from "./alerted.ts"
import { isLiving } from "./cardsOwed.ts"
import { leftTheCase } from "./formerWorkers.ts"
import { isKeptCurrent, isNews } from "./freshNews.ts"
import { isMissingAfterAllBy } from "./lastMissingAfterAll.ts"
import { type CaseSnapshot, includeExistingRecipients, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"
import { alertOutcomeOf } from "./outcomes.ts"
import { workersOf } from "./rungRecipients.ts"

/** Whether this event may have ended that an episode's child is looked for. */
const isEndBy = ({ event }: RecordedEvent, { id }: Episode): boolean => {
  switch (event._tag) {
    case "ChildFound":
    case "ChildReturned":
    case "EndRevised":
    case "EpisodeCancelled":
    case "EpisodeClosed":
    case "EpisodeTransferred":
    case "EpisodesMerged":
      return event.episodeId === id
    default:
      return false
  }
}

/** What ended it, since the child was last missing after all: the first, and a return from where they were found. */
const endsOf = ({ entries }: CaseSnapshot, episode: Episode): ReadonlyArray<JournalEntry> => {
  const wasMissing = (place: number) =>
    fold(entries.slice(0, place + 1).map(({ recorded }) => recorded)).episodes.some(
      ({ id, progress }) => id === episode.id && progress._tag === "Missing"
    )
  // A death taken back, or an episode reopened, leaves a child where they were found.
  const lastMissing = entries.findLastIndex(
    ({ recorded }, place) => isMissingAfterAllBy(recorded, episode) && wasMissing(place)
  )
  return entries.slice(lastMissing + 1).filter(({ recorded }) => isEndBy(recorded, episode))
}

/** Closed or handed over once the child was back: that is no news of where the child is. */
const isOfChild = ({ recorded: { event } }: JournalEntry): boolean =>
  event._tag === "ChildFound" ||
  event._tag === "ChildReturned" ||
  event._tag === "EndRevised" ||
  event._tag === "EpisodeCancelled"

const isFindBy = ({ recorded: { event } }: JournalEntry): boolean =>
  event._tag === "ChildFound" || event._tag === "ChildReturned" || event._tag === "EndRevised"

/** Who read that the report was cancelled has something to do again. */
const isAfterCancellation = (ends: ReadonlyArray<JournalEntry>, place: number): boolean => {
  const [before, entry] = [ends[place - 1], ends[place]]
  return before?.recorded.event._tag === "EpisodeCancelled" && entry !== undefined && isFindBy(entry)
}

/** Who read that a child is back hears that the report was not of that child. */
const isOfAnotherChild = ({ recorded: { event } }: JournalEntry): boolean =>
  event._tag === "EpisodeCancelled" && event.reason === "wrong-child"

/** Those of which a message of its own tells; what else happened changes that message in place. */
const toldOf = (ends: ReadonlyArray<JournalEntry>, { stays = [] }: Episode): ReadonlyArray<JournalEntry> => {
  const back = ends.find(({ recorded: { event } }) => event._tag === "ChildReturned")
  const wasElsewhere = stays.some(({ whereabouts }) => whereabouts !== "missing-again")
  return ends.filter(
    (entry, place) =>
      place === 0 ||
      (wasElsewhere && entry === back) ||
      isAfterCancellation(ends, place) ||
      (entry === ends.at(-1) && isOfAnotherChild(entry))
  )
}

const ofEpisode = (snapshot: CaseSnapshot, episode: Episode): ReadonlyArray<OwedMessage> => {
  const { child, state, announceFrom, delivered, now } = snapshot
  const outcome = alertOutcomeOf(state, episode)
  const ends = endsOf(snapshot, episode)
  const last = ends.findLast((entry, place) => place === 0 || isOfChild(entry))
  if (outcome === undefined || last === undefined || last.recorded.recordedAt < announceFrom) return []
  const isFresh = isNews(snapshot, last.recorded.recordedAt)
  const isFind = outcome._tag === "Found" || outcome._tag === "Back"
  const alerted = alertedOf(snapshot, episode)
  const workers = isFind && isLiving(snapshot, episode) ? workersOf(snapshot, episode) : []
  const coordinators = presentHolders(snapshot.there, "missing-coordinator")
  const assigning = isFind && isLiving(snapshot, episode) ? coordinators : []
  const former = new Set(leftTheCase(snapshot, episode))
  const all: ReadonlyArray<PersonId> = [...new Set([...alerted.people, ...workers, ...assigning])]
  const readers = all.filter((person) => !former.has(person))
  // Who covers for one who was alerted and answers for nothing now has the alert too, or never knew of it.
  const mayCover = (person: PersonId): boolean => workers.includes(person) || assigning.includes(person)
  const messageTo = (isForWorker: boolean, isForCoordinator: boolean) =>
    whenAsked(() => ({ _tag: "AlertAllClear", child, state, episode, outcome, isForWorker, isForCoordinator, now }))
  const [toWorkers, toCoordinators, toOthers] = [
    messageTo(true, false),
    messageTo(false, true),
    messageTo(false, false)
  ]
  const told = toldOf(ends, episode)
  const keyOf = ({ version }: JournalEntry): MessageKey => `all-clear:${version}:${episode.id}`
  const isSent = (key: DeliveryKey): boolean => delivered.get(key)?._tag === "Sent"
  return told.flatMap((entry, place) => {
    const { recordedAt } = entry.recorded
    const key = keyOf(entry)
    const heardBefore = told.slice(0, place).flatMap((one) => includeExistingRecipients(snapshot, keyOf(one), []))
    const people = [...new Set([...readers, ...heardBefore])].flatMap((person) =>
      recipientsFor({
        ...snapshot,
        person,
        key: `${key}:${person}`,
        at: recordedAt,
        mayCover: mayCover(person),
        otherwise: []
      })
    )
    const isToldLater = (person: PersonId): boolean =>
      told.slice(place + 1).some((later) => isSent(`${keyOf(later)}:${person}`))
    // Who moved the report knows, and what they had of it changes in place.
    const isDoer = (person: PersonId): boolean =>
      place > 0 && isOfAnotherChild(entry) && person === entry.recorded.recordedBy
    const stillTheirs = includeExistingRecipients(snapshot, key, people).filter(
      (person) => (people.includes(person) || !former.has(person)) && !isToldLater(person) && !isDoer(person)
    )
    const toPeople = stillTheirs.map((person) => {
      const toElse = coordinators.includes(person) ? toCoordinators : toOthers
      const message = workers.includes(person) ? toWorkers : toElse
      return once(`${key}:${person}`, { _tag: "Person", person }, message, "required", recordedAt)
    })
    const outside = alerted.outside.map((place) =>
      once(
        `${key}:${place.role}:${place.way}-${place.nth}`,
        place,
        () => ({ _tag: "OutsideAllClear" }),
        "required",
        recordedAt
      )
    )
    const each = new Map([...toPeople, ...outside].map((one) => [one.key, { ...one, keptCurrent: true }]))
    const isToSay = isFresh && entry === told.at(-1)
    return [...each.values()].filter((one) => isToSay || isSent(one.key))
  })
}

export const allClears = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> =>
  isKeptCurrent(snapshot) ? snapshot.state.episodes.flatMap((episode) => ofEpisode(snapshot, episode)) : []
