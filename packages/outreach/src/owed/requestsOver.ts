/** In place of every message that was sent and asks for what is not owed any more: what became of it. */
import { episodeOfInterview, episodesOf } from "@safe-return/casework"
import {
  answersOf,
  type Episode,
  interviewById,
  interviewerOf,
  interviewOf,
  interviewStatus,
  isInterviewOwed,
  laterDisappearance,
  offerOf,
  type PersonId,
  unanswered
} from "@safe-return/domain/pathway"
import type { Delivery, DeliveryKey } from "@safe-return/journal"
import { Option } from "effect"
import type { Outcome } from "../message/endMessages.ts"
import { isMessageKey, type MessageKey, type MessageKind, messageKindOf } from "../message/messageKinds.ts"
import { escalationRoles, presentHolders, presentOf } from "../recipients/Roster.ts"
import { hasAnswered } from "./acknowledgement.ts"
import { alertKinds } from "./alerted.ts"
import { isOutsideKey } from "./alertReach.ts"
import { askedAs } from "./askedToConsider.ts"
import { leftTheCase } from "./formerWorkers.ts"
import { isKeptCurrent, timesOfMessages } from "./freshNews.ts"
import { type CaseSnapshot, channel, type OwedMessage, once, type Place } from "./OwedMessage.ts"
import { alertOutcomeOf, endOfEpisode } from "./outcomes.ts"
import { recipientOf } from "./recipientOf.ts"
import { remindedNow } from "./remindersOwed.ts"
import { workersOf } from "./rungRecipients.ts"

/** One message that was sent, by its key. */
interface SentRequest {
  readonly key: MessageKey
  readonly kind: MessageKind
  readonly parts: ReadonlyArray<string>
  /** Absent where it went to the channel. */
  readonly person?: PersonId
  /** The episode it was about, where it names one that is still on record. */
  readonly episode?: Episode
}

/** What is owed, sent or not. */
type Standing = ReadonlyArray<Pick<OwedMessage, "key" | "place">>

const isAlertOf = ({ id }: Episode, { key }: Pick<OwedMessage, "key">): boolean =>
  alertKinds.has(messageKindOf(key) ?? "") && key.split(":").includes(id)

const withOthers: Outcome = { _tag: "WithOthers" }
const saidLater: Outcome = { _tag: "SaidLater" }

/** Who an alert is with now: the workers, or who stands in for them, or who holds the role of its rung. */
const holdersNow = (
  snapshot: CaseSnapshot,
  episode: Episode,
  { kind, parts }: Pick<SentRequest, "kind" | "parts">
): ReadonlyArray<PersonId> => {
  const role = kind === "coordinator-alert" ? "missing-coordinator" : escalationRoles.find((one) => parts.includes(one))
  return role === undefined
    ? presentOf(snapshot.there, workersOf(snapshot, episode))
    : presentHolders(snapshot.there, role)
}

/** Of those it is with, who is asked by a message that stands, or has answered: nobody else sees to it. */
const seeingTo = (snapshot: CaseSnapshot, request: SentRequest, standing: Standing): ReadonlyArray<PersonId> => {
  const { episode, person } = request
  if (episode === undefined) return []
  const asked = standing.filter((one) => isAlertOf(episode, one)).map(({ place }) => place)
  const isAsked = (one: PersonId) => asked.some((place) => place._tag === "Person" && place.person === one)
  return holdersNow(snapshot, episode, request).filter(
    (one) => one !== person && (isAsked(one) || hasAnswered(episode, one))
  )
}

/** When it was posted, as far as it is known: a change moves `sentAt`, and ids of one conversation grow. */
const isPostedLater = (one: Delivery | undefined, other: Delivery | undefined): boolean => {
  if (one?._tag !== "Sent") return true
  if (other?._tag !== "Sent") return false
  const [id, otherId] = [Number(one.ts), Number(other.ts)]
  return one.channel === other.channel && id !== otherId && Number.isFinite(id - otherId)
    ? id > otherId
    : one.sentAt >= other.sentAt
}

/** Whether its reader has a later message of the same alert that stands. */
const isSaidLater = ({ delivered }: CaseSnapshot, { key, person, episode }: SentRequest, standing: Standing): boolean =>
  standing.some(
    (one) =>
      episode !== undefined &&
      isAlertOf(episode, one) &&
      (person === undefined
        ? one.place._tag !== "Person"
        : one.place._tag === "Person" && one.place.person === person) &&
      isPostedLater(delivered.get(one.key), delivered.get(key))
  )

/** Whether its reader has a later message of how the alert ended. */
const isAllClearLater = ({ kind, person, episode }: SentRequest, standing: Standing): boolean =>
  kind === "all-clear" &&
  standing.some(
    ({ key, place }) =>
      messageKindOf(key) === "all-clear" &&
      episode !== undefined &&
      key.split(":").includes(episode.id) &&
      place._tag === "Person" &&
      place.person === person
  )

