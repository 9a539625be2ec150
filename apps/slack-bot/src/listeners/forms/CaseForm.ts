/** A form about one episode. A command, a button and a shortcut all open the same one, so nobody must know syntax. */
import type { ChildReference, ChildState, Episode, PersonId } from "@safe-return/domain/pathway"
import type { ModalView } from "@slack/types"
import { Effect, Option } from "effect"
import { Casework } from "../../casework/Casework.ts"
import type { Permission } from "../../people/roles.ts"
import type { ButtonHandler } from "../actions/ButtonHandler.ts"
import type { CommandHandler } from "../commands/CommandHandler.ts"
import { OutOfDate, type Problem } from "../explain.ts"
import { childOfLink, findChild, findEpisode, readLink } from "../findCase.ts"
import type { HandlerServices } from "../Handler.ts"

export interface AskedAbout {
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly person: PersonId
}

export interface CaseForm {
  readonly permission: Permission
  /** The episode meant when only the child is named. */
  readonly episodeMeant: (state: ChildState) => Option.Option<Episode>
  /** Fails with what the domain would refuse however the form is filled in. */
  readonly open: (asked: AskedAbout) => Effect.Effect<ModalView, Problem, HandlerServices>
}

/** The form for a child who was named by reference. */
export const formForChild = Effect.fn("formForChild")(function* (
  form: CaseForm,
  reference: ChildReference,
  person: PersonId
): Effect.fn.Return<ModalView, Problem, HandlerServices> {
  const { child, state } = yield* findChild(reference)
  const episode = form.episodeMeant(state)
  if (Option.isNone(episode)) return yield* new OutOfDate()
  return yield* form.open({ child, state, episode: episode.value, person })
})

/** `/rhi <word> <reference>` */
export const commandFor = (form: CaseForm): CommandHandler<{ readonly reference: ChildReference }> => ({
  permission: form.permission,
  about: ({ command }) => Option.some(command.reference),
  handle: Effect.fn("openByCommand")(function* ({ command, person, openForm }) {
    yield* openForm(yield* formForChild(form, command.reference, person))
    return Option.none()
  })
})

/** A button on a card or a message, whose value says which episode. */
export const buttonFor = (form: CaseForm): ButtonHandler => ({
  permission: form.permission,
  about: ({ value }) => childOfLink(value),
  handle: Effect.fn("openByButton")(function* ({ person, value, openForm }) {
    const { child, episodeId } = yield* readLink(value)
    const casework = yield* Casework
    const state = yield* casework.get(child)
    const episode = yield* findEpisode(state, episodeId)
    yield* openForm(yield* form.open({ child, state, episode, person }))
  })
})
