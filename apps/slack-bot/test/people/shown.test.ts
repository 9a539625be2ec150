/** Whatever a person is shown to press, choose or type, they may do at that moment: nothing offered only refuses. */

import { notSetUp, notTheirs, permissions, reachOf } from "@safe-return/casework"
import { child, interviewer } from "@safe-return/casework/testing"
import type { PersonId } from "@safe-return/domain/pathway"
import type { Button, KnownBlock, ModalView } from "@slack/types"
import { Effect, Option, Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { encodeCaseLink } from "../../src/blocks/caseLink.ts"
import { buttonsIn } from "../../src/blocks/withoutButtons.ts"
import { ANOTHER_PERSON, ASSIGN_FORM } from "../../src/forms/assign/assignView.ts"
import { moreButton } from "../../src/forms/cardButtons.ts"
import { CORRECTION_CHOICE_FORM, correctButton } from "../../src/forms/correct/correctView.ts"
import { submissions } from "../../src/forms/registry.ts"
import { attempt, type HandlerServices, type Outcome } from "../../src/handlers/Handler.ts"
import { encodeHomePlace, HomeTab, onTab } from "../../src/home/HomePlace.ts"
import { buttons } from "../../src/listeners/actions/index.ts"
import { findMe } from "../../src/listeners/commands/findMe.ts"
import { missing as missingCommand } from "../../src/listeners/commands/missing.ts"
import { missingWords } from "../../src/listeners/commands/parseMissing.ts"
import { rhiWords } from "../../src/listeners/commands/parseRhi.ts"
import { rhi } from "../../src/listeners/commands/rhi.ts"
import { home } from "../../src/listeners/events/home.ts"
import { everyHolder, type Holder, holders, inScene, rolesOf, type Scene, scenes } from "./scene.ts"

/** What a person can read or press, and how they came to it. */
interface Shown {
  readonly where: string
  readonly blocks: ReadonlyArray<KnownBlock>
  readonly view?: ModalView
}

/** The field of a form whose every choice has to be possible. */
const chosenIn: Readonly<Record<string, string>> = { [CORRECTION_CHOICE_FORM]: "choice", [ASSIGN_FORM]: "interviewer" }

interface Choice {
  readonly value: string
}

interface Field {
  readonly block_id?: string
  readonly element?: { readonly options?: ReadonlyArray<Choice>; readonly initial_option?: Choice }
}

const fieldsOf = ({ blocks }: ModalView) => blocks as ReadonlyArray<Field>

const optionsOf = (view: ModalView, field: string): ReadonlyArray<Choice> =>
  fieldsOf(view).find(({ block_id: id }) => id === field)?.element?.options ?? []

/** What the form is filled in with as it opens. */
const filledIn = (view: ModalView) =>
  Object.fromEntries(
    fieldsOf(view).flatMap(({ block_id: id, element }) =>
      id === undefined || element?.initial_option === undefined
        ? []
        : [[id, { value: { selected_option: element.initial_option } }] as const]
    )
  )

type Doing<A> = Effect.Effect<A, never, HandlerServices>

const families = { "/missing": missingCommand, "/rhi": rhi, "/findme": findMe } as const

/** Everything one person finds by looking, with each refusal on the way to it. */
class Looking {
  readonly refused: Array<string> = []
  readonly pressed = new Set<string>()
  readonly #person: PersonId

  constructor(person: PersonId) {
    this.#person = person
  }

  #note = (where: string, outcome: Outcome<unknown>): void => {
    if (Result.isFailure(outcome)) this.refused.push(`${where}: ${outcome.failure.sentence}`)
  }

  /** What a command says or opens; a command that was only typed may be refused. */
  typed = Effect.fnUntraced(function* (this: Looking, family: keyof typeof families, words: string) {
    const opened: Array<ModalView> = []
    const openForm = (view: ModalView) => Effect.sync(() => void opened.push(view))
    const outcome = yield* families[family]({ person: this.#person, command: words, openForm })
    const where = `${family} ${words}`
    const said = Result.isSuccess(outcome) ? Option.toArray(outcome.success) : []
    return [
      ...said.map(({ blocks }): Shown => ({ where, blocks: blocks ?? [] })),
      ...opened.map((view): Shown => ({ where, blocks: view.blocks as ReadonlyArray<KnownBlock>, view }))
    ]
  })

  press = Effect.fnUntraced(function* (this: Looking, from: string, { action_id: id = "", value }: Button) {
    const handler = buttons.get(id)
    if (handler === undefined) return []
    this.pressed.add(id)
    const opened: Array<ModalView> = []
    const where = `${from} > ${id}`
    this.#note(
      where,
      yield* attempt(handler, {
        person: this.#person,
        value,
        openForm: (view) => Effect.sync(() => void opened.push(view))
      })
    )
    return opened.map((view): Shown => ({ where, blocks: view.blocks as ReadonlyArray<KnownBlock>, view }))
  })

  /** Each correction that is offered leads to its form, and each interviewer can be given the interview. */
  chooseEach = Effect.fnUntraced(function* (this: Looking, { where, view }: Shown) {
    const id = view?.callback_id ?? ""
    const field = chosenIn[id]
    const handler = submissions.get(id)
    if (view === undefined || field === undefined) return
    if (handler === undefined) throw new Error(`nothing takes what is chosen in ${id}`)
    for (const option of optionsOf(view, field)) {
      this.pressed.add(`choice ${field} ${id === CORRECTION_CHOICE_FORM ? option.value : "one of them"}`)
      const named =
        option.value === "named-below" ? { [ANOTHER_PERSON]: { value: { selected_user: interviewer } } } : {}
      const values = { ...filledIn(view), ...named, [field]: { value: { selected_option: option } } }
      this.#note(
        `${where} > ${field} ${option.value}`,
        yield* attempt(handler, { person: this.#person, metadata: view.private_metadata ?? "", values })
      )
    }
  })

  /** Presses whatever is on it, and whatever is on what that opens. */
  pressAll = (shown: ReadonlyArray<Shown>, depth = 3): Doing<void> =>
    Effect.gen({ self: this }, function* () {
      for (const one of shown) {
        yield* this.chooseEach(one)
        if (depth === 0) continue
        for (const button of buttonsIn(one.blocks))
          yield* this.pressAll(yield* this.press(one.where, button), depth - 1)
      }
    })
}

const homesOf = (person: PersonId): Doing<ReadonlyArray<Shown>> =>
  Effect.forEach(HomeTab.literals, (tab) =>
    Effect.map(attempt(home, { person, value: encodeHomePlace(onTab(tab)) }), (outcome) => ({
      where: `Home ${tab}`,
      blocks: Result.isSuccess(outcome) ? (outcome.success.blocks as ReadonlyArray<KnownBlock>) : []
    }))
  )

const episodeButtonsOf = ({ told }: Scene, person: PersonId, looking: Looking) =>
  Effect.forEach(told.state.episodes, ({ id: episodeId }) =>
    looking.press(`episode of ${person}`, {
      type: "button",
      action_id: moreButton.actionId,
      text: { type: "plain_text", text: "More" },
      value: encodeCaseLink({ child, episodeId })
    })
  )

/** All that this person is shown of the child, from wherever they look. */
const lookAround = Effect.fnUntraced(function* (scene: Scene, role: Holder) {
  const person = holders[role]
  const looking = new Looking(person)
  const seesCases = reachOf(rolesOf(person), "see-cases") !== "none"
  const shown = [
    ...(yield* homesOf(person)),
    ...(seesCases ? (yield* episodeButtonsOf(scene, person, looking)).flat() : []),
    ...(yield* looking.typed("/missing", `status ${child}`)),
    ...(yield* looking.typed("/missing", "open")),
    ...(yield* looking.typed("/missing", `correct ${child}`)),
    ...(yield* looking.typed("/rhi", "queue")),
    ...(yield* looking.typed("/rhi", "mine")),
    ...(yield* looking.typed("/rhi", `why ${child}`))
  ]
  yield* looking.pressAll(shown)
  return looking
})

it("everything a person is shown to press or choose opens what it says, whatever has happened", async () => {
  const pressed = new Set<string>()
  await fc.assert(
    fc.asyncProperty(scenes, async (scene) => {
      for (const role of everyHolder) {
        const looking = await inScene(scene, lookAround(scene, role))
        for (const id of looking.pressed) pressed.add(`${role} ${id}`)
        expect([role, looking.refused]).toEqual([role, []])
      }
    }),
    { numRuns: 20 }
  )
  // The property looks at something: each of these was shown to those who may.
  expect([...pressed]).toEqual(
    expect.arrayContaining([
      "missing-coordinator assign-interview",
      `worker ${correctButton.actionId}`,
      "worker choice choice facts",
      "missing-coordinator choice interviewer one of them",
      "team-manager choice choice wrong-child",
      "interviewer log-interview",
      "mash screen"
    ])
  )
})

/** That a person may not, whatever stands of the child. */
const closedToThem = new Set(
  permissions.flatMap((permission) => [notSetUp(permission), notTheirs(permission)].map(({ message }) => message))
)
const wordsOf = { "/missing": missingWords, "/rhi": rhiWords } as const

/** A word as a thumb gets it wrong, with a child or without. */
const mistyped = fc.constantFrom(...(["/missing", "/rhi"] as const)).chain((family) =>
  fc.record({
    family: fc.constant(family),
    word: fc.constantFrom(...wordsOf[family]),
    leftOut: fc.nat(20),
    reference: fc.constantFrom("", ` ${child}`)
  })
)

it("the command that was most likely meant is one that its reader may use", async () => {
  const guessed = new Set<string>()
  await fc.assert(
    fc.asyncProperty(scenes, mistyped, async (scene, { family, word, leftOut, reference }) => {
      const place = leftOut % word.length
      const typed = `${word.slice(0, place)}${word.slice(place + 1)}${reference}`
      for (const role of everyHolder) {
        const looking = new Looking(holders[role])
        const said = await inScene(scene, looking.typed(family, typed))
        const [, meant] = /Did you mean `\/[a-z]+ ([a-z]+)`/.exec(JSON.stringify(said)) ?? []
        if (meant === undefined) continue
        guessed.add(`${role} ${family} ${meant}`)
        const openForm = () => Effect.void
        const outcome = await inScene(
          scene,
          families[family]({ person: holders[role], command: `${meant} ${child}`, openForm })
        )
        const isRefused = reference !== "" && Result.isFailure(outcome) && closedToThem.has(outcome.failure.sentence)
        expect([role, typed, meant, isRefused]).toEqual([role, typed, meant, false])
      }
    }),
    { numRuns: 150 }
  )
  expect(guessed.size).toBeGreaterThan(20)
})
