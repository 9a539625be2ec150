/** A handler is a permission and an effect; permission, audit, refusals and faults are dealt with here, once. */

import {
  type AnyCasePermission,
  type Casework,
  Council,
  type EducationCasework,
  NewIds,
  type Notifications,
  notTheirs,
  People,
  type Permission,
  resolvePupil,
  resolveSystemReference
} from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import type { PupilReference } from "@safe-return/domain/education"
import type { ReferenceSystem } from "@safe-return/domain/joinedUp"
import { ChildReference, type EpisodeId, type PersonId } from "@safe-return/domain/pathway"
import { Audit, type Availabilities, type JoinedUpRecords, type Profiles } from "@safe-return/journal"
import type { Incidents, Outreach } from "@safe-return/outreach"
import type { InputBlock, ModalView } from "@slack/types"
import type { WebClient } from "@slack/web-api"
import { Cause, Clock, Effect, Option, Result } from "effect"
import type { MessageContent } from "../blocks/blocks.ts"
import { decodeCaseLink } from "../blocks/caseLink.ts"
import type { FormValues } from "../forms/form.ts"
import type { MissingChannel } from "../slack/MissingChannel.ts"
import { councilSays, inWordsOf } from "../words/withCouncilWords.ts"
import { type Explanation, explain, FormNotOpened, ourFault, type Problem } from "./explain.ts"
import { findOrNew } from "./findCase.ts"
import { mayOn } from "./permissionsOn.ts"

interface ButtonPress extends HandlerRequest {
  /** The button's value: the ids of what it is about. */
  readonly value: string | undefined
  readonly openForm: OpenForm
}

/** A button opens a form, and only its submission records; the one to acknowledge an alert records by itself. */
export type ButtonHandler = Handler<ButtonPress, void>

export interface CommandRequest<Parsed> extends HandlerRequest {
  readonly command: Parsed
  readonly openForm: OpenForm
}

/** The reply only the person sees; none when a form was opened instead. */
export type CommandHandler<Parsed> = Handler<CommandRequest<Parsed>, Option.Option<MessageContent>>

export interface ShortcutRequest extends HandlerRequest {
  readonly openForm: OpenForm
  /** The text of the message whose menu it was picked from; none for one of the global shortcuts. */
  readonly messageText?: string
}

export type ShortcutHandler = Handler<ShortcutRequest, void>

export interface Submission extends HandlerRequest {
  /** The form's private metadata: the ids of what it is about. */
  readonly metadata: string
  readonly values: FormValues
  /** The inputs of the form as its user saw it. */
  readonly inputs?: ReadonlyArray<InputBlock>
}

/** The form that comes next, if any; the submitted one is closed when there is none. */
export type SubmissionHandler = Handler<Submission, Option.Option<ModalView>>

/** Opens a modal for the person who asked. */
type OpenForm = (view: ModalView) => Effect.Effect<void, FormNotOpened>

export const openFormFor =
  (client: WebClient, triggerId: string, how: "open" | "push" = "open"): OpenForm =>
  (view) =>
    Effect.asVoid(
      Effect.tryPromise({
        try: () =>
          how === "push"
            ? client.views.push({ trigger_id: triggerId, view })
            : client.views.open({ trigger_id: triggerId, view }),
        catch: (cause) => new FormNotOpened({ cause })
      })
    )

/** What it takes to record on a case, or of a person: this can be tried without recording anything. */
export type CaseServices = Availabilities | Casework | Council | EducationCasework | NewIds | People | Profiles

export type HandlerServices =
  | CaseServices
  | Audit
  | Outreach
  | Incidents
  | JoinedUpRecords
  | MissingChannel
  | Notifications

/** Runs an effect with the bot's services: the way from Bolt's promises into effects. */
export type Run = <A>(effect: Effect.Effect<A, never, HandlerServices>) => Promise<A>

/** Who asks. */
export interface HandlerRequest {
  readonly person: PersonId
}

interface Handles<Request extends HandlerRequest, Answer> {
  readonly handle: (request: Request) => Effect.Effect<Answer, Problem, HandlerServices>
}

/** The child a request is about: for the audit, and for people who may act on their own cases alone. */
export type About<Request> = (request: Request) => Option.Option<ChildReference>

/** The member of staff that a request is about, where it is about no child. */
export type Whose<Request> = (request: Request) => PersonId

export interface EitherReference {
  readonly reference: ChildReference
  readonly system?: ReferenceSystem
}

/** What the person must be allowed to do; checked before anything else happens. */
type Declared<Request extends HandlerRequest> =
  | {
      readonly permission: AnyCasePermission | "anyone"
      readonly about?: About<Request>
      readonly whose?: never
      /** The child missing education that it is about, by the education reference. */
      readonly pupil?: (request: Request) => Option.Option<PupilReference>
      /** The child it is about by a reference of either system, with the system where it was said. */
      readonly ofEither?: (request: Request) => Option.Option<EitherReference>
    }
  | { readonly permission: "change-availability"; readonly whose: Whose<Request>; readonly about?: never }
  | {
      readonly permission: Permission
      readonly about: About<Request>
      readonly whose?: never
      /** Where no child is named, it asks for one, and only what comes then is theirs or not. */
      readonly asksForChild?: true
    }

export type Handler<Request extends HandlerRequest, Answer> = Handles<Request, Answer> & Declared<Request>

/** The answer to a request, or the explanation for the person. */
export type Outcome<Answer> = Result.Result<Answer, Explanation>

