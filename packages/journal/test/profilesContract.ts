import { describe, expect, it } from "@effect/vitest"
import { civilDay } from "@safe-return/domain/calendar"
import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { Initials, type Profile, Profiles } from "../src/index.ts"
import { type FreshPlace, restarted } from "./restart.ts"
import { child } from "./syntheticEvents.ts"

const find = (reference: string) => Effect.flatMap(Profiles, (profiles) => profiles.find(child(reference)))
const save = (profile: Profile) => Effect.flatMap(Profiles, (profiles) => profiles.save(profile))

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
  })
}
