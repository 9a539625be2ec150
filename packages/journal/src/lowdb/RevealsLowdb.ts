/** Reveals in lowdb documents, one a child. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Layer, Schema } from "effect"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { schemaForm } from "../documents/DocumentForm.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { KeptReveal, Reveals } from "../Reveals.ts"

const RevealsDocument = Schema.Struct({
  child: ChildReference,
  reveals: Schema.Array(KeptReveal)
})

const openReveals = Effect.gen(function* () {
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "reveals", schemaForm(RevealsDocument))
  return Reveals.of({
    of: (child) => Effect.sync(() => folder.find(child)?.reveals ?? []),
    bring: (child, reveals) => folder.inTurn(child)(folder.replace(child, () => ({ document: { child, reveals } })))
  })
})

export const revealsInLockedDirectory = Layer.effect(Reveals, openReveals)
