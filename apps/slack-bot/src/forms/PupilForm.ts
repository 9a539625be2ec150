/** A form about the case of a child missing education: how it is opened by a word, and how its submission is recorded. */
import {
  type AnyCasePermission,
  Council,
  EducationCasework,
  NewIds,
  NoSuchCase,
  type PupilFile,
  resolvePupil,
  UnknownPupil
} from "@safe-return/casework"
import { type CivilDay, Instant, londonDayOf } from "@safe-return/domain/calendar"
import {
  type CmeCase,
  CmeCaseId,
  type CmeCommand,
  isOpenCase,
  PupilReference,
  type PupilState
} from "@safe-return/domain/education"
import type { PersonId } from "@safe-return/domain/pathway"
import { educationCaseStatus } from "@safe-return/wording"
import type { Button, ModalView } from "@slack/types"
import { Clock, Effect, Option, type Result, Schema } from "effect"
import { escapeSlack, section } from "../blocks/blocks.ts"
import { OutOfDate, type Problem } from "../handlers/explain.ts"
import type { ButtonHandler, CaseServices, CommandHandler, SubmissionHandler } from "../handlers/Handler.ts"
import { sayingEveryMistake } from "./everyMistake.ts"
import { type FormValues, InvalidSubmission } from "./form.ts"
import { noticeView } from "./noticeView.ts"

/** A word of a command that opens a form for the child it names: `/cme close EDU-10432`. */
export type PupilCommand = `/cme ${string}`

const PupilLink = Schema.Struct({
  pupil: PupilReference,
  caseId: CmeCaseId,
  /** How many events were recorded of the child when the form was opened. */
  seen: Schema.Int,
  /** The id of what the form may add: sent twice, it is added once. */
  newId: Schema.NonEmptyString
})
export type PupilLink = typeof PupilLink.Type

const PupilLinkJson = Schema.fromJsonString(PupilLink)
export const encodePupilLink: (link: PupilLink) => string = Schema.encodeSync(PupilLinkJson)
const decodePupilLink = Schema.decodeUnknownOption(PupilLinkJson)

interface AskedAbout {
  readonly link: PupilLink
  readonly educationCase: CmeCase
  /** All that is on record of the child. */
  readonly state: PupilState
  readonly today: CivilDay
}

interface Submitted extends AskedAbout {
  readonly values: FormValues
  readonly person: PersonId
}

/** What a submission comes to. */
export interface PupilRecord {
  readonly commands: ReadonlyArray<CmeCommand>
  /** What the person reads once it is recorded. */
  readonly said: string
}

/** Which of a child's cases a form is about. */
export type CaseMeant =
  | "open"
  /** Where none is open. */
  | "closed"
  /** The open one, or else the one that was closed last. */
  | "latest"
  /** The latest, where there is another beside it. */
  | "one-of-several"
  | "joined"

export interface PupilForm {
  readonly permission: AnyCasePermission
  /** What the button says that opens it. */
  readonly buttonText: string
  /** Absent where it is the open one. */
  readonly isOf?: CaseMeant
  readonly open: (asked: AskedAbout) => ModalView
  readonly read: (submitted: Submitted) => Result.Result<PupilRecord, InvalidSubmission>
  /** Whether it says what its user saw: recorded on that version alone. */
  readonly isOnWhatWasSeen?: true
  /** The input that a fact of its commands was read from, where that has another name. */
  readonly inputOf?: Readonly<Record<string, string>>
}

export const todayInLondon = Effect.map(Clock.currentTimeMillis, (now) => londonDayOf(Instant(now)))

/** The child on record that a typed reference names, in any spelling. */
export const findPupil = Effect.fnUntraced(function* (
  typed: PupilReference
): Effect.fn.Return<PupilFile, Problem, Council | EducationCasework> {
  const { educationReferences } = yield* Council
  const reference = yield* resolvePupil(typed, educationReferences)
  const file = yield* (yield* EducationCasework).file(reference)
  return file.version === 0 ? yield* new UnknownPupil({ reference }) : file
})

const notJoined = ({ cases }: PupilState) => cases.filter(({ mergedInto }) => mergedInto === undefined)

const openIn = ({ cases }: PupilState) => cases.find(isOpenCase)

const closedLastIn = (state: PupilState) =>
  notJoined(state)
    .toSorted((one, other) => (one.closure?.closedOn ?? 0) - (other.closure?.closedOn ?? 0))
    .at(-1)

const latestIn = (state: PupilState) => openIn(state) ?? closedLastIn(state)

const findCase: Readonly<Record<CaseMeant, (state: PupilState) => CmeCase | undefined>> = {
  open: openIn,
  closed: (state) => (openIn(state) === undefined ? closedLastIn(state) : undefined),
  latest: latestIn,
  "one-of-several": (state) => (notJoined(state).length > 1 ? latestIn(state) : undefined),
  joined: ({ cases }) => cases.find(({ mergedInto }) => mergedInto !== undefined)
}

