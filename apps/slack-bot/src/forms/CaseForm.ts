/** A form about one episode. A command, a button and a shortcut all open the same one, so nobody must know syntax. */

import { Casework, type Permission } from "@safe-return/casework"
import type { ChildReference, ChildState, Episode, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import type { JournalUnavailable } from "@safe-return/journal"
import type { ModalView } from "@slack/types"
import { Effect, Option } from "effect"
import type { ButtonHandler } from "../handlers/ButtonHandler.ts"
import type { CommandHandler } from "../handlers/CommandHandler.ts"
import { OutOfDate, type Problem } from "../handlers/explain.ts"
import { childOfLink, findChild, findEpisode, readLink } from "../handlers/findCase.ts"
import type { HandlerServices } from "../handlers/Handler.ts"
import { section } from "../messages/blocks.ts"
import type { foundButton } from "../messages/caseButtons.ts"
import { type CaseLink, encodeCaseLink } from "../messages/caseLink.ts"
import { changesSince } from "./changesSince.ts"
import { severalOwed } from "./episodeOwedInterview.ts"
import type { SubmissionHandler } from "./SubmissionHandler.ts"
import { whichEpisodeView } from "./whichEpisodeView.ts"
import { withExpectedVersion } from "./withExpectedVersion.ts"

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
  /** The button to choose with, where several episodes owed an interview could be meant. */
  readonly which?: typeof foundButton
  /** Fails with what the domain would refuse however the form is filled in. */
  readonly open: (asked: AskedAbout) => Effect.Effect<ModalView, Problem, HandlerServices>
}

/** How often it is looked again because somebody recorded something between the look and the write. */
const LOOKS = 20

/** The form as things stand now, stamped with how much of the child's history it shows. */
const openOn = Effect.fn("openOn")(function* (
  form: CaseForm,
  child: ChildReference,
  episodeId: EpisodeId,
  person: PersonId
): Effect.fn.Return<ModalView, Problem, HandlerServices> {
  const casework = yield* Casework
  // Counted before the state is read: an event in between is then told of, where otherwise it would be passed over.
  const { length: seen } = yield* casework.history(child)
  const state = yield* casework.get(child)
  const episode = yield* findEpisode(state, episodeId)
  const view = yield* form.open({ child, state, episode, person })
  return { ...view, private_metadata: encodeCaseLink({ child, episodeId, seen }) }
})

/** A form that comes next, after something was recorded: stamped like one that is opened, so that it overwrites as little. */
export const asOfNow = Effect.fn("asOfNow")(function* (
  view: ModalView,
  link: CaseLink
): Effect.fn.Return<ModalView, JournalUnavailable, Casework> {
  const casework = yield* Casework
  const { length: seen } = yield* casework.history(link.child)
  return { ...view, private_metadata: encodeCaseLink({ ...link, seen }) }
})

/** The form for a child who was named by reference. */
export const formForChild = Effect.fn("formForChild")(function* (
  form: CaseForm,
  reference: ChildReference,
  person: PersonId
): Effect.fn.Return<ModalView, Problem, HandlerServices> {
  const { child, state } = yield* findChild(reference)
  const several = form.which === undefined ? [] : severalOwed(state)
  if (form.which !== undefined && several.length > 1) return whichEpisodeView(child, state, several, form.which)
  const episode = form.episodeMeant(state)
  if (Option.isNone(episode)) return yield* new OutOfDate()
  return yield* openOn(form, child, episode.value.id, person)
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
    yield* openForm(yield* openOn(form, child, episodeId, person))
  })
})

/**
 * The form was sent. If something was recorded of the episode since it was opened, nothing is recorded yet: the form
 * says what, on top, and keeps what was filled in, so that nobody overwrites what they have not seen.
 */
export const submissionOf = (form: CaseForm, handle: SubmissionHandler["handle"]): SubmissionHandler => ({
  permission: form.permission,
  about: ({ metadata }) => childOfLink(metadata),
  handle: Effect.fn("submissionOf")(function* (submission) {
    const { child, episodeId, seen } = yield* readLink(submission.metadata)
    const casework = yield* Casework
    const look = Effect.gen(function* () {
      const { length: version } = yield* casework.history(child)
      const state = yield* casework.get(child)
      const news =
        seen === undefined ? [] : yield* changesSince(child, state, yield* findEpisode(state, episodeId), seen)
      if (news.length === 0)
        return yield* withExpectedVersion(handle(submission), child, seen === undefined ? seen : version)
      const view = yield* openOn(form, child, episodeId, submission.person)
      const told = `:warning: *Not recorded yet.* Since you opened this form:\n${news.map((line) => `• ${line}`).join("\n")}\nCheck what you entered and send it again.`
      return Option.some({ ...view, blocks: [section(told), ...view.blocks] })
    })
    return yield* Effect.retry(look, { while: ({ _tag }) => _tag === "StreamMoved", times: LOOKS })
  })
})
