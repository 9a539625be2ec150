/** Availability in one lowdb document: there are as many entries as people, and it is read whole each time. */
import { join } from "node:path"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Layer, Schema, Semaphore } from "effect"
import { Availabilities, changedAvailability, KeptAvailability, type PersonAvailability } from "../Availabilities.ts"
import { makeDocument } from "../documents/Document.ts"
import { schemaForm } from "../documents/DocumentForm.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { readableAgain } from "../documents/readableAgain.ts"

const AvailabilityDocument = Schema.Struct({
  people: Schema.Array(Schema.Struct({ person: PersonId, ...KeptAvailability.fields }))
})

const readAgain = readableAgain(AvailabilityDocument)

const openAvailabilities = Effect.gen(function* () {
  const directory = yield* LockedDirectory
  const path = join(directory.path, "availability.json")
  const document = makeDocument(directory, path, schemaForm(AvailabilityDocument))
  yield* document.read
  const turn = yield* Semaphore.make(1)

  const people = () => new Map((document.current()?.people ?? []).map((one) => [one.person, one] as const))

  const keep = Effect.fnUntraced(function* (one: PersonAvailability) {
    const readable = yield* readAgain(path, { people: [...people().set(one.person, one).values()] })
    yield* document.replace(() => ({ document: readable }))
  })

  return Availabilities.of({
    all: Effect.sync(people),
    change: Effect.fn("Availabilities.change")(
      function* (change) {
        const changed = changedAvailability(people().get(change.person), change)
        yield* keep(changed)
        return changed
      },
      (effect) => turn.withPermit(effect)
    ),
    bring: Effect.fn("Availabilities.bring")(keep, (effect) => turn.withPermit(effect))
  })
})

export const availabilitiesInLockedDirectory = Layer.effect(Availabilities, openAvailabilities)
