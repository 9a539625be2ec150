import { Casework } from "@safe-return/casework"
import type { ChildReference, Command, PersonId } from "@safe-return/domain/pathway"
import { Effect } from "effect"

/**
 * Carries a form out on what was seen of the child: the look for news and the write would otherwise be two steps, and
 * two people who send within milliseconds of each other would both record. Fails with `StreamMoved` where somebody was
 * first. What the form records after its own first events is on those.
 */
export const withExpectedVersion = <A, E, R>(
  handling: Effect.Effect<A, E, R | Casework>,
  child: ChildReference,
  version: number | undefined
): Effect.Effect<A, E, R | Casework> =>
  Effect.flatMap(Casework, (casework) => {
    let seen = version
    const executeAll = (about: ChildReference, commands: ReadonlyArray<Command>, by: PersonId) =>
      Effect.tap(casework.executeAll(about, commands, by, about === child ? seen : undefined), () =>
        Effect.sync(() => {
          if (about === child) seen = undefined
        })
      )
    const asSeen = Casework.of({
      ...casework,
      execute: (about, command, by) => executeAll(about, [command], by),
      executeAll
    })
    return Effect.provideService(handling, Casework, asSeen)
  })
