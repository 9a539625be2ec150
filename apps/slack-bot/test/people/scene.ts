/** The made-up child, at a moment of any history, with the bot's services around them. */

import {
  Casework,
  Council,
  NewIds,
  notificationsLayer,
  notSetUp,
  People,
  Role,
  reachOf,
  UnknownReference
} from "@safe-return/casework"
import {
  at,
  type Case,
  cases,
  child,
  interviewer,
  manager,
  missing,
  movableClock,
  oneOpenEducationCase,
  tell,
  worker
} from "@safe-return/casework/testing"
import { calendars, type Instant } from "@safe-return/domain/calendar"
import type { RecordedDuty } from "@safe-return/domain/escalation"
import {
  ChildReference,
  type ChildState,
  type Command,
  decide,
  emptyChildState,
  type PathwayEvent,
  PersonId,
  preview,
  type Refusal,
  referencesOnRecord
} from "@safe-return/domain/pathway"
import { rotherham } from "@safe-return/domain/policy"
import { Audit, Availabilities, DutyRotas, Profiles } from "@safe-return/journal"
import { Effect, Logger, Option, Result, Stream } from "effect"
import fc from "fast-check"
import type { HandlerServices } from "../../src/handlers/Handler.ts"
import { MissingChannel } from "../../src/slack/MissingChannel.ts"
import { nothingUndelivered } from "../listeners/nothingUndelivered.ts"

export type Holder = Role | "nobody's"

/** One person for each role, and one who holds none. */
export const holders: Readonly<Record<Holder, PersonId>> = {
  mash: PersonId.make("U0MASH"),
  "missing-coordinator": PersonId.make("U0COORDINATOR"),
  "team-manager": manager,
  "head-of-service": PersonId.make("U0HEAD"),
  "out-of-hours-duty": PersonId.make("U0DUTY"),
  interviewer,
  worker,
  administrator: PersonId.make("U0ADMIN"),
  "education-officer": PersonId.make("U0EDUCATION"),
  attendance: PersonId.make("U0ATTENDANCE"),
  admissions: PersonId.make("U0ADMISSIONS"),
  "education-manager": PersonId.make("U0EDUMANAGER"),
  "inclusion-panel": PersonId.make("U0PANEL"),
  "inclusion-lead": PersonId.make("U0LEAD"),
  "nobody's": PersonId.make("U0NOBODY")
}
const secondInterviewer = PersonId.make("U0INTERVIEWER2")
export const everyHolder: ReadonlyArray<Holder> = [...Role.literals, "nobody's"]
export const rolesOf = (person: PersonId): ReadonlySet<Role> =>
  new Set(
    person === secondInterviewer
      ? ["interviewer"]
      : everyHolder.filter((role): role is Role => role !== "nobody's" && holders[role] === person)
  )

/** Another child on record: a form may name them. */
const otherChild = ChildReference.make("LCS-10433")
const { state: otherState } = tell([missing()])

/** One duty, which is still to come in every scene. */
export const dutyChanges: ReadonlyArray<RecordedDuty> = [
  {
    recordedAt: at(0),
    recordedBy: manager,
    event: { _tag: "DutyGiven", dutyId: "duty-1", person: PersonId.make("U0DUTY"), from: at(1_000), until: at(1_012) }
  }
]

interface CaseworkOutcome {
  readonly events: ReadonlyArray<PathwayEvent>
  readonly state: ChildState
}

export interface Scene {
  readonly told: Case
  readonly now: Instant
  /** Allocated to the child, and so not independent. */
  readonly allocated: PersonId | undefined
}

export const scenes: fc.Arbitrary<Scene> = fc
  .record({
    told: cases,
    hours: fc.integer({ min: 0, max: 400 }),
    allocated: fc.option(fc.constantFrom(worker, secondInterviewer), { nil: undefined })
  })
  .map(({ told, hours, allocated }) => ({
    told,
    now: at(Math.max(hours, ...told.recorded.map(({ recordedAt }) => (recordedAt - at(0)) / 3_600_000))),
    allocated
  }))

