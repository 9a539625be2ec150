/** Holds in lowdb documents, one a child. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, type Result, Schema } from "effect"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { schemaForm } from "../documents/DocumentForm.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { readableAgain } from "../documents/readableAgain.ts"
import { Hold, type HoldRefused, Holds, withHold, withRelease } from "../Holds.ts"

const HoldsDocument = Schema.Struct({ child: ChildReference, holds: Schema.Array(Hold) })

const holdsReadAgain = readableAgain(HoldsDocument)

const openHolds = Effect.gen(function* () {
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "holds", schemaForm(HoldsDocument))
  const holdsOf = (child: ChildReference) => folder.find(child)?.holds ?? []

  const change = Effect.fnUntraced(function* (
    child: ChildReference,
    changed: (holds: ReadonlyArray<Hold>) => Result.Result<ReadonlyArray<Hold>, HoldRefused>
  ) {
    const holds = yield* Effect.fromResult(changed(holdsOf(child)))
    const document = yield* holdsReadAgain(folder.pathOf(child), { child, holds })
    yield* folder.replace(child, () => ({ document }))
  })

  return Holds.of({
    of: (child) => Effect.sync(() => holdsOf(child)),
    all: Effect.sync(() => folder.all().flatMap(({ holds }) => holds)),
    set: Effect.fn("Holds.set")((hold) =>
      folder.inTurn(hold.child)(change(hold.child, (holds) => withHold(holds, hold)))
    ),
    release: Effect.fn("Holds.release")((release) =>
      folder.inTurn(release.child)(change(release.child, (holds) => withRelease(holds, release)))
    )
  })
})

export const holdsInLockedDirectory = Layer.effect(Holds, openHolds)
