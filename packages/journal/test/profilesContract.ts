import { describe, expect, it } from "@effect/vitest"
import { civilDay } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Option, Result } from "effect"
import { Initials, type Profile, Profiles } from "../src/index.ts"
import { type FreshPlace, restarted } from "./restart.ts"
import { child } from "./syntheticEvents.ts"

const find = (reference: string) => Effect.flatMap(Profiles, (profiles) => profiles.find(child(reference)))
const save = (profile: Profile) => Effect.flatMap(Profiles, (profiles) => profiles.bring(profile))

/** Many changes at once, each by another worker and counted: none is made on what another has changed by then. */
export const changedByMany = (instances: ReadonlyArray<Profiles["Service"]>) =>
  Effect.gen(function* () {
    const seen: Array<string | undefined> = []
    const people = Array.from({ length: 24 }, (_, number) => PersonId.make(`UMADEUP${number}`))
    yield* Effect.forEach(
      people,
      (person, index) => {
        const profiles = instances[index % instances.length] as Profiles["Service"]
        let made: string | undefined
        return Effect.tap(
          profiles.change(child("LCS-1"), ({ allocatedWorker, revision = 0 }) => {
            made = allocatedWorker
            return Result.succeed({ allocatedWorker: person, revision: revision + 1 })
          }),
          () => Effect.sync(() => void seen.push(made))
        )
      },
      { concurrency: "unbounded" }
    )
    const [profiles] = instances as [Profiles["Service"]]
    const { allocatedWorker, revision } = Option.getOrThrow(yield* profiles.find(child("LCS-1")))
    expect(revision).toBe(people.length)
    // Everybody's change but the last was what exactly one other was made on.
    expect(new Set([...seen, allocatedWorker])).toEqual(new Set([undefined, ...people]))
  })

export const profilesContract = (name: string, freshPlace: FreshPlace) => {
  describe(`${name}: profiles`, () => {
    it.live("keep the last one saved over a restart, with and without an allocated worker", () =>
      Effect.gen(function* () {
        const restart = restarted((yield* freshPlace).layer)
        const allocated = { child: child("LCS-1"), allocatedWorker: PersonId.make("UMADEUP1") }
        const full = {
          child: child("LCS-3"),
          initials: Initials.make("ZZ"),
          bornOn: civilDay(2011, 2, 28),
          caseStatus: "looked-after" as const,
          revision: 2
        }
        const bare = { child: child("LCS-2") }
        yield* restart(
          Effect.gen(function* () {
            expect(yield* find("LCS-1")).toEqual(Option.none())
            yield* save({ child: child("LCS-1") })
            yield* save(allocated)
            expect(yield* find("LCS-1")).toEqual(Option.some(allocated))
            yield* save({ ...allocated, child: child("LCS-2") })
            yield* save(bare)
            yield* save(full)
          })
        )
        expect(yield* restart(find("LCS-1"))).toEqual(Option.some(allocated))
        expect(yield* restart(find("LCS-2"))).toEqual(Option.some(bare))
        expect(yield* restart(find("LCS-3"))).toEqual(Option.some(full))
        expect(yield* restart(find("lcs-1"))).toEqual(Option.none())
      }).pipe(Effect.scoped)
    )

    it.live("change on the newest one, from none on, and keep nothing that is refused", () =>
      Effect.gen(function* () {
        const restart = restarted((yield* freshPlace).layer)
        const changed = yield* restart(
          Effect.gen(function* () {
            const profiles = yield* Profiles
            yield* profiles.change(child("LCS-1"), (held) => {
              expect(held).toEqual({ child: child("LCS-1") })
              return Result.succeed({ initials: Initials.make("ZZ") })
            })
            const refused = profiles.change(child("LCS-1"), ({ initials }) => Result.fail(`held: ${initials}`))
            expect(yield* Effect.flip(refused)).toBe("held: ZZ")
            expect(yield* Effect.flip(profiles.change(child("LCS-2"), () => Result.fail("no")))).toBe("no")
            return yield* profiles.change(child("LCS-1"), (held) => Result.succeed({ ...held, revision: 1 }))
          })
        )
        expect(changed).toEqual({ child: child("LCS-1"), initials: "ZZ", revision: 1 })
        expect(yield* restart(find("LCS-1"))).toEqual(Option.some(changed))
        expect(yield* restart(find("LCS-2"))).toEqual(Option.none())
      }).pipe(Effect.scoped)
    )

    it.live("lose nothing of what many change at once", () =>
      Effect.gen(function* () {
        const restart = restarted((yield* freshPlace).layer)
        yield* restart(Effect.flatMap(Profiles, (profiles) => changedByMany([profiles])))
      }).pipe(Effect.scoped)
    )
  })
}
