/**
 * Erasures in lowdb documents: `erased/<reference>.json`, a child each.
 *
 * The tombstone is written first, as one that is under way; then the documents go; then it is written as done. So a
 * crash at any moment leaves either everything as it was, or a tombstone from which the next start goes on.
 */
import { ChildReference, isSameReference } from "@safe-return/domain/pathway"
import { Effect, Layer, PubSub, Schema, Stream, Struct } from "effect"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { unavailable } from "../documents/faultInWords.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { type AnyVersion, anyVersionFormOf, changeableOf, newerOf, readableOf } from "../documents/newerDocument.ts"
import {
  type ErasureRequest,
  Erasures,
  LeastTombstone,
  leastOf,
  NoRecordsHeld,
  RecordsStrand,
  Tombstone,
  underHold
} from "../Erasures.ts"
import { Holds, isStanding } from "../Holds.ts"
import { FinishedChildren } from "./FinishedChildren.ts"
import { isNothing, removeRecords, summariseRecords } from "./recordsSummary.ts"

const ErasedDocument = Schema.Struct({
  child: ChildReference,
  tombstones: Schema.NonEmptyArray(Tombstone),
  /** The last of them is being carried out. */
  underWay: Schema.Boolean
})
type ErasedDocument = typeof ErasedDocument.Type

/** Of a newer version's: whose records are gone, up to where, and whether all of them are yet. */
const LeastErased = Schema.Struct({
  child: ChildReference,
  tombstones: Schema.NonEmptyArray(Schema.Struct(Struct.omit(LeastTombstone.fields, ["child"]))),
  underWay: Schema.Boolean
})
type AnyErased = AnyVersion<ErasedDocument, typeof LeastErased.Type>

const leastErased = (any: AnyErased): typeof LeastErased.Type => (any._tag === "Known" ? any.document : any.least)

const erasedReadAgain = assertRoundTrips(ErasedDocument)

const isKnownStrand = Schema.is(RecordsStrand)

const openErasures = Effect.gen(function* () {
  const directory = yield* LockedDirectory
  const finished = yield* FinishedChildren
  const holds = yield* Holds
  const folder = yield* openDocumentFolder(directory, "erased", anyVersionFormOf(ErasedDocument, LeastErased))

  const keep = Effect.fnUntraced(function* (erased: ErasedDocument) {
    const document = yield* erasedReadAgain(folder.pathOf(erased.child), erased)
    const { child } = document
    yield* folder.replace(child, () => ({ document: { _tag: "Known", child, document } }))
  })

  const remove = (child: ChildReference, strand?: RecordsStrand) =>
    directory.write(folder.pathOf(child), () => removeRecords(directory, finished, child, strand))

  const carryOut = Effect.fnUntraced(function* (erased: ErasedDocument) {
    yield* remove(erased.child, erased.tombstones.at(-1)?.strand)
    yield* keep({ ...erased, underWay: false })
  })

  for (const any of folder.all().filter((one) => leastErased(one).underWay)) {
    yield* Effect.logWarning(`The erasure of ${any.child} had not come to its end. It is finished now.`)
    // What this version knows of is gone; the one that began it finds the rest.
    if (any._tag === "Known") yield* carryOut(any.document)
    else {
      const { strand } = leastErased(any).tombstones.at(-1) ?? {}
      if (strand === undefined || isKnownStrand(strand)) yield* remove(any.child, strand)
    }
  }
  for (const any of folder.all()) {
    for (const { lastPosition } of leastErased(any).tombstones) directory.heads.settled(lastPosition)
  }

  const news = yield* PubSub.unbounded<LeastTombstone>()
  yield* Effect.addFinalizer(() => PubSub.shutdown(news))

  const heldNow = (child: ChildReference, strand?: RecordsStrand) =>
    Effect.try({
      try: () => summariseRecords(directory, child, strand),
      catch: (cause) => unavailable(directory.path, cause)
    })

  const toErase = Effect.fnUntraced(function* (child: ChildReference, strand?: RecordsStrand) {
    // Of one that cannot be read nobody knows that it is released: it is refused by name.
    const unread = (yield* holds.unreadable).filter((other) => isSameReference(other, child))
    yield* Effect.forEach(unread, holds.of, { discard: true })
    const standing = (yield* holds.all).find((hold) => isStanding(hold) && isSameReference(hold.child, child))
    if (standing !== undefined) return yield* underHold(standing)
    const held = yield* heldNow(child, strand)
    if (isNothing(held)) return yield* new NoRecordsHeld({ child })
    return held
  })

  const put = Effect.fnUntraced(function* (tombstone: Tombstone) {
    const { child, lastPosition } = tombstone
    const known = yield* changeableOf(folder.pathOf(child), folder.find(child))
    const tombstones = [...(known?.tombstones ?? []), tombstone] as const
    const erased: ErasedDocument = { child, tombstones: tombstones as ErasedDocument["tombstones"], underWay: true }
    yield* keep(erased)
    directory.heads.settled(lastPosition)
    yield* carryOut(erased)
    if (tombstone.strand === undefined) yield* PubSub.publish(news, leastOf(tombstone))
  })

  const isKnown = ({ child, at, strand }: Tombstone): boolean => {
    const any = folder.find(child)
    return any !== null && leastErased(any).tombstones.some((known) => known.at === at && known.strand === strand)
  }

  const doAgain = Effect.fnUntraced(function* (tombstones: ReadonlyArray<Tombstone>) {
    const unknown = tombstones.filter((tombstone) => !isKnown(tombstone))
    const erased = new Set<ChildReference>()
    for (const tombstone of unknown) {
      const { child, strand } = tombstone
      if (!isNothing(yield* heldNow(child, strand))) erased.add(child)
      yield* folder.inTurn(child)(Effect.uninterruptible(put(tombstone)))
    }
    return { erased: [...erased], tombstones: unknown.length }
  })

  const erase = Effect.fnUntraced(function* (asked: ErasureRequest) {
    const { child, strand } = asked
    const held = yield* toErase(child, strand)
    const tombstone: Tombstone = { ...asked, ...held }
    yield* put(tombstone)
    return tombstone
  })

  return Erasures.of({
    all: Effect.sync(() =>
      readableOf(folder.all())
        .toSorted((one, other) => (one.child < other.child ? -1 : 1))
        .flatMap(({ tombstones }) => tombstones)
    ),
    unreadable: Effect.sync(() => newerOf(folder.all())),
    subscribe: Effect.map(PubSub.subscribe(news), (subscription) => Stream.fromSubscription(subscription)),
    mayErase: (child, strand) => Effect.asVoid(toErase(child, strand)),
    replayErasures: Effect.fn("Erasures.doAgain")(doAgain),
    erase: Effect.fn("Erasures.erase")((asked) => folder.inTurn(asked.child)(Effect.uninterruptible(erase(asked))))
  })
})

export const erasuresInLockedDirectory = Layer.effect(Erasures, openErasures)
