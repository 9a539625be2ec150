import { type CivilDay, Instant } from "@safe-return/domain/calendar"
import {
  type CmeCommand,
  type CmeEvent,
  type CmeRefusal,
  caseRowsOf,
  decideCase,
  evolveCase,
  isOpenCase,
  type PupilReference,
  type PupilState,
  pendingDutiesOf
} from "@safe-return/domain/education"
import type { PersonId } from "@safe-return/domain/pathway"
import { EducationCases, JournalUnavailable, VersionConflict } from "@safe-return/journal"
import { Clock, Effect, Layer, PubSub, Result, Stream } from "effect"
import { NewIds } from "../NewIds.ts"
import { EducationCasework, type OpenCase } from "./EducationCasework.ts"
import { fileOf, openPupilFiles } from "./pupilFiles.ts"

interface CommandBatch {
  readonly child: PupilReference
  readonly commands: ReadonlyArray<CmeCommand>
  readonly by: PersonId
  readonly expectedVersion: number | undefined
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

  const attempt = Effect.fnUntraced(function* ({ child: asked, commands, by, expectedVersion }: CommandBatch) {
    const { child, version, state: before } = fileOf(yield* cases.read(asked))
    if (expectedVersion !== undefined && expectedVersion !== version) {
      return yield* new VersionConflict({ child, expected: expectedVersion, actual: version })
    }
    const recordedAt = Instant(yield* Clock.currentTimeMillis)
    const { events, state } = yield* Effect.fromResult(decideOnPupil(before, commands, recordedAt))
    if (events.length === 0) return { child, version, state, events }
    const entries = yield* Effect.forEach(events, (event) =>
      Effect.map(newIds.event, (id) => ({ id, recorded: { recordedAt, recordedBy: by, event } }))
    )
    const after = yield* Effect.catchTag(cases.append(child, version, entries), "EventIdUsed", ({ message }) =>
      Effect.fail(new JournalUnavailable({ path: `the education case of ${child}`, reason: message }))
    )
    yield* PubSub.publish(changed, child)
    return { child, version: after.version, state, events }
  }, Effect.uninterruptible)

  const executeAll: EducationCasework["Service"]["executeAll"] = (child, commands, by, expectedVersion) =>
    Effect.retry(attempt({ child, commands, by, expectedVersion }), {
      while: ({ _tag }: CmeRefusal | JournalUnavailable | VersionConflict) =>
        _tag === "StreamMoved" && expectedVersion === undefined,
      times: ATTEMPTS
    })

  const openCases = Effect.map(files.all, (all): ReadonlyArray<OpenCase> => {
    const open = all.flatMap(({ child, state }) =>
      state.cases.filter(isOpenCase).map((openCase) => ({ child, openCase }))
    )
    return open.toSorted((one, other) => one.openCase.referredOn - other.openCase.referredOn)
  })

  return EducationCasework.of({
    execute: (child, command, by, expectedVersion) => executeAll(child, [command], by, expectedVersion),
    executeAll,
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
