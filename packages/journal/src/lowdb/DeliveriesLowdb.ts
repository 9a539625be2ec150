/** Deliveries in lowdb documents, one a child, and the moment from which the workspace is told of things. */
import { join } from "node:path"
import { InstantFromIso } from "@safe-return/domain/calendar"
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Schema, Semaphore } from "effect"
import { Deliveries, type Delivery } from "../Deliveries.ts"
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

const AnnounceFromDocument = Schema.Struct({ format: Schema.Literal(1), announceFrom: InstantFromIso })

const deliveryReadAgain = readableAgain(KeptDelivery)
const announceFromReadAgain = readableAgain(AnnounceFromDocument)

const openDeliveries = Effect.gen(function* () {
  const directory = yield* LockedDirectory
  const folder = yield* openDocumentFolder(directory, "deliveries", DeliveriesDocument)
  const announceFromPath = join(directory.path, "announce-from.json")
  const announceFrom = makeDocument(directory, announceFromPath, AnnounceFromDocument)
  yield* announceFrom.read
  const announceFromTurn = yield* Semaphore.make(1)

  const deliveriesOf = (child: ChildReference) =>
    new Map((folder.find(child)?.deliveries ?? []).map((delivery) => [delivery.key, delivery]))

  return Deliveries.of({
    of: (child) => Effect.sync(() => deliveriesOf(child)),
    keep: Effect.fn("Deliveries.keep")(function* (child, delivery) {
      const readable = yield* deliveryReadAgain(folder.pathOf(child), delivery)
      const replace = folder.replace(child, () => {
        const deliveries = [...deliveriesOf(child).set(readable.key, readable).values()]
        return { document: { format: 1, child, deliveries } }
      })
      yield* folder.inTurn(child)(replace)
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
