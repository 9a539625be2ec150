/** Deliveries in lowdb documents, one a child and one for the team, and the moment from which the workspace is told of things. */
import { join } from "node:path"
import { type Instant, InstantFromIso } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Schema, Semaphore } from "effect"
import { Deliveries, type Delivery, type DeliveryKey } from "../Deliveries.ts"
import { makeDocument } from "../documents/Document.ts"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { readableAgain } from "../documents/readableAgain.ts"

const KeptDelivery = Schema.Union([
  Schema.TaggedStruct("Claimed", { key: Schema.String, channel: Schema.String, claimedAt: InstantFromIso }),
  Schema.TaggedStruct("Sent", {
    key: Schema.String,
    channel: Schema.String,
    ts: Schema.String,
    fingerprint: Schema.String,
    sentAt: InstantFromIso
  }),
  Schema.TaggedStruct("Superseded", { key: Schema.String, by: Schema.String, at: InstantFromIso })
])

const oneOfEachKey = Schema.makeFilter((deliveries: ReadonlyArray<Delivery>) => {
  const keys = new Set<string>()
  const wrong = deliveries.find(({ key }) => keys.size === keys.add(key).size)
  return wrong === undefined || `the key ${wrong.key} stands in it twice`
})

const DeliveriesDocument = Schema.Struct({
  format: Schema.Literal(1),
  child: ChildReference,
  deliveries: Schema.Array(KeptDelivery).check(oneOfEachKey)
})

const TeamDeliveriesDocument = Schema.Struct({
  format: Schema.Literal(1),
  deliveries: Schema.Array(KeptDelivery).check(oneOfEachKey)
})

/** Nothing is owed to a team for longer than a day, and a document that grew with the years would slow every write. */
const TEAM_KEPT = 35 * 24 * 60 * 60_000

const AnnounceFromDocument = Schema.Struct({ format: Schema.Literal(1), announceFrom: InstantFromIso })

const deliveryReadAgain = readableAgain(KeptDelivery)
const announceFromReadAgain = readableAgain(AnnounceFromDocument)

const byKey = (deliveries: ReadonlyArray<Delivery> = []): Map<DeliveryKey, Delivery> =>
  new Map(deliveries.map((delivery) => [delivery.key, delivery]))

const timeOf = (delivery: Delivery): Instant => {
  switch (delivery._tag) {
    case "Claimed":
      return delivery.claimedAt
    case "Sent":
      return delivery.sentAt
    case "Superseded":
      return delivery.at
  }
}

const openDeliveries = Effect.gen(function* () {
  const directory = yield* LockedDirectory
  const folder = yield* openDocumentFolder(directory, "deliveries", DeliveriesDocument)
  const announceFromPath = join(directory.path, "announce-from.json")
  const announceFrom = makeDocument(directory, announceFromPath, AnnounceFromDocument)
  yield* announceFrom.read
  const announceFromTurn = yield* Semaphore.make(1)

  const teamPath = join(directory.path, "team-deliveries.json")
  const team = makeDocument(directory, teamPath, TeamDeliveriesDocument)
  yield* team.read
  const teamTurn = yield* Semaphore.make(1)

  const deliveriesOf = (child: ChildReference) => byKey(folder.find(child)?.deliveries)
  const deliveriesOfTeam = () => byKey(team.current()?.deliveries)

  const keepForTeam = Effect.fnUntraced(function* (delivery: Delivery) {
    const readable = yield* deliveryReadAgain(teamPath, delivery)
    const replace = team.replace(() => {
      const kept = [...deliveriesOfTeam().set(readable.key, readable).values()]
      const deliveries = kept.filter((other) => timeOf(readable) - timeOf(other) <= TEAM_KEPT)
      return { document: { format: 1, deliveries } }
    })
    yield* teamTurn.withPermit(replace)
  })

  return Deliveries.of({
    of: (subject) => Effect.sync(() => (subject === "team" ? deliveriesOfTeam() : deliveriesOf(subject))),
    keep: Effect.fn("Deliveries.keep")(function* (subject, delivery) {
      if (subject === "team") return yield* keepForTeam(delivery)
      const readable = yield* deliveryReadAgain(folder.pathOf(subject), delivery)
      const replace = folder.replace(subject, () => {
        const deliveries = [...deliveriesOf(subject).set(readable.key, readable).values()]
        return { document: { format: 1, child: subject, deliveries } }
      })
      yield* folder.inTurn(subject)(replace)
    }),
    announceFrom: Effect.fn("Deliveries.announceFrom")(
      function* (now) {
        const fixed = announceFrom.current()
        if (fixed !== null) return fixed.announceFrom
        const document = yield* announceFromReadAgain(announceFromPath, { format: 1, announceFrom: now })
        yield* announceFrom.replace(() => ({ document }))
        return now
      },
      (effect) => announceFromTurn.withPermit(effect)
    )
  })
})

export const deliveriesInLockedDirectory = Layer.effect(Deliveries, openDeliveries)