/** The case that a form is about; none where the child has no such case, so that it could only refuse. */
export const caseMeant = (state: PupilState, { isOf = "open" }: Pick<PupilForm, "isOf">): CmeCase | undefined =>
  findCase[isOf](state)

const caseOf = (file: PupilFile, form: PupilForm): Effect.Effect<CmeCase, NoSuchCase> => {
  const one = caseMeant(file.state, form)
  const wanted = form.isOf ?? "open"
  return one === undefined ? Effect.fail(new NoSuchCase({ reference: file.child, wanted })) : Effect.succeed(one)
}

/** The first line of every form about a case. */
export const pupilHeading = ({ link, educationCase }: AskedAbout) =>
  section(`*${escapeSlack(link.pupil)}* · ${educationCaseStatus(educationCase)}`)

const viewFor = Effect.fn("pupilFormFor")(function* (
  form: PupilForm,
  reference: PupilReference
): Effect.fn.Return<ModalView, Problem, CaseServices> {
  const file = yield* findPupil(reference)
  const educationCase = yield* caseOf(file, form)
  const newId = yield* (yield* NewIds).enquiry
  const link = { pupil: file.child, caseId: educationCase.id, seen: file.version, newId }
  const view = form.open({ link, educationCase, state: file.state, today: yield* todayInLondon })
  return { ...view, private_metadata: encodePupilLink(link) }
})

/** `/cme <word> <reference>` */
export const pupilCommandFor = (form: PupilForm): CommandHandler<{ readonly reference: PupilReference }> => ({
  permission: form.permission,
  pupil: ({ command }) => Option.some(command.reference),
  handle: ({ command, openForm }) =>
    Effect.as(Effect.flatMap(viewFor(form, command.reference), openForm), Option.none())
})

const PupilValue = Schema.fromJsonString(Schema.Struct({ pupil: PupilReference }))
export const encodePupilValue = Schema.encodeSync(PupilValue)

/** The child that a button is about; none where it is not one of ours. */
export const pupilOfValue = (value: string | undefined): Option.Option<PupilReference> =>
  Option.map(Schema.decodeUnknownOption(PupilValue)(value), ({ pupil }) => pupil)

export const pupilButton = (actionId: string, text: string, pupil: PupilReference): Button => ({
  type: "button",
  action_id: actionId,
  text: { type: "plain_text", text },
  value: encodePupilValue({ pupil })
})

const buttonFor = (form: PupilForm): ButtonHandler => ({
  permission: form.permission,
  pupil: ({ value }) => pupilOfValue(value),
  handle: ({ value, openForm }) =>
    Option.match(pupilOfValue(value), {
      onNone: () => Effect.fail(new OutOfDate()),
      onSome: (reference) => Effect.flatMap(viewFor(form, reference), openForm)
    })
})

export const ON_RECORD = "That is on record already. Nothing was recorded twice."

const record = Effect.fn("recordPupilForm")(function* (
  form: PupilForm,
  link: PupilLink,
  { values, person }: Pick<Submitted, "values" | "person">
): Effect.fn.Return<Option.Option<ModalView>, Problem, CaseServices> {
  const casework = yield* EducationCasework
  const { state } = yield* casework.file(link.pupil)
  const educationCase = state.cases.find(({ id }) => id === link.caseId)
  if (educationCase === undefined) return yield* new OutOfDate()
  const today = yield* todayInLondon
  const { commands, said } = yield* Effect.fromResult(form.read({ link, educationCase, state, today, values, person }))
  const expected = form.isOnWhatWasSeen === true ? link.seen : undefined
  const { events } = yield* Effect.mapError(casework.executeAll(link.pupil, commands, person, expected), (problem) => {
    const input = "field" in problem ? form.inputOf?.[problem.field] : undefined
    return input === undefined ? problem : new InvalidSubmission({ fields: { [input]: problem.message } })
  })
  return Option.some(noticeView(events.length === 0 ? ON_RECORD : said))
})

/** The form by its word, its button and what comes back of it; the button has the callback id of the form. */
export const pupilSlice = (command: PupilCommand, callbackId: string, form: PupilForm) => ({
  buttons: { [callbackId]: buttonFor(form) },
  pupilCommands: { [command]: form },
  submissions: { [callbackId]: pupilSubmission(form) }
})

/** Records what the form comes to, and says that it did; everything that is wrong with it is said at once. */
const pupilSubmission = (form: PupilForm): SubmissionHandler => ({
  permission: form.permission,
  pupil: ({ metadata }) => Option.map(decodePupilLink(metadata), ({ pupil }) => pupil),
  handle: (submission) =>
    sayingEveryMistake(submission, (values) =>
      Option.match(decodePupilLink(submission.metadata), {
        onNone: (): Effect.Effect<Option.Option<ModalView>, Problem, CaseServices> => Effect.fail(new OutOfDate()),
        onSome: (link) => record(form, link, { values, person: submission.person })
      })
    )
})
