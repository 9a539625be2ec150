/** Reveals in lowdb documents, one a child. */
import { InstantFromIso } from "@safe-return/domain/calendar"
import { ChildReference, PersonId } from "@safe-return/domain/pathway"
import { Effect, Layer, Schema } from "effect"
import { openDocumentFolder } from "../documents/DocumentFolder.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { readableAgain } from "../documents/readableAgain.ts"
import { Reveals } from "../Reveals.ts"

const KeptReveal = Schema.Struct({ by: PersonId, at: InstantFromIso })

const RevealsDocument = Schema.Struct({
  format: Schema.Literal(1),
  child: ChildReference,
  reveals: Schema.Array(KeptReveal)
})

const revealReadAgain = readableAgain(KeptReveal)

const openReveals = Effect.gen(function* () {
  const folder = yield* openDocumentFolder(yield* LockedDirectory, "reveals", RevealsDocument)
  const revealsOf = (child: ChildReference) => folder.find(child)?.reveals ?? []

  return Reveals.of({
    add: Effect.fn("Reveals.add")(function* (child, reveal) {
      const readable = yield* revealReadAgain(folder.pathOf(child), reveal)
      yield* folder.inTurn(child)(
        folder.replace(child, () => ({ document: { format: 1, child, reveals: [...revealsOf(child), readable] } }))
      )
    }),
    of: (child) => Effect.sync(() => revealsOf(child))
  })
})

export const revealsInLockedDirectory = Layer.effect(Reveals, openReveals)
