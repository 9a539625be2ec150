/** Holds in lowdb documents, one a child. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, type Result, Schema } from "effect"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { anyVersionForm, changeableOf, knownOf, newerOf, readableOf } from "../documents/newerDocument.ts"
import { Hold, type HoldRefused, Holds, withHold, withRelease } from "../Holds.ts"

const HoldsDocument = Schema.Struct({ child: ChildReference, holds: Schema.Array(Hold) })

const holdsReadAgain = assertRoundTrips(HoldsDocument)

const openHolds = Effect.gen(function* () {
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "holds", anyVersionForm(HoldsDocument))
  /** Where they cannot be read nobody knows that none stands: the child's records are not erased. */
  const holdsOf = (child: ChildReference) =>
    Effect.suspend(() => Effect.map(knownOf(folder.pathOf(child), folder.find(child)), (known) => known?.holds ?? []))

  const change = Effect.fnUntraced(function* (
    child: ChildReference,
    changed: (holds: ReadonlyArray<Hold>) => Result.Result<ReadonlyArray<Hold>, HoldRefused>
  ) {
    const held = yield* changeableOf(folder.pathOf(child), folder.find(child))
    const holds = yield* Effect.fromResult(changed(held?.holds ?? []))
    const document = yield* holdsReadAgain(folder.pathOf(child), { child, holds })
    yield* folder.replace(child, () => ({ document: { _tag: "Known", child, document } }))
  })

  return Holds.of({
    of: holdsOf,
    all: Effect.sync(() => readableOf(folder.all()).flatMap(({ holds }) => holds)),
    unreadable: Effect.sync(() => newerOf(folder.all())),
    set: Effect.fn("Holds.set")((hold) =>
      folder.inTurn(hold.child)(change(hold.child, (holds) => withHold(holds, hold)))
    ),
    release: Effect.fn("Holds.release")((release) =>
      folder.inTurn(release.child)(change(release.child, (holds) => withRelease(holds, release)))
    )
  })
})

export const holdsInLockedDirectory = Layer.effect(Holds, openHolds)
