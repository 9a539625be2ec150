/** Availability in one lowdb document: there are as many entries as people, and it is read whole each time. */
import { rm } from "node:fs/promises"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Layer, Schema, Semaphore } from "effect"
import {
  Availabilities,
  changedAvailability,
  KeptAvailability,
  type PersonAvailability,
  withoutLetGo
} from "../Availabilities.ts"
import { openDocument } from "../documents/Document.ts"
import { schemaForm } from "../documents/DocumentForm.ts"
import { unavailable } from "../documents/faultInWords.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { previousOf } from "../documents/previousGeneration.ts"
import { readableAgain } from "../documents/readableAgain.ts"

const AvailabilityDocument = Schema.Struct({
  people: Schema.Array(Schema.Struct({ person: PersonId, ...KeptAvailability.fields }))
})

const readAgain = readableAgain(AvailabilityDocument)

const openAvailabilities = Effect.gen(function* () {
  const directory = yield* LockedDirectory
  const document = yield* openDocument(directory, "availability.json", schemaForm(AvailabilityDocument))
  const { path } = document
  const turn = yield* Semaphore.make(1)

  const people = () => new Map((document.current()?.people ?? []).map((one) => [one.person, one] as const))

  const keepAll = Effect.fnUntraced(function* (all: ReadonlyArray<PersonAvailability>) {
    const known = people()
    for (const one of all) known.set(one.person, one)
    const readable = yield* readAgain(path, { people: [...known.values()] })
    yield* document.replace(() => ({ document: readable }))
  })
  const keep = (one: PersonAvailability) => keepAll([one])

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
    letGo: Effect.fn("Availabilities.letGo")(
      function* (to) {
        const changed = withoutLetGo(people().values(), to)
        if (changed.length === 0) return []
        yield* keepAll(changed)
        // It would stand there until the next change, which may be long in coming.
        yield* Effect.tryPromise({
          try: () => rm(previousOf(path), { force: true }),
          catch: (cause) => unavailable(path, cause)
        })
        return changed.map(({ person }) => person)
      },
      (effect) => turn.withPermit(effect)
    ),
    bring: Effect.fn("Availabilities.bring")(keep, (effect) => turn.withPermit(effect))
  })
})

export const availabilitiesInLockedDirectory = Layer.effect(Availabilities, openAvailabilities)