const ofAlert = (snapshot: CaseSnapshot, request: SentRequest, standing: Standing): Outcome => {
  const { kind, person, episode } = request
  const outcome = episode && alertOutcomeOf(snapshot.state, episode)
  if (outcome !== undefined && isAllClearLater(request, standing)) return saidLater
  // Nobody sees to a report that was cancelled: it stays so for everybody who has the child now.
  if (outcome !== undefined && outcome._tag !== "Found" && outcome._tag !== "Back") return outcome
  if (person !== undefined && episode !== undefined && leftTheCase(snapshot, episode).includes(person)) {
    return { _tag: "WithOthers", people: holdersNow(snapshot, episode, request).filter((one) => one !== person) }
  }
  if (outcome !== undefined) return outcome
  if (kind === "all-clear") return { _tag: "MissingAfterAll" }
  if (isSaidLater(snapshot, request, standing)) return saidLater
  const isTheirs =
    episode === undefined || person === undefined || holdersNow(snapshot, episode, request).includes(person)
  const people = isTheirs ? [] : seeingTo(snapshot, request, standing)
  return people.length === 0 ? { _tag: "NewsSince" } : { _tag: "WithOthers", people }
}

const ofInterview = ({ state }: CaseSnapshot, { person, episode }: SentRequest): Outcome => {
  if (episode === undefined) return withOthers
  if (episode.progress._tag === "Missing") return { _tag: "MissingAfterAll" }
  const standing = interviewStatus(state, episode)
  if (standing._tag === "NotDone") return { _tag: "NoInterview" }
  if (!isInterviewOwed(standing)) return { _tag: "InterviewSettled" }
  const interviewer = interviewerOf(standing)
  return interviewer === person ? saidLater : { _tag: "InterviewWith", interviewer }
}

const ofConsiderations = (snapshot: CaseSnapshot, { episode, person }: SentRequest): Outcome => {
  const { state } = snapshot
  const asked = episode === undefined || person === undefined ? "worker" : askedAs(snapshot, episode, person)
  if (episode === undefined || unanswered(answersOf(episode, asked)).length === 0) return { _tag: "Answered" }
  const isOwedAgain = isInterviewOwed(interviewStatus(state, episode))
  return isOwedAgain ? { _tag: "InterviewOwedAgain" } : withOthers
}

const ofReminder = (snapshot: CaseSnapshot, request: SentRequest): Outcome => {
  const { key, episode, parts, person } = request
  if (episode === undefined) return withOthers
  const outcome = ofInterview(snapshot, request)
  if (outcome._tag === "MissingAfterAll") return outcome
  const [, stage] = parts
  if (outcome._tag !== "InterviewSettled" && outcome._tag !== "NoInterview") {
    // Nothing about the interview changed: its reader's role or cover did.
    const people = remindedNow(snapshot, episode, key)
    if (people !== undefined && people.length > 0 && person !== undefined && !people.includes(person)) {
      return { _tag: "WithOthers", people }
    }
  }
  if (stage === "considerations") return ofConsiderations(snapshot, request)
  if (stage === "no-return-time") return alertOutcomeOf(snapshot.state, episode) ?? saidLater
  if (outcome._tag === "InterviewSettled" || outcome._tag === "NoInterview" || stage === "no-interviewer")
    return outcome
  const isOffered = offerOf(interviewOf(snapshot.state, episode.id), episode)._tag === "Offered"
  if (stage === "plan-passed" && outcome._tag === "SaidLater") return { _tag: "Answered" }
  if (stage === "not-offered" && isOffered) return { _tag: "Offered" }
  return outcome
}

const ofQuestion = (snapshot: CaseSnapshot, { episode }: SentRequest): Outcome =>
  (episode && alertOutcomeOf(snapshot.state, episode)) ?? { _tag: "Decided" }

type Ending = (snapshot: CaseSnapshot, request: SentRequest, standing: Standing) => Outcome

/** What was held up by a later report, or waited for until then: the newest of the case says the rest. */
const orLater =
  (ending: Ending): Ending =>
  (snapshot, request, standing) =>
    request.episode !== undefined && laterDisappearance(snapshot.state, request.episode) !== undefined
      ? { _tag: "NewsSince" }
      : ending(snapshot, request, standing)

/** Asks for nothing, or says in its own words what became of it. */
const none = undefined

