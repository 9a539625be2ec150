/** How the submission of a form about one episode is recorded, and on which version of the case. */

import { Casework } from "@safe-return/casework"
import type { Command } from "@safe-return/domain/pathway"
import type { KnownBlock, ModalView } from "@slack/types"
import { Effect, Option, type Result } from "effect"
import { linesInSections } from "../blocks/blocks.ts"
import type { CaseLink } from "../blocks/caseLink.ts"
import type { Problem } from "../handlers/explain.ts"
import { childOfLink, findEpisode, readLink } from "../handlers/findCase.ts"
import type { CaseServices, HandlerServices, Submission, SubmissionHandler } from "../handlers/Handler.ts"
import { namingRecorded } from "../handlers/namingRecorded.ts"
import { type CaseForm, openOn } from "./CaseForm.ts"
import { changesSince } from "./changesSince.ts"
import { sayingEveryMistake } from "./everyMistake.ts"
import type { FormValues, InvalidSubmission } from "./form.ts"
import { noticeView } from "./noticeView.ts"

interface CaseSubmission extends Submission {
  readonly link: CaseLink
  /** What the first command of the form carries; undefined where the form does not say what its user saw. */
  readonly expectedVersion: number | undefined
}

/** How often it is tried again because another person recorded something between the look and the write. */
const TRIES = 20

type Handle<Services> = (submission: CaseSubmission) => Effect.Effect<Option.Option<ModalView>, Problem, Services>

const notRecorded = (changes: ReadonlyArray<string>, { submit }: ModalView): ReadonlyArray<KnownBlock> =>
  linesInSections([
    `:warning: *Not recorded${submit === undefined ? "" : " yet"}.* Since you opened this form:`,
    ...changes.map((line) => `• ${line}`),
    ...(submit === undefined ? [] : ["Check what you entered and send it again."])
  ])

/** Where the episode has changed since the form was opened, the form says so on top and keeps what was filled in. */
export const submissionBeyondCase = (form: CaseForm, handle: Handle<HandlerServices>): SubmissionHandler => ({
  permission: form.permission,
  about: ({ metadata }) => childOfLink(metadata),
  handle: Effect.fn("submissionOf")(function* (submission) {
    const link = yield* readLink(submission.metadata)
    const { child, episodeId, seen } = link
    const casework = yield* Casework
    const look = Effect.gen(function* () {
      const version = yield* casework.version(child)
      const state = yield* casework.get(child)
      if (seen === undefined) return yield* handle({ ...submission, link, expectedVersion: undefined })
      const episode = yield* findEpisode(state, episodeId)
      const { overtaken } = form
      const { person, values } = submission
      const changes = [
        ...(seen === version ? [] : yield* changesSince(child, state, episode, seen, overtaken?.event)),
        ...(overtaken === undefined ? [] : yield* overtaken.lines({ child, state, episode, person, values, seen }))
      ]
      if (changes.length === 0) return yield* handle({ ...submission, link, expectedVersion: version })
      const view = yield* openOn(form, child, episodeId, person)
      return Option.some({ ...view, blocks: [...notRecorded(changes, view), ...view.blocks] })
    })
    return yield* Effect.retry(look, { while: ({ _tag }) => _tag === "StreamMoved", times: TRIES })
  })
})

/** The same for what is recorded on the case alone: everything that is wrong with it is said at once. */
export const submissionOf = (form: CaseForm, handle: Handle<CaseServices>): SubmissionHandler =>
  submissionBeyondCase(form, (submission) =>
    sayingEveryMistake(submission, (values) => handle({ ...submission, values }))
  )

/** Records the one command that the form comes to, and closes the form or says what to do then. */
export const recordingOf = (
  form: CaseForm,
  commandOf: (submission: CaseSubmission) => Result.Result<Command, InvalidSubmission>,
  noticeOf?: (submission: CaseSubmission) => string
): SubmissionHandler =>
  submissionOf(
    form,
    Effect.fnUntraced(function* (submission) {
      const { link, person, expectedVersion } = submission
      const command = yield* Effect.fromResult(commandOf(submission))
      const casework = yield* Casework
      yield* namingRecorded(link.child, link.episodeId)(casework.execute(link.child, command, person, expectedVersion))
      return noticeOf === undefined ? Option.none() : Option.some(noticeView(noticeOf(submission)))
    })
  )

/** The same, on whatever was recorded since the form was opened: that a child is found or back never waits. */
export const recordingOnNewest = (
  form: CaseForm,
  commandOf: (link: CaseLink, values: FormValues) => Result.Result<Command, InvalidSubmission>
): SubmissionHandler => ({
  permission: form.permission,
  about: ({ metadata }) => childOfLink(metadata),
  handle: (submission) =>
    sayingEveryMistake(
      submission,
      Effect.fnUntraced(function* (values) {
        const link = yield* readLink(submission.metadata)
        const command = yield* Effect.fromResult(commandOf(link, values))
        const casework = yield* Casework
        yield* namingRecorded(link.child, link.episodeId)(casework.execute(link.child, command, submission.person))
        return Option.none()
      })
    )
})
