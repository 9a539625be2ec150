/** Deliveries in lowdb documents, one a child and one for the team, and the moment from which the workspace is told of things. */
import { InstantFromIso } from "@safe-return/domain/calendar"
import { Duration, Effect, Layer, Schema, Semaphore } from "effect"
import {
  type ClaimRequest,
  claimedOver,
  claimOf,
  Deliveries,
  type Delivery,
  type DeliveryKey,
  type DeliverySubject
} from "../Deliveries.ts"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { openDocument } from "../documents/Document.ts"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { schemaForm } from "../documents/DocumentForm.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { KeptShadows } from "../Shadow.ts"
import { StoredDelivery, shadowedAmong, teamRetention, timeOf } from "../storedDelivery.ts"
import { DeliveriesDocument, oneOfEachKey } from "./deliveriesDocument.ts"
import { deliveriesForm } from "./deliveriesForm.ts"
import { FinishedChildren } from "./FinishedChildren.ts"

const TeamDeliveriesDocument = Schema.Struct({
  deliveries: Schema.Array(StoredDelivery).check(oneOfEachKey)
})

const AnnounceFromDocument = Schema.Struct({ announceFrom: InstantFromIso })

const deliveryReadAgain = assertRoundTrips(StoredDelivery)
const shadowsReadAgain = assertRoundTrips(KeptShadows)
const announceFromReadAgain = assertRoundTrips(AnnounceFromDocument)

const byKey = (deliveries: ReadonlyArray<Delivery> = []): Map<DeliveryKey, Delivery> =>
  new Map(deliveries.map((delivery) => [delivery.key, delivery]))

const openDeliveries = Effect.gen(function* () {
  const directory = yield* LockedDirectory
  const [ofChildren, ofTeam] = [deliveriesForm(DeliveriesDocument), deliveriesForm(TeamDeliveriesDocument)]
  const { isFinished } = yield* FinishedChildren
  const folder = yield* openDocumentFolder(directory, "deliveries", ofChildren, {
    isLeftUnread: isFinished,
    damaged: "is passed over"
  })
  const announceFrom = yield* openDocument(directory, "announce-from.json", schemaForm(AnnounceFromDocument))
  const shadows = yield* openDocument(directory, "shadows.json", schemaForm(KeptShadows))
  const [announceFromTurn, shadowsTurn] = [yield* Semaphore.make(1), yield* Semaphore.make(1)]

  const team = yield* openDocument(directory, "team-deliveries.json", ofTeam)
  const teamTurn = yield* Semaphore.make(1)
  const newer = ofChildren.newer() + ofTeam.newer()
  if (newer > 0) {
    yield* Effect.logWarning(
      `Of the deliveries in ${directory.path}, ${newer} can only be read whole by a newer version. They are kept as they are; a message that may have been sent is looked for before it is sent again.`
    )
  }

  const deliveriesOf = (subject: DeliverySubject) =>
    byKey(subject === "team" ? team.current()?.deliveries : folder.find(subject)?.deliveries)

  const hold = (subject: DeliverySubject) => (subject === "team" ? Effect.void : folder.hold(subject))

  const inTurn = (subject: DeliverySubject) => (subject === "team" ? teamTurn.withPermit : folder.inTurn(subject))

  const replace = Effect.fnUntraced(function* (subject: DeliverySubject, delivery: Delivery) {
    const path = subject === "team" ? team.path : folder.pathOf(subject)
    const readable = yield* deliveryReadAgain(path, delivery)
    const deliveries = () => [...deliveriesOf(subject).set(readable.key, readable).values()]
    if (subject !== "team") {
      return yield* folder.replace(subject, () => ({
        document: { child: subject, deliveries: deliveries() }
      }))
    }
    const isRecent = (other: Delivery) => timeOf(readable) - timeOf(other) <= Duration.toMillis(teamRetention)
    yield* team.replace(() => ({ document: { deliveries: deliveries().filter(isRecent) } }))
  })

  /** One process holds the folder: a claim of another instance is of one that ended. */
  const claim = Effect.fn("Deliveries.claim")(function* (subject: DeliverySubject, asked: ClaimRequest) {
    const before = deliveriesOf(subject).get(asked.key)
    const claimed = claimOf(before, asked)
    if (claimed._tag === "Won") yield* replace(subject, claimedOver(before, asked))
    return claimed
  })

  return Deliveries.of({
    of: (subject) =>
      subject === "team"
        ? Effect.sync(() => deliveriesOf(subject))
        : Effect.andThen(
            folder.assertWhole(subject),
            Effect.map(folder.read(subject), (document) => byKey(document?.deliveries))
          ),
    claim: (subject, asked) => inTurn(subject)(Effect.andThen(hold(subject), claim(subject, asked))),
    keep: Effect.fn("Deliveries.keep")((subject, delivery) =>
      inTurn(subject)(Effect.andThen(hold(subject), replace(subject, delivery)))
    ),
    // Of a finished child nothing is undelivered.
    undelivered: Effect.sync(() => {
      const children = folder.all().map(({ child, deliveries }) => ({ subject: child, deliveries }))
      const theTeam = { subject: "team" as const, deliveries: team.current()?.deliveries ?? [] }
      return [...children, theTeam].flatMap(({ subject, deliveries }) =>
        deliveries.flatMap((delivery) => (delivery._tag === "Undelivered" ? [{ subject, delivery }] : []))
      )
    }),
    announceFrom: Effect.fn("Deliveries.announceFrom")(
      function* (now) {
        const fixed = announceFrom.current()
        if (fixed !== null) return fixed.announceFrom
        const document = yield* announceFromReadAgain(announceFrom.path, { announceFrom: now })
        yield* announceFrom.replace(() => ({ document }))
        return now
      },
      (effect) => announceFromTurn.withPermit(effect)
    ),
    shadows: Effect.sync(() => shadows.current()?.periods ?? []),
    changeShadows: Effect.fn("Deliveries.changeShadows")(
      function* (to) {
        const known = shadows.current()?.periods ?? []
        const periods = to(known)
        if (periods === known) return known
        const document = yield* shadowsReadAgain(shadows.path, { periods })
        yield* shadows.replace(() => ({ document }))
        return periods
      },
      (effect) => shadowsTurn.withPermit(effect)
    ),
    shadowedSince: (since) =>
      Effect.sync(() =>
        [...folder.all().map(({ deliveries }) => deliveries), team.current()?.deliveries ?? []].flatMap((deliveries) =>
          shadowedAmong(deliveries, since)
        )
      )
  })
})

export const deliveriesInLockedDirectory = Layer.effect(Deliveries, openDeliveries)
