/** A form about one episode. A command, a button and a shortcut all open the same one, so nobody must know syntax. */

import { Casework, notTheirs, People, type Permission, reachOf } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import {
  type ChildReference,
  type ChildState,
  type Command,
  type Episode,
  type EpisodeId,
  isOpen,
  keptRecord,
  latestEpisode,
  type PathwayEvent,
  type PersonId,
  precheck
} from "@safe-return/domain/pathway"
import { episodeStatus } from "@safe-return/wording"
import type { ModalView } from "@slack/types"
import { Clock, Effect, Option } from "effect"
import { section } from "../blocks/blocks.ts"
import { type CaseButton, type CaseLink, encodeCaseLink } from "../blocks/caseLink.ts"
import { checkNotMoved } from "../handlers/checkNotMoved.ts"
import { MovedOn, type Problem } from "../handlers/explain.ts"
import { childOfLink, findChild, findEpisode, readLink, withoutEpisode } from "../handlers/findCase.ts"
import type { ButtonHandler, CaseServices, CommandHandler, SubmissionHandler } from "../handlers/Handler.ts"
import { namingRecorded } from "../handlers/namingRecorded.ts"
import { mayOn } from "../handlers/permissionsOn.ts"
import type { FormValues } from "./form.ts"
import type { PupilCommand, PupilForm } from "./PupilForm.ts"
import { type ReferenceExamples, referenceExamples } from "./referenceExamples.ts"
import { whichEpisodeView } from "./whichEpisode.ts"

/** A slash command that opens a form for the child it names: `/missing screen LCS-10432`. */
type FormCommand = `${"/missing" | "/rhi"} ${string}`

/** All that Slack asks of one form, or of a few that are one. */
export interface FormSlice {
  /** By the action id of the button that opens it. */
  readonly buttons?: Readonly<Record<string, ButtonHandler>>
  readonly commands?: Readonly<Record<FormCommand, CaseForm>>
  readonly pupilCommands?: Readonly<Record<PupilCommand, PupilForm>>
  /** By the callback id that its submission comes back with. */
  readonly submissions?: Readonly<Record<string, SubmissionHandler>>
}

type Stage = Episode["progress"]["_tag"]

/** The open episodes of which this can still be recorded. */
export const episodesAt = (state: ChildState, ...stages: ReadonlyArray<Stage>): ReadonlyArray<Episode> =>
  state.episodes.filter((episode) => isOpen(episode) && stages.includes(episode.progress._tag))

/** The latest of them; or else the latest of all, so that the domain says why it cannot be recorded. */
export const latestAt =
  (...stages: ReadonlyArray<Stage>) =>
  (state: ChildState): Option.Option<Episode> => {
    const episodes = episodesAt(state, ...stages)
    return latestEpisode(episodes.length === 0 ? state : { ...state, episodes })
  }

/** The latest open episode of which it can still be recorded; where there are several, the person says which. */
export const meantAt = (
  button: CaseButton,
  ...stages: ReadonlyArray<Stage>
): Pick<CaseForm, "episodeMeant" | "which"> => ({
  episodeMeant: latestAt(...stages),
  which: { button, among: (state) => episodesAt(state, ...stages) }
})

/** Who asks for a form, and about which episode. */
interface FormRequest {
  readonly child: ChildReference
  readonly state: ChildState
  readonly episode: Episode
  readonly person: PersonId
}

interface AskedAbout extends FormRequest {
  readonly link: CaseLink
  readonly now: Instant
  /** What the council's references look like. */
  readonly examples: ReferenceExamples
}

interface Submitted extends FormRequest {
  readonly values: FormValues
  /** The version of the case that the form showed. */
  readonly seen: number | undefined
}

/** What a form of several answers says of those that someone else gave first. */
interface OvertakenAnswers {
  /** Left out of the thread's lines, which say less of it. */
  readonly event: PathwayEvent["_tag"]
  readonly lines: (submitted: Submitted) => Effect.Effect<ReadonlyArray<string>, Problem, CaseServices>
}

interface EpisodeChoice {
  readonly button: CaseButton
  readonly among: (state: ChildState) => ReadonlyArray<Episode>
}

export interface CaseForm {
  readonly permission: Permission
  /** The episode meant when only the child is named. */
  readonly episodeMeant: (state: ChildState) => Option.Option<Episode>
  /** Where several episodes could be meant: which they are, and the button to choose with. */
  readonly which?: EpisodeChoice
  /** The kind of command it comes to: nobody is shown a form for one that cannot be recorded now. */
  readonly records?: Command["_tag"] | ((asked: AskedAbout) => Command["_tag"] | undefined)
  /** So that no answer of the form is dropped without a word. */
  readonly overtaken?: OvertakenAnswers
  /** It puts right what was joined, moved or cancelled; any other form opens on the record that is kept. */
  readonly isAsNamed?: true
  /** The form to fill in; ask for it by {@link viewOf}, which looks first whether it can be recorded. */
  readonly open: (asked: AskedAbout) => Effect.Effect<ModalView, Problem, CaseServices>
}

