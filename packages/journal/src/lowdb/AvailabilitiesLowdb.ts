/** Availability in one lowdb document: there are as many entries as people, and it is read whole each time. */
import { rm } from "node:fs/promises"
import { Effect, Layer, Semaphore } from "effect"
import { Availabilities, changedAvailability, type PersonAvailability, withoutLetGo } from "../Availabilities.ts"
import { assertRoundTrips } from "../documents/assertRoundTrips.ts"
import { openDocument } from "../documents/Document.ts"
import { unavailable } from "../documents/faultInWords.ts"
import { LockedDirectory } from "../documents/LockedDirectory.ts"
import { needsNewer } from "../documents/newerDocument.ts"
import { previousOf } from "../documents/previousGeneration.ts"
import { AvailabilityDocument, availabilityForm, nobodysAvailability } from "./availabilityForm.ts"

const readAgain = assertRoundTrips(AvailabilityDocument)

const openAvailabilities = Effect.gen(function* () {
  const directory = yield* LockedDirectory
  const document = yield* openDocument(directory, "availability.json", availabilityForm)
  const { path } = document
  const turn = yield* Semaphore.make(1)

  const current = () => document.current() ?? nobodysAvailability
  const people = () => new Map(current().people.map((one) => [one.person, one] as const))

  const keepAll = Effect.fnUntraced(function* (all: ReadonlyArray<PersonAvailability>) {
    const { newer } = current()
    const unread = all.find(({ person }) => newer.has(person))
    if (unread !== undefined) return yield* needsNewer(path, `what is known of when ${unread.person} is there`)
    const known = people()
    for (const one of all) known.set(one.person, one)
    const readable = yield* readAgain(path, { people: [...known.values()] })
    yield* document.replace(() => ({ document: { ...current(), people: readable.people } }))
  })
  const keep = (one: PersonAvailability) => keepAll([one])

  return Availabilities.of({
    all: Effect.sync(people),
    unreadable: Effect.sync(() => [...current().newer.keys()]),
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
        const { newer } = current()
        const ours = [...people().values()].filter(({ person }) => !newer.has(person))
        const changed = withoutLetGo(ours, to)
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