/** What each kind of message that asks for something comes to: a new kind compiles once that is said. */
const endings: { readonly [Kind in MessageKind]: Ending | undefined } = {
  card: none,
  "education-card": none,
  timeline: none,
  "worker-alert": ofAlert,
  "coordinator-alert": ofAlert,
  "handed-over": () => withOthers,
  alert: ofAlert,
  moved: ofAlert,
  "missing-after-all": ofAlert,
  ladder: ofAlert,
  acknowledged: none,
  "worker-replaced": ofAlert,
  "all-clear": ofAlert,
  "all-clear-off": ofAlert,
  early: () => ({ _tag: "Arrived" }),
  "turned-away": () => ({ _tag: "SaidSince" }),
  cancellation: none,
  "report-in-question": none,
  "interview-in-question": none,
  "interview-off": orLater(ofQuestion),
  "interviewer-alert": ofInterview,
  "interview-lost": none,
  "interview-given-up": ofInterview,
  joined: none,
  death: () => ({ _tag: "DeathTakenBack" }),
  "death-taken-back": none,
  "after-death": () => ({ _tag: "DeathTakenBack" }),
  considerations: ofConsiderations,
  trigger: none,
  decision: none,
  "decision-elsewhere": none,
  "decision-nobody": none,
  "decision-off": none,
  reminder: orLater(ofReminder),
  overdue: none,
  "duty-list": none,
  cover: none,
  "cover-gone": none,
  "cover-handed-back": none,
  "away-recorded": none,
  "duty-given": none,
  "duty-off": none,
  "hand-over": none,
  digest: none,
  scorecard: none,
  morning: none,
  cme: none,
  counts: none,
  comparison: none,
  "went-live": none,
  undelivered: none,
  "cannot-be-told": none,
  incident: none,
  heartbeat: none
}

/** Their keys name an entry of the journal. */
const namesNoEpisode: ReadonlySet<MessageKind> = new Set([
  "interviewer-alert",
  "death",
  "after-death",
  "early",
  "turned-away"
] as const)

/** Who an interview was given to, and of which episode: the key of that message names only the entry. */
const ofAssignment = ({ entries, state }: CaseSnapshot, version: string | undefined): Partial<SentRequest> => {
  const event = entries.find((entry) => String(entry.version) === version)?.recorded.event
  if (event?._tag !== "InterviewAssigned") return {}
  const [id] = episodesOf(state, event)
  const interview = Option.getOrUndefined(interviewById(state, event.interviewId))
  const episode = interview === undefined ? undefined : episodeOfInterview(state, interview)
  const named = episode ?? state.episodes.find((one) => one.id === id)
  return { person: event.interviewer, ...(named === undefined ? {} : { episode: named }) }
}

const requestOf = (snapshot: CaseSnapshot, key: string): SentRequest | undefined => {
  const kind = messageKindOf(key)
  if (kind === undefined || !isMessageKey(key) || endings[kind] === undefined || isOutsideKey(key)) return undefined
  const parts = key.split(":").slice(1)
  // Who it is for may change: that the child has died stays said.
  if (kind === "death" && snapshot.state.death !== undefined) return undefined
  const person = recipientOf(snapshot.delivered.get(key))
  const episode = snapshot.state.episodes.find(({ id }) => parts.includes(id))
  // What names an episode that is not on record is not ours to end.
  if (episode === undefined && !namesNoEpisode.has(kind)) return undefined
  return {
    key,
    kind,
    parts,
    ...(episode === undefined ? {} : { episode }),
    ...(kind === "interviewer-alert" ? ofAssignment(snapshot, parts[0]) : {}),
    ...(person === undefined ? {} : { person })
  }
}

/** What an earlier version said of one morning stands for that morning, as its lists do. */
const isOfMorning = ({ kind, parts }: SentRequest): boolean =>
  kind === "reminder" && parts[1]?.startsWith("overdue-") === true

const outcomeOf = (snapshot: CaseSnapshot, request: SentRequest, standing: Standing): Outcome => {
  const { state } = snapshot
  const { kind, episode } = request
  if (state.death !== undefined) return { _tag: "Unsaid" }
  const isOfFind = kind === "all-clear" || alertKinds.has(kind)
  const left = episode && !(isOfFind && alertOutcomeOf(state, episode)) ? endOfEpisode(state, episode) : undefined
  return left ?? endings[kind]?.(snapshot, request, standing) ?? withOthers
}

/** @param repeated what is asked in a later message */
export const requestsOver = (
  snapshot: CaseSnapshot,
  owed: ReadonlyArray<OwedMessage>,
  repeated: ReadonlySet<DeliveryKey> = new Set()
): ReadonlyArray<OwedMessage> => {
  const { child, delivered } = snapshot
  // Without its entries nobody can tell what is owed no longer.
  if (!isKeptCurrent(snapshot)) return []
  const still = new Set(owed.map(({ key }) => key))
  return [...delivered.values()].flatMap(({ _tag, key }) => {
    const request = _tag === "Sent" && !still.has(key) ? requestOf(snapshot, key) : undefined
    if (request === undefined || isOfMorning(request)) return []
    // Of alerts the one that stands may say more, and be older.
    const isRepeated = repeated.has(key) && !alertKinds.has(request.kind)
    const place: Place = request.person === undefined ? channel : { _tag: "Person", person: request.person }
    const over = once(
      request.key,
      place,
      () => ({
        _tag: "RequestOver",
        child,
        outcome: isRepeated ? saidLater : outcomeOf(snapshot, request, owed)
      }),
      "record"
    )
    return [{ ...over, keptCurrent: true, actedOnDays: timesOfMessages(snapshot).actedOnDays.value }]
  })
}
