/** Reports of missing children from the police, from Slack or from corrections; a police reference stands for one child. */

import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type AmbiguousReference,
  alertOf,
  type ChildReference,
  type ChildState,
  type Command,
  type Episode,
  type EpisodeId,
  emptyChildState,
  episodeById,
  isGivenByPolice,
  isOpen,
  isRepeat,
  type Notification,
  type PersonId,
  type ReceiveNotification,
  type Refusal,
  referenceKey,
  reportsOf
} from "@safe-return/domain/pathway"
import type { JournalUnavailable, UnderReference } from "@safe-return/journal"
import { Clock, Context, Effect, Layer, Option } from "effect"
import { Casework, type Outcome, type RecordedByNewerVersion } from "./Casework.ts"
import { Council } from "./Council.ts"
import { keyedMutex } from "./keyedMutex.ts"
import { NewIds } from "./NewIds.ts"
import {
  CancelledThere,
  NothingToMove,
  type PersonalReference,
  PoliceReferenceElsewhere,
  SameChild
} from "./refusedReports.ts"
import { resolveChild, resolveReferences } from "./resolveReferences.ts"

/** How often a move is begun again that something recorded meanwhile was in the way of. */
const MOST_TRIES = 5

interface NotificationOutcome extends Outcome {
  /** None while what was told waits for its `missing` notification. */
  readonly episode: Option.Option<Episode>
}

interface WrongChild {
  readonly episodeId: EpisodeId
  readonly wrong: ChildReference
  readonly right: ChildReference
  readonly by: PersonId
}

/** The episode as it stands on the wrong record, and the reports of it as they would have been about the right child. */
interface MisdirectedEpisode {
  readonly episode: Episode
  /** Of the wrong record: what is recorded there meanwhile is moved too. */
  readonly version: number
  readonly reports: readonly [Notification, ...ReadonlyArray<Notification>]
}

type NotificationFailure =
  | Refusal
  | PoliceReferenceElsewhere
  | AmbiguousReference
  | PersonalReference
  | JournalUnavailable
type MoveFailure = NotificationFailure | NothingToMove | SameChild | CancelledThere | RecordedByNewerVersion

export class Notifications extends Context.Service<
  Notifications,
  {
    /** The notification under the references on record, in whichever spelling it was sent, or under new ones. */
    readonly resolveReferences: (
      notification: Notification
    ) => Effect.Effect<Notification, AmbiguousReference | PersonalReference>
    /** Whether a disappearance of this child is open here, so that people were alerted. */
    readonly isMissing: (child: ChildReference) => Effect.Effect<boolean>
    /** Returns once it is durable. The same again records nothing. */
    readonly receive: (
      notification: Notification,
      by: PersonId
    ) => Effect.Effect<NotificationOutcome, NotificationFailure>
    /** Keeps, once, what was refused as {@link PoliceReferenceElsewhere} with the child it stands for: people are told. */
    readonly turnAway: (notification: Notification, by: PersonId) => Effect.Effect<void, Refusal | JournalUnavailable>
    /** The report was about another child: opened there first, then cancelled here; a second try finishes it. */
    readonly moveToChild: (wrongChild: WrongChild) => Effect.Effect<NotificationOutcome, MoveFailure>
  }
>()("@safe-return/slack-bot/Notifications") {}

const episodeNotified = (state: ChildState, policeReference: string): Option.Option<Episode> => {
  const received = state.notifications.find(
    ({ episodeId, notification }) => episodeId !== undefined && notification.policeReference === policeReference
  )
  return received?.episodeId === undefined ? Option.none() : episodeById(state, received.episodeId)
}

/** The standing reports of an episode, as each would have been about the right child and as the episode stands now. */
const reportsMoved = (state: ChildState, episode: Episode, right: ChildReference): ReadonlyArray<Notification> => {
  const standing = reportsOf(state, episode.id)
  const byPolice = standing.filter(({ policeReference }) => isGivenByPolice(policeReference))
  const { absence, missingFrom, risk, missingAt, reportedAt, lastSeen } = episode
  return (byPolice.length === 0 ? standing : byPolice).map(({ kind, policeReference, sentAt }) => ({
    kind,
    policeReference,
    sentAt,
    child: { reference: right },
    absence,
    missingFrom,
    risk,
    missingAt,
    reportedAt,
    ...definedFields({ lastSeen })
  }))
}

