/** Every form of the registry says all that is wrong with what was entered in one round, and refuses what it needs. */

import { at, child, manager, missing, tell, worker } from "@safe-return/casework/testing"
import type { ModalView } from "@slack/types"
import { Effect } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { submissions } from "../../src/forms/registry.ts"
import type { HandlerServices } from "../../src/handlers/Handler.ts"
import { inScene, type Scene, scenes } from "../people/scene.ts"
import { type Answers, emptied, inputsOf, mistakesIn, rightAnswers, submit } from "./answers.ts"
import { everyForm } from "./everyForm.ts"
import { stories } from "./stories.ts"

const scenesOfForms: fc.Arbitrary<ReadonlyArray<Scene>> = fc
  .array(scenes, { minLength: 2, maxLength: 2 })
  .map((any) => [
    ...any,
    ...stories.map((story) => ({ told: tell(story), now: at(240), allocated: undefined })),
    { told: tell([missing()]), now: at(240), allocated: worker }
  ])

interface AnsweredForm {
  readonly view: ModalView
  readonly answers: Answers
}

/** How often a form with the same inputs is tried: its states differ in little else. */
const TRIED = 2

/** Does this for every form as it may be drawn in the scenes, with answers that it takes. */
const forEachForm = async (
  all: ReadonlyArray<Scene>,
  use: (form: AnsweredForm, scene: Scene) => Effect.Effect<void, never, HandlerServices>
): Promise<void> => {
  const tried = new Map<string, number>()
  for (const scene of all) {
    const { told, now, allocated } = scene
    const about = { child, state: told.state, person: manager, allocatedWorker: allocated }
    const drawn = told.state.episodes.flatMap((episode) => everyForm(about, episode, now))
    await inScene(
      scene,
      Effect.forEach(
        drawn.filter(({ callback_id: id }) => submissions.has(id ?? "")),
        Effect.fnUntraced(function* (view) {
          const kind = [view.callback_id, ...inputsOf(view).map(({ element }) => element.type)].join(" ")
          const times = tried.get(kind) ?? 0
          const answers = times < TRIED ? yield* rightAnswers(view, now) : undefined
          if (answers === undefined) return
          tried.set(kind, times + 1)
          yield* use({ view, answers }, scene)
        }),
        { discard: true }
      )
    )
  }
}

it("what a form needs is refused when it is left empty, and all of it in one round", async () => {
  const seen = new Set<string>()
  const passedOver = new Set<string>()
  await fc.assert(
    fc.asyncProperty(scenesOfForms, (all) =>
      forEachForm(
        all,
        Effect.fnUntraced(function* ({ view, answers }) {
          seen.add(view.callback_id ?? "")
          const needed = inputsOf(view).filter(({ optional }) => optional !== true)
          const without = needed.map(({ block_id: id = "", element }) => [id, emptied(element)] as const)
          for (const [id, nothing] of without) {
            const refused = yield* submit(view, { ...answers, [id]: nothing })
            if (refused?.fields.includes(id) !== true) passedOver.add(`${view.callback_id} ${id}`)
          }
          const refused = yield* submit(view, { ...answers, ...Object.fromEntries(without) })
          for (const [id] of without) {
            if (refused?.fields.includes(id) !== true) passedOver.add(`${view.callback_id} ${id} beside the others`)
          }
        })
      )
    ),
    { numRuns: 1 }
  )
  expect([...passedOver].sort()).toEqual([])
  expect([...seen].sort()).toEqual([...submissions.keys()].sort())
})

/** What cannot be judged while the answer it rests on is wrong itself. */
const restsOn: Readonly<Record<string, string>> = {
  "report absence": "missingFrom",
  "hours closes": "opens"
}

it("a form says every mistake in one round", async () => {
  const passedOver = new Set<string>()
  await fc.assert(
    fc.asyncProperty(scenesOfForms, fc.infiniteStream(fc.nat(1_000)), (all, picks) =>
      forEachForm(
        all,
        Effect.fnUntraced(function* ({ view, answers }, { now }) {
          const mistakes: Record<string, Answers[string]> = {}
          for (const { block_id: id = "", element, optional } of inputsOf(view)) {
            const kinds: Array<Answers[string]> = []
            // What may be left empty is missed only because of another answer.
            for (const mistake of mistakesIn(element, now).slice(optional === true ? 1 : 0)) {
              const refused = yield* submit(view, { ...answers, [id]: mistake })
              if (refused?.fields.length === 1 && refused.fields[0] === id) kinds.push(mistake)
            }
            const picked = kinds[(picks.next().value ?? 0) % kinds.length]
            if (picked !== undefined) mistakes[id] = picked
          }
          const refused = yield* submit(view, { ...answers, ...mistakes })
          for (const id of Object.keys(mistakes)) {
            const rest = restsOn[`${view.callback_id} ${id}`]
            if (rest !== undefined && rest in mistakes) continue
            if (refused?.fields.includes(id) !== true)
              passedOver.add(`${view.callback_id} ${id} of ${JSON.stringify(mistakes)}`)
          }
        })
      )
    ),
    { numRuns: 1 }
  )
  expect([...passedOver].sort()).toEqual([])
})
