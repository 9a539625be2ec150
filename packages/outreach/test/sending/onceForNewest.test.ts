import { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { onceForNewest } from "../../src/sending/onceForNewest.ts"

const [first, second] = [ChildReference.make("LCS-10001"), ChildReference.make("LCS-10002")]

/** What was delivered of, each with how many entries there were by then. */
const telling = () => {
  const heard: Array<string> = []
  let recorded = 0
  const tell = onceForNewest((child) => Effect.sync(() => void heard.push(`${child} after ${recorded}`)))
  const hear = (child: ChildReference) =>
    Effect.suspend(() => {
      recorded += 1
      return tell({ child })
    })
  return { heard, hear }
}

it("entries recorded together are told of once, after the last of them", () =>
  Effect.runPromise(
    Effect.gen(function* () {
      const { heard, hear } = telling()
      yield* Effect.all([hear(first), hear(second), hear(first), hear(first)], { concurrency: 8 })
      expect(heard.toSorted()).toEqual([`${first} after 4`, `${second} after 4`])
    })
  ))

it("an entry that comes after the others were told of is told of too", () =>
  Effect.runPromise(
    Effect.gen(function* () {
      const { heard, hear } = telling()
      yield* hear(first)
      yield* hear(first)
      expect(heard).toEqual([`${first} after 1`, `${first} after 2`])
    })
  ))

it("an entry that comes while another is being told of is told of afterwards", () =>
  Effect.runPromise(
    Effect.gen(function* () {
      const heard: Array<string> = []
      const tell: (entry: { readonly child: ChildReference }) => Effect.Effect<void> = onceForNewest((child) =>
        Effect.suspend(() => {
          heard.push(child)
          return heard.length === 1 ? Effect.andThen(Effect.sleep(1), tell({ child })) : Effect.void
        })
      )
      yield* tell({ child: first })
      expect(heard).toEqual([first, first])
    })
  ))
