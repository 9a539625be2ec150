/** The journal as anybody can picture it, a list a child and one of all, and the deeds both are put through. */

import { expect } from "@effect/vitest"
import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect } from "effect"
import fc from "fast-check"
import { Journal, type JournalEntry, type NewEvent } from "../src/index.ts"
import { type FreshJournal, restarted } from "./restart.ts"
import { child, newEvents } from "./syntheticEvents.ts"

const children = fc.constantFrom("LCS-1", "lcs-1", "A/1", "A_1", "a.1-").map(child)

type Deed =
  | { readonly _tag: "Append"; readonly child: ChildReference; readonly events: ReadonlyArray<NewEvent> }
  | { readonly _tag: "AppendLate"; readonly child: ChildReference; readonly events: ReadonlyArray<NewEvent> }
  | { readonly _tag: "AppendUsed"; readonly child: ChildReference; readonly events: ReadonlyArray<NewEvent> }
  | { readonly _tag: "RepeatLastAppend" }
  | { readonly _tag: "Restart" }

const events = fc.uniqueArray(newEvents, { minLength: 1, maxLength: 3, selector: ({ id }) => id })

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ _tag: fc.constant("Append" as const), child: children, events }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("AppendLate" as const), child: children, events }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("AppendUsed" as const), child: children, events }) },
  { weight: 1, arbitrary: fc.constant({ _tag: "RepeatLastAppend" as const }) },
  { weight: 1, arbitrary: fc.constant({ _tag: "Restart" as const }) }
)

export const deeds = fc.array(deed, { maxLength: 20 })

interface LastAppend {
  readonly child: ChildReference
  readonly version: number
  readonly added: ReadonlyArray<JournalEntry>
}

const doAll = Effect.fnUntraced(function* (deeds: ReadonlyArray<Deed>, freshJournal: FreshJournal) {
  const restart = restarted(yield* freshJournal)
  const model: Array<JournalEntry> = []
  const modelOf = (child: ChildReference) => model.filter((entry) => entry.child === child)
  let last: LastAppend | undefined

  const append = Effect.fnUntraced(function* (journal: Journal["Service"], deed: Deed & { readonly _tag: "Append" }) {
    const version = modelOf(deed.child).length
    const added = deed.events.map((event, index) => ({
      ...event,
      child: deed.child,
      version: version + index + 1,
      position: model.length + index + 1
    }))
    expect(yield* journal.append(deed.child, version, deed.events)).toEqual(added)
    model.push(...added)
    last = { child: deed.child, version, added }
  })

  const carryOut = Effect.fnUntraced(function* (journal: Journal["Service"], deed: Deed) {
    if (deed._tag === "Append") yield* append(journal, deed)
    if (deed._tag === "AppendLate") {
      const actual = modelOf(deed.child).length
      const moved = yield* Effect.flip(journal.append(deed.child, actual + 1, deed.events))
      expect(moved).toMatchObject({ _tag: "StreamMoved", actual })
    }
    const known = model[0]
    if (deed._tag === "AppendUsed" && known !== undefined) {
      const [first, ...others] = deed.events as [NewEvent, ...ReadonlyArray<NewEvent>]
      const again = [...others, { ...first, id: known.id }]
      const version = modelOf(deed.child).length
      const refusal = yield* Effect.flip(journal.append(deed.child, version, again))
      expect(refusal).toMatchObject({ _tag: "EventIdUsed", id: known.id, child: deed.child })
    }
    if (deed._tag === "RepeatLastAppend" && last !== undefined) {
      const again = last.added.map(({ id, recorded }) => ({ id, recorded }))
      expect(yield* journal.append(last.child, last.version, again)).toEqual(last.added)
    }
  })

  const untilRestart = Effect.fnUntraced(function* (deeds: ReadonlyArray<Deed>) {
    const journal = yield* Journal
    for (const deed of deeds) {
      yield* carryOut(journal, deed)
      expect(yield* journal.readAll).toEqual(model)
    }
    for (const child of new Set(model.map((entry) => entry.child))) {
      const entries = modelOf(child)
      expect(yield* journal.read(child)).toEqual({ child, version: entries.length, entries })
    }
  })

  const lives = [[], []] as Array<Array<Deed>>
  for (const deed of deeds) deed._tag === "Restart" ? lives.push([]) : lives.at(-1)?.push(deed)
  for (const life of [...lives, []]) yield* restart(untilRestart(life))
})

export const behavesLikeLists = (freshJournal: FreshJournal) => (deeds: ReadonlyArray<Deed>) =>
  Effect.runPromise(Effect.scoped(doAll(deeds, freshJournal)))