type MovedFacts = Pick<ReceiveNotification, "actedBefore" | "endedBefore">

/** When the child of this report was found or back, as it is recorded. */
const endedBefore = ({ progress }: Episode): MovedFacts => {
  const foundAt = "foundAt" in progress ? progress.foundAt : undefined
  const returnedAt = progress._tag === "Returned" ? progress.returnedAt : undefined
  return foundAt === undefined && returnedAt === undefined
    ? {}
    : { endedBefore: definedFields({ foundAt, returnedAt }) }
}

/** Who has acknowledged that the child of this report is missing, whichever child it turns out to be. */
const whoActed = (episode: Episode): Pick<ReceiveNotification, "actedBefore"> => {
  const { acknowledgements, earlier = [] } = alertOf(episode)
  const answers = [...earlier.flatMap((alert) => alert.acknowledgements), ...acknowledgements]
  const [first, ...others] = new Set(answers.map(({ by }) => by))
  return first === undefined ? {} : { actedBefore: [first, ...others] }
}

const make = Effect.gen(function* () {
  const { policyAt, references } = yield* Council
  const casework = yield* Casework
  const newIds = yield* NewIds
  const forReference = yield* keyedMutex<string>()
  const forChild = yield* keyedMutex<string>()

  /** A report is recorded on whatever is there, so nothing can have moved under it or be needed to be read. */
  const execute = (child: ChildReference, command: Command, by: PersonId) =>
    Effect.catchTag(casework.execute(child, command, by), ["StreamMoved", "RecordedByNewerVersion"], (failed) =>
      Effect.die(failed)
    )

  const executeForPoliceReference = (...asked: Parameters<typeof casework.executeForPoliceReference>) =>
    Effect.catchTag(casework.executeForPoliceReference(...asked), "RecordedByNewerVersion", (failed) =>
      Effect.die(failed)
    )

  const record = Effect.fn("Notifications.record")(function* <E>(
    notification: Notification,
    carriedOut: (child: ChildReference, command: Command) => Effect.Effect<Outcome, E>,
    moved: MovedFacts = {}
  ) {
    const newEpisodeId = yield* newIds.episode
    const outcome = yield* carriedOut(notification.child.reference, {
      _tag: "ReceiveNotification",
      notification,
      newEpisodeId,
      policy: policyAt(Instant(yield* Clock.currentTimeMillis)),
      ...moved
    })
    return { ...outcome, episode: episodeNotified(outcome.state, notification.policeReference) }
  })

  /** Records it where its police reference stands for its child, or may stand for it instead of another. */
  const recordUnder = (
    notification: Notification,
    by: PersonId,
    instead: Pick<UnderReference, "insteadOf"> = {},
    moved: MovedFacts = {}
  ) =>
    record(
      notification,
      (child, command) =>
        executeForPoliceReference({ reference: notification.policeReference, ...instead }, child, command, by),
      moved
    )

  const withCasework = <A, E>(effect: Effect.Effect<A, E, Casework>) =>
    Effect.provideService(effect, Casework, casework)

  const receive = Effect.fn("Notifications.receive")(function* (sent: Notification, by: PersonId) {
    const notification = yield* withCasework(resolveReferences(sent, references))
    const known = yield* casework.childOf(notification.policeReference)
    const { reference } = notification.child
    if (Option.isSome(known) && known.value !== reference) {
      const there = yield* Effect.catchTag(casework.get(reference), "UnknownReference", () =>
        Effect.succeed(emptyChildState)
      )
      // Sent once more since the report was moved: not news, and answered as any repeat.
      if (!isRepeat(there, notification)) return yield* new PoliceReferenceElsewhere()
    }
    return yield* Effect.catchTag(recordUnder(notification, by), "StandsForAnother", () =>
      Effect.fail(new PoliceReferenceElsewhere())
    )
  })

  const turnAway = Effect.fn("Notifications.turnAway")(function* (sent: Notification, by: PersonId) {
    const notification = yield* Effect.orElseSucceed(withCasework(resolveReferences(sent, references)), () => sent)
    const known = yield* casework.childOf(notification.policeReference)
    if (Option.isNone(known)) return
    yield* execute(known.value, { _tag: "RejectMisdirectedNotification", notification }, by)
  })

  const open = Effect.fn("Notifications.open")(function* (
    { reports, episode }: MisdirectedEpisode,
    { wrong, right, by }: WrongChild
  ) {
    // Of several reports the later ones are joined first, as they were there.
    const known = reports.length === 1 ? endedBefore(episode) : {}
    const moved = { ...whoActed(episode), ...known }
    const take = (report: Notification) =>
      recordUnder(report, by, { insteadOf: wrong }, moved).pipe(
        // Another instance has moved it in between, to another child.
        Effect.catchTag("StandsForAnother", () => Effect.fail(new NothingToMove()))
      )
    let opened = yield* take(reports[0])
    for (const other of reports.slice(1)) opened = yield* take(other)
    if (Option.isNone(opened.episode) || !isOpen(opened.episode.value)) return yield* new CancelledThere()
    const { id: episodeId, progress } = opened.episode.value
    const { progress: before } = episode
    const foundAt = "foundAt" in before ? before.foundAt : undefined
    if (foundAt !== undefined && progress._tag === "Missing") {
      yield* execute(right, { _tag: "RecordFound", episodeId, foundAt }, by)
    }
    if (before._tag === "Returned" && (progress._tag === "Missing" || progress._tag === "Found")) {
      yield* execute(right, { _tag: "RecordReturned", episodeId, returnedAt: before.returnedAt }, by)
    }
    return opened
  })

  const newest = Effect.fn("Notifications.newest")(function* ({
    episodeId,
    wrong,
    right
  }: WrongChild): Effect.fn.Return<MisdirectedEpisode, JournalUnavailable | NothingToMove> {
    const version = yield* casework.version(wrong)
    const state = yield* Effect.catchTag(casework.get(wrong), "UnknownReference", () =>
      Effect.fail(new NothingToMove())
    )
    const found = Option.filter(episodeById(state, episodeId), isOpen)
    if (Option.isNone(found)) return yield* new NothingToMove()
    const [first, ...others] = reportsMoved(state, found.value, right)
    if (first === undefined) return yield* new NothingToMove()
    return { episode: found.value, version, reports: [first, ...others] }
  })

  const move = Effect.fn("Notifications.move")(function* (wrongChild: WrongChild) {
    const { wrong, by } = wrongChild
    // Read again once nobody else can move it: two people would otherwise open it for two children.
    const moved = yield* newest(wrongChild)
    // Cancelling it afterwards would be refused, and it would stand on both records.
    yield* casework.isReadWhole(wrong)
    const opened = yield* open(moved, wrongChild)
    const cancel = { _tag: "CancelEpisode", episodeId: wrongChild.episodeId, reason: "wrong-child" } as const
    yield* casework.execute(wrong, cancel, by, moved.version)
    return opened
  })

  return Notifications.of({
    resolveReferences: (notification) => withCasework(resolveReferences(notification, references)),
    isMissing: (child) =>
      Effect.match(casework.get(child), {
        onFailure: () => false,
        onSuccess: ({ episodes }) =>
          episodes.some(({ progress, closure }) => progress._tag === "Missing" && closure === undefined)
      }),
    turnAway,
    receive: (notification, by) =>
      forReference(referenceKey(notification.policeReference))(
        // A new child's second spelling is looked up only once the first is on record.
        forChild(referenceKey(notification.child.reference))(receive(notification, by))
      ),
    moveToChild: Effect.fn("Notifications.moveToChild")(function* (asked) {
      const wrongChild = { ...asked, right: yield* withCasework(resolveChild(asked.right, references)) }
      if (wrongChild.right === wrongChild.wrong) return yield* new SameChild()
      const { reports } = yield* newest(wrongChild)
      const moved = forReference(referenceKey(reports[0].policeReference))(move(wrongChild))
      const again = Effect.retry(moved, { while: ({ _tag }) => _tag === "StreamMoved", times: MOST_TRIES })
      return yield* Effect.catchTag(again, "StreamMoved", (failed) => Effect.die(failed))
    })
  })
})

/** A report opens an episode under the council's policy of that moment, and keeps its references' forms. */
export const notificationsLayer = Layer.effect(Notifications, make)