const childAskedAbout = <Request extends HandlerRequest, Answer>(handler: Handler<Request, Answer>, request: Request) =>
  handler.about?.(request) ?? Option.none()

/** A button and a form say which episode they are about; a command names the child alone. */
const episodeAskedAbout = (request: object): { readonly episodeId?: EpisodeId } => {
  const text = "metadata" in request ? request.metadata : "value" in request ? request.value : undefined
  const link = typeof text === "string" ? decodeCaseLink(text) : Option.none()
  return Option.match(link, { onNone: () => ({}), onSome: ({ episodeId }) => ({ episodeId }) })
}

/** Untraced: its spans took longer to make than the step itself. */
const check = Effect.fnUntraced(function* <Request extends HandlerRequest, Answer>(
  handler: Handler<Request, Answer>,
  request: Request
) {
  if (handler.permission === "anyone") return
  const people = yield* People
  const reach = yield* people.allow(request.person, handler.permission)
  if (reach === "any") return
  if (handler.whose?.(request) === request.person) return
  const child = childAskedAbout(handler, request)
  if (Option.isNone(child) && "asksForChild" in handler) return
  if (Option.isSome(child)) {
    const asked = { ...episodeAskedAbout(request), child: child.value }
    if (yield* mayOn(reach, handler.permission, asked, request.person)) return
  }
  return yield* notTheirs(handler.permission)
})

/** The child of either system, as on record; what looks like a name is no child's reference, and is not written down. */
const childForAudit = Effect.fnUntraced(function* <Request extends HandlerRequest, Answer>(
  handler: Handler<Request, Answer>,
  request: Request
) {
  const pupil = "pupil" in handler && handler.pupil !== undefined ? handler.pupil(request) : Option.none()
  if (Option.isSome(pupil)) {
    const { educationReferences } = yield* Council
    const known = yield* Effect.option(resolvePupil(pupil.value, educationReferences))
    return Option.map(known, (reference) => ChildReference.make(reference))
  }
  const either = "ofEither" in handler && handler.ofEither !== undefined ? handler.ofEither(request) : Option.none()
  if (Option.isSome(either)) {
    const { reference, system } = either.value
    const known = yield* Effect.result(resolveSystemReference(reference, system))
    if (Result.isSuccess(known)) return Option.some(ChildReference.make(known.success.reference))
    return known.failure._tag === "ReferenceOfBoth"
      ? Option.some(ChildReference.make(known.failure.reference))
      : Option.none()
  }
  const asked = childAskedAbout(handler, request)
  if (Option.isNone(asked)) return Option.none()
  return Option.map(yield* Effect.option(findOrNew(asked.value)), ({ child }) => child)
})

/** Whether the person may, which is audited either way before anything is shown or done. */
const admit = Effect.fnUntraced(function* <Request extends HandlerRequest, Answer>(
  handler: Handler<Request, Answer>,
  request: Request
) {
  const verdict = yield* Effect.result(check(handler, request))
  const child = yield* childForAudit(handler, request)
  const audit = yield* Audit
  yield* audit.add({
    at: Instant(yield* Clock.currentTimeMillis),
    by: request.person,
    act: handler.permission === "anyone" ? "read-help" : handler.permission,
    ...(Option.isNone(child) ? {} : { child: child.value }),
    outcome: Result.isSuccess(verdict) ? "allowed" : "refused"
  })
  return yield* Effect.fromResult(verdict)
})

/** Problems for the log, because a person has to mend them. */
const forTheLog: ReadonlySet<Problem["_tag"]> = new Set([
  "JournalUnavailable",
  "NotAudited",
  "FormNotOpened",
  "AllocatedWorkerNotKept"
])

/** A refusal is the person's to act on; of a fault of ours they get an id to quote, which the log has too. */
const explainCause = (cause: Cause.Cause<Problem>): Effect.Effect<Explanation, never, NewIds> =>
  Option.match(Cause.findErrorOption(cause), {
    onSome: (problem) =>
      forTheLog.has(problem._tag)
        ? Effect.as(Effect.logError(problem._tag, cause), explain(problem))
        : Effect.succeed(explain(problem)),
    onNone: () =>
      Effect.gen(function* () {
        const newIds = yield* NewIds
        const incident = yield* newIds.event
        yield* Effect.logError("A request failed through a fault of ours", cause).pipe(
          Effect.annotateLogs({ incident })
        )
        return ourFault(incident)
      })
  })

/** The forms that a request opens, in the council's words. */
const formsInWords = <Request extends HandlerRequest>(request: Request, say: (text: string) => string): Request => {
  if (!("openForm" in request) || typeof request.openForm !== "function") return request
  const { openForm } = request
  return { ...request, openForm: (view: ModalView) => openForm(inWordsOf(say, view)) }
}

const explainedIn = (say: (text: string) => string, { sentence, fields }: Explanation): Explanation => ({
  sentence: say(sentence),
  fields: Object.fromEntries(Object.entries(fields).map(([field, said]) => [field, say(said)]))
})

export const attempt = <Request extends HandlerRequest, Answer>(
  handler: Handler<Request, Answer>,
  request: Request
): Effect.Effect<Outcome<Answer>, never, HandlerServices> =>
  Effect.flatMap(councilSays, (say) =>
    Effect.andThen(admit(handler, request), handler.handle(formsInWords(request, say))).pipe(
      Effect.map((answer): Outcome<Answer> => Result.succeed(inWordsOf(say, answer))),
      Effect.catchCause((cause) =>
        Effect.map(explainCause(cause), (explanation): Outcome<Answer> => Result.fail(explainedIn(say, explanation)))
      )
    )
  )
