/** The rota of the duty in one lowdb document, every change of it. */
import { Effect, Layer, Semaphore } from "effect"
import { DutyRotas, KeptDuties, RotaChanged } from "../DutyRotas.ts"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { openDocument } from "../documents/Document.ts"
import { schemaForm } from "../documents/DocumentForm.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"

const readAgain = assertRoundTrips(KeptDuties)

const openRota = Effect.gen(function* () {
  const document = yield* openDocument(yield* LockedDirectory, "duty-rota.json", schemaForm(KeptDuties))
  const turn = yield* Semaphore.make(1)
  const changes = () => document.current()?.changes ?? []
  return DutyRotas.of({
    changes: Effect.sync(changes),
    add: Effect.fn("DutyRotas.add")(
      function* (before, change) {
        const known = changes()
        if (known.length !== before) return yield* new RotaChanged()
        const readable = yield* readAgain(document.path, { changes: [...known, change] })
        yield* document.replace(() => ({ document: readable }))
      },
      (effect) => turn.withPermit(effect)
    )
  })
})

export const dutyRotasInLockedDirectory = Layer.effect(DutyRotas, openRota)
