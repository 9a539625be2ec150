import { type CivilDay, Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import {
  type CmeCommand,
  type CmeEvent,
  type CmeRefusal,
  caseRowsOf,
  decideCase,
  decideReturnLook,
  decideSchoolReturn,
  evolveCase,
  isOpenCase,
  isSameReturn,
  type PupilReference,
  type PupilState,
  pendingDutiesOf,
  ReturnConflicts,
  type ReturnLookRefusal,
  type ReturnRefusal,
  usualCmePolicy
} from "@safe-return/domain/education"
import type { PersonId } from "@safe-return/domain/pathway"
import { EducationCases, JournalUnavailable, VersionConflict } from "@safe-return/journal"
import { Clock, Effect, Layer, PubSub, Result, Stream } from "effect"
import { keyedMutex } from "../keyedMutex.ts"
import { NewIds } from "../NewIds.ts"
import { EducationCasework, type EducationOutcome, type OpenCase } from "./EducationCasework.ts"
import { fileOf, openPupilFiles } from "./pupilFiles.ts"

interface Append<Refusal> {
  readonly child: PupilReference
  readonly decide: (state: PupilState, now: Instant) => Result.Result<ReadonlyArray<CmeEvent>, Refusal>
  readonly by: PersonId
  readonly expectedVersion?: number | undefined
}

/** What the commands come to together, each decided on what the ones before it came to. */
export const decideOnPupil = (before: PupilState, commands: ReadonlyArray<CmeCommand>, now: Instant) => {
  let state = before
  const events: Array<CmeEvent> = []
  for (const command of commands) {
    const decision = decideCase(state, command, { now })
    if (Result.isFailure(decision)) return Result.fail(decision.failure)
    events.push(...decision.success)
    state = decision.success.reduce(evolveCase, state)
  }
  return Result.succeed({ events, state })
}

/** How often a decision is made again because another person recorded something meanwhile, before giving up. */
const ATTEMPTS = 20

const make = Effect.gen(function* () {
  const cases = yield* EducationCases
  const newIds = yield* NewIds
  const files = yield* openPupilFiles(cases)
  const changed = yield* PubSub.unbounded<PupilReference>()
  yield* Effect.addFinalizer(() => PubSub.shutdown(changed))

  const attempt = Effect.fnUntraced(function* <Refusal>({
    child: asked,
    decide,
    by,
    expectedVersion
  }: Append<Refusal>): Effect.fn.Return<EducationOutcome, Refusal | VersionConflict | JournalUnavailable> {
    const { child, version, state: before } = fileOf(yield* cases.read(asked))
    if (expectedVersion !== undefined && expectedVersion !== version) {
      return yield* new VersionConflict({ child, expected: expectedVersion, actual: version })
    }
    const recordedAt = Instant(yield* Clock.currentTimeMillis)
    const events = yield* Effect.fromResult(decide(before, recordedAt))
    if (events.length === 0) return { child, version, state: before, events }
    const entries = yield* Effect.forEach(events, (event) =>
      Effect.map(newIds.event, (id) => ({ id, recorded: { recordedAt, recordedBy: by, event } }))
    )
    const after = yield* Effect.catchTag(cases.append(child, version, entries), "EventIdUsed", ({ message }) =>
      Effect.fail(new JournalUnavailable({ path: `the education case of ${child}`, reason: message }))
    )
    yield* PubSub.publish(changed, child)
    return { child, version: after.version, state: events.reduce(evolveCase, before), events }
  }, Effect.uninterruptible)

  const append = <Refusal extends { readonly _tag: string }>(one: Append<Refusal>) =>
    Effect.retry(attempt(one), {
      while: ({ _tag }: Refusal | JournalUnavailable | VersionConflict) =>
        _tag === "StreamMoved" && one.expectedVersion === undefined,
      times: ATTEMPTS
    })

  const executeAll: EducationCasework["Service"]["executeAll"] = (child, commands, by, expectedVersion) =>
    append<CmeRefusal>({
      child,
      decide: (before, now) => Result.map(decideOnPupil(before, commands, now), ({ events }) => events),
      by,
      expectedVersion
    })

  /** One return at a time by its name, which may come to two children at once. */
  const oneReturn = yield* keyedMutex<string>()

  const keepReturn: EducationCasework["Service"]["keepReturn"] = Effect.fn("EducationCasework.keepReturn")(
    function* (child, received, by) {
      const own = (yield* cases.read(child)).child
      const isElsewhere = (yield* files.all).some(
        ({ child: other, state }) => other !== own && state.returns?.some((one) => isSameReturn(one, received)) === true
      )
      if (isElsewhere) return yield* Effect.fail(ReturnConflicts)
      const caseId = yield* newIds.educationCase
      const decide = (before: PupilState, now: Instant) =>
        decideSchoolReturn(before, { received, caseId, policy: usualCmePolicy }, { now })
      const outcome = yield* append<ReturnRefusal>({ child, decide, by })
      const keptOn = outcome.state.returns?.find((one) => isSameReturn(one, received))?.caseId
      return { ...outcome, ...definedFields({ caseId: keptOn }) }
    },
    (keeping, _, { schoolReference }) => oneReturn(schoolReference.toLowerCase())(keeping)
  )

  const openCases = Effect.map(files.all, (all): ReadonlyArray<OpenCase> => {
    const open = all.flatMap(({ child, state }) =>
      state.cases.filter(isOpenCase).map((openCase) => ({ child, openCase }))
    )
    return open.toSorted((one, other) => one.openCase.referredOn - other.openCase.referredOn)
  })

  return EducationCasework.of({
    execute: (child, command, by, expectedVersion) => executeAll(child, [command], by, expectedVersion),
    executeAll,
    keepReturn,
    lookAtReturn: (child, look) =>
      append<ReturnLookRefusal>({ child, decide: (before) => decideReturnLook(before, look), by: look.by }),
    file: (child) => Effect.map(cases.read(child), fileOf),
    history: (child) => Effect.map(cases.read(child), ({ entries }) => entries.map(({ recorded }) => recorded)),
    files: files.all,
    openCases,
    duties: Effect.fn("EducationCasework.duties")(function* (today: CivilDay) {
      const duties = (yield* openCases).flatMap(({ child, openCase }) =>
        pendingDutiesOf(openCase, today).map((duty) => ({ ...duty, child, caseId: openCase.id }))
      )
      return duties.toSorted((one, other) => one.remindFrom - other.remindFrom)
    }),
    rows: Effect.map(files.all, (all) => all.flatMap(({ child, state }) => caseRowsOf(child, state))),
    unreadable: files.unreadable,
    subscribe: Effect.map(PubSub.subscribe(changed), (subscription) => Stream.fromSubscription(subscription))
  })
})

export const educationCaseworkLayer = Layer.effect(EducationCasework, make)
