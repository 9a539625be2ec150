import { Casework, decideOnPupil, EducationCasework } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import { decideReturnLook } from "@safe-return/domain/education"
import { decide, emptyChildState, preview } from "@safe-return/domain/pathway"
import { Availabilities, DutyRotas, Profiles } from "@safe-return/journal"
import { Clock, Effect } from "effect"
import type { CaseServices } from "../handlers/Handler.ts"

/** What the effect comes to on what is known now, each command decided and nothing kept. */
export const recordingNothing = <A, E>(effect: Effect.Effect<A, E, CaseServices>): Effect.Effect<A, E, CaseServices> =>
  Effect.gen(function* () {
    const casework = yield* Casework
    const executeAll: Casework["Service"]["executeAll"] = Effect.fnUntraced(function* (child, commands, by) {
      const now = Instant(yield* Clock.currentTimeMillis)
      let state = yield* Effect.catchTag(casework.get(child), "UnknownReference", () => Effect.succeed(emptyChildState))
      for (const command of commands) {
        state = preview(state, yield* Effect.fromResult(decide(state, command, { now, by })))
      }
      return { events: [], state }
    })
    const execute: Casework["Service"]["execute"] = (child, command, by) => executeAll(child, [command], by)
    const executeForPoliceReference: Casework["Service"]["executeForPoliceReference"] = (_, child, command, by) =>
      Effect.catchTag(execute(child, command, by), "StreamMoved", Effect.die)
    const education = yield* EducationCasework
    const executeAllOfPupil: EducationCasework["Service"]["executeAll"] = Effect.fnUntraced(
      function* (child, commands) {
        const file = yield* education.file(child)
        const now = Instant(yield* Clock.currentTimeMillis)
        return { ...file, ...(yield* Effect.fromResult(decideOnPupil(file.state, commands, now))) }
      }
    )
    const profiles = yield* Profiles
    const availabilities = yield* Availabilities
    const rotas = yield* DutyRotas
    return yield* effect.pipe(
      Effect.provideService(
        Casework,
        Casework.of({ ...casework, execute, executeAll, executeForPoliceReference, hold: () => Effect.void })
      ),
      Effect.provideService(
        EducationCasework,
        EducationCasework.of({
          ...education,
          executeAll: executeAllOfPupil,
          execute: (child, command, by) => executeAllOfPupil(child, [command], by),
          lookAtReturn: Effect.fnUntraced(function* (child, look) {
            const file = yield* education.file(child)
            return { ...file, events: yield* Effect.fromResult(decideReturnLook(file.state, look)) }
          })
        })
      ),
      Effect.provideService(
        Profiles,
        Profiles.of({ ...profiles, change: (child) => Effect.succeed({ child }), bring: () => Effect.void })
      ),
      Effect.provideService(
        Availabilities,
        Availabilities.of({
          ...availabilities,
          change: ({ person, by, at, to }) => Effect.succeed({ person, ...to({ away: [] }), changed: { by, at } }),
          letGo: () => Effect.succeed([]),
          bring: () => Effect.void
        })
      ),
      Effect.provideService(DutyRotas, DutyRotas.of({ ...rotas, add: () => Effect.void }))
    )
  })