/** The bot's services around one child; nothing of it is kept. */
export const inScene = <A>(
  { told, now, allocated }: Scene,
  effect: Effect.Effect<A, never, HandlerServices>
): Promise<A> => {
  const { state, recorded } = told
  const states = new Map([
    [child, state],
    [otherChild, otherState]
  ])
  const profile = { child, ...(allocated === undefined ? {} : { allocatedWorker: allocated }) }
  const get = (reference: ChildReference) => {
    const known = states.get(reference)
    return known === undefined ? Effect.fail(new UnknownReference({ reference })) : Effect.succeed(known)
  }
  const executeAll = (of: ChildReference, commands: ReadonlyArray<Command>) =>
    Effect.fromResult(
      commands.reduce<Result.Result<CaseworkOutcome, Refusal>>(
        (before, command) =>
          Result.flatMap(before, ({ events, state }) =>
            Result.map(decide(state, command, { now }), (decided) => ({
              events: [...events, ...decided],
              state: preview(state, decided)
            }))
          ),
        Result.succeed({ events: [], state: states.get(of) ?? emptyChildState })
      )
    )
  return Effect.runPromise(
    effect.pipe(
      Effect.provide(notificationsLayer),
      Effect.provideService(
        Casework,
        Casework.of({
          active: Effect.succeed(new Map([[child, state]])),
          children: Effect.succeed([...states.keys()]),
          hold: () => Effect.void,
          activeAt: () => Effect.succeed(new Map([[child, state]])),
          get,
          execute: (of, command) => executeAll(of, [command]),
          executeAll,
          executeForPoliceReference: () => Effect.succeed({ events: [], state }),
          history: () => Effect.succeed(recorded),
          version: () => Effect.succeed(recorded.length),
          isReadWhole: () => Effect.void,
          unreadable: Effect.succeed([]),
          foldedTo: () => Effect.succeed(Option.none()),
          childOf: () => Effect.succeed(Option.none()),
          childNamed: (typed) => Effect.fromResult(referencesOnRecord([...states.keys()]).find(typed)),
          policeSpellingOf: () => Effect.succeed(Option.none())
        })
      ),
      Effect.provideService(
        People,
        People.of({
          rolesOf: (person) => Effect.succeed(rolesOf(person)),
          holdersOf: (role) =>
            Effect.succeed(role === "interviewer" ? [interviewer, secondInterviewer] : [holders[role]]),
          nameOf: () => Effect.undefined,
          allow: (person, permission) => {
            const reach = reachOf(rolesOf(person), permission)
            return reach === "none" ? Effect.fail(notSetUp(permission)) : Effect.succeed(reach)
          }
        })
      ),
      Effect.provideService(
        Profiles,
        Profiles.of({
          find: () => Effect.succeed(Option.some(profile)),
          findEach: () => Effect.succeed(new Map([[child, profile]])),
          changed: Effect.succeed(Effect.succeed([])),
          all: Effect.succeed([profile]),
          change: () => Effect.succeed(profile),
          bring: () => Effect.void
        })
      ),
      Effect.provideService(
        Availabilities,
        Availabilities.of({
          all: Effect.succeed(new Map()),
          unreadable: Effect.succeed([]),
          change: ({ person, by, at: changedAt }) =>
            Effect.succeed({ person, away: [], changed: { by, at: changedAt } }),
          letGo: () => Effect.succeed([]),
          bring: () => Effect.void
        })
      ),
      Effect.provideService(DutyRotas, DutyRotas.of({ changes: Effect.succeed(dutyChanges), add: () => Effect.void })),
      Effect.provideService(Audit, Audit.of({ add: () => Effect.void, read: Stream.empty })),
      Effect.provideService(Council, { authority: "Training council", policyAt: () => rotherham, calendars }),
      Effect.provideService(
        MissingChannel,
        MissingChannel.of({ id: "C0MISSING", mayPost: Effect.succeed(true), lookAgain: () => Effect.void })
      ),
      Effect.provide(nothingUndelivered),
      Effect.provide(oneOpenEducationCase),
      Effect.provide(movableClock(now).layer),
      Effect.provide(NewIds.layer),
      Effect.provide(Logger.layer([]))
    )
  )
}