/** The form, or why what it records cannot be recorded now. */
export const viewOf = Effect.fnUntraced(function* (
  form: CaseForm,
  request: FormRequest
): Effect.fn.Return<ModalView, Problem, CaseServices> {
  const { child, state, episode } = request
  const now = Instant(yield* Clock.currentTimeMillis)
  const examples = yield* referenceExamples
  const asked = { ...request, link: { child, episodeId: episode.id }, now, examples }
  const tag = typeof form.records === "function" ? form.records(asked) : form.records
  if (tag !== undefined) {
    yield* namingRecorded(child, episode.id)(Effect.fromResult(precheck(state, tag, episode.id, request.person)))
  }
  return yield* Effect.catchTag(form.open(asked), "OutOfDate", () =>
    Effect.fail(new MovedOn({ child, status: episodeStatus(state, episode) }))
  )
})

const JOINED =
  ":information_source: That record was joined to another of the same disappearance. This is the one that is kept."

/** The form as things stand now, stamped with the version of the case that it shows. */
export const openOn = Effect.fn("openOn")(function* (
  form: CaseForm,
  child: ChildReference,
  episodeId: EpisodeId,
  person: PersonId
): Effect.fn.Return<ModalView, Problem, CaseServices> {
  const casework = yield* Casework
  // Read before the state: an event in between is then shown as a change, where otherwise it would be passed over.
  const seen = yield* casework.version(child)
  const state = yield* casework.get(child)
  const named = yield* findEpisode(state, episodeId)
  const episode = form.isAsNamed === true ? named : keptRecord(state, named)
  if (form.isAsNamed !== true) yield* checkNotMoved(child, state, episode)
  const view = yield* viewOf(form, { child, state, episode, person })
  return {
    ...view,
    private_metadata: encodeCaseLink({ child, episodeId: episode.id, seen }),
    blocks: episode === named ? view.blocks : [section(JOINED), ...view.blocks]
  }
})

/** A form that comes next, stamped with the version after what was just recorded. */
export const asOfNow = Effect.fn("asOfNow")(function* (
  view: ModalView,
  link: CaseLink
): Effect.fn.Return<ModalView, never, Casework> {
  const casework = yield* Casework
  const seen = yield* casework.version(link.child)
  return { ...view, private_metadata: encodeCaseLink({ ...link, seen }) }
})

/** The case as far as a person may act on it: to some, only the episodes of their interview are open. */
const openTo = Effect.fnUntraced(function* (
  { permission }: CaseForm,
  { child, state, person }: Pick<FormRequest, "child" | "state" | "person">
) {
  const people = yield* People
  const reach = reachOf(yield* people.rolesOf(person), permission)
  if (reach === "any") return state
  const episodes = yield* Effect.filter(state.episodes, ({ id: episodeId }) =>
    mayOn(reach, permission, { child, episodeId }, person)
  )
  return { ...state, episodes }
})

/** The form for a child who was named by reference. */
export const formForChild = Effect.fn("formForChild")(function* (
  form: CaseForm,
  reference: ChildReference,
  person: PersonId
): Effect.fn.Return<ModalView, Problem, CaseServices> {
  const { child, state } = yield* findChild(reference)
  const { which } = form
  const open = yield* openTo(form, { child, state, person })
  const several = which?.among(open) ?? []
  if (which !== undefined && several.length > 1) return whichEpisodeView(child, state, several, which.button)
  const episode = form.episodeMeant(open)
  if (Option.isNone(episode)) {
    return yield* open.episodes.length < state.episodes.length
      ? notTheirs(form.permission)
      : withoutEpisode(child, state)
  }
  return yield* openOn(form, child, episode.value.id, person)
})

interface FormCommandTyped {
  readonly reference: ChildReference
  /** Why the form opens where the command was meant to do it at once. */
  readonly said?: string
}

const withSaid = (view: ModalView, said: string | undefined): ModalView =>
  said === undefined ? view : { ...view, blocks: [section(`:information_source: ${said}`), ...view.blocks] }

/** `/rhi <word> <reference>` */
export const commandFor = (form: CaseForm): CommandHandler<FormCommandTyped> => ({
  permission: form.permission,
  about: ({ command }) => Option.some(command.reference),
  handle: Effect.fn("openByCommand")(function* ({ command, person, openForm }) {
    yield* openForm(withSaid(yield* formForChild(form, command.reference, person), command.said))
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
