/** The one door to the cases of children missing education: for Slack, the intake and reminders alike. */
import type { CivilDay, Instant } from "@safe-return/domain/calendar"
import type {
  CmeCase,
  CmeCaseId,
  CmeCaseRow,
  CmeCommand,
  CmeEvent,
  CmeRefusal,
  PendingDuty,
  PupilReference,
  PupilState,
  RecordedCmeEvent,
  ReturnLook,
  ReturnLookRefusal,
  ReturnRefusal,
  SchoolReturn
} from "@safe-return/domain/education"
import type { PersonId } from "@safe-return/domain/pathway"
import type { JournalUnavailable, VersionConflict } from "@safe-return/journal"
import { Context, type Effect, type Scope, type Stream } from "effect"

/** What is on record of one child, and how far their stream has come; version 0 where nothing is. */
export interface PupilFile {
  readonly child: PupilReference
  readonly version: number
  readonly state: PupilState
  /** When the newest of it was recorded; absent where nothing is on record. */
  readonly changedAt?: Instant
}

/** What a command came to: no events where it had been done before. */
export interface EducationOutcome extends PupilFile {
  readonly events: ReadonlyArray<CmeEvent>
}

/** What a school's return came to. */
export interface ReturnOutcome extends EducationOutcome {
  /** The case it was kept on; absent where it is about none. */
  readonly caseId?: CmeCaseId
}

export interface OpenCase {
  readonly child: PupilReference
  readonly openCase: CmeCase
}

/** What an open case waits for. */
export interface CaseDuty extends PendingDuty {
  readonly child: PupilReference
  readonly caseId: CmeCaseId
}

export class EducationCasework extends Context.Service<
  EducationCasework,
  {
    /**
     * Decides a command on the child's newest state and records its events; returns once they are durable. Where
     * another person recorded something in between, it decides again; with an expected version it fails with
     * `StreamMoved` instead, and nothing is recorded. A command that is on record already records nothing.
     */
    readonly execute: (
      child: PupilReference,
      command: CmeCommand,
      by: PersonId,
      expectedVersion?: number
    ) => Effect.Effect<EducationOutcome, CmeRefusal | VersionConflict | JournalUnavailable>
    /** Several commands as one: each is decided on what the ones before it came to, and all are recorded or none. */
    readonly executeAll: (
      child: PupilReference,
      commands: ReadonlyArray<CmeCommand>,
      by: PersonId,
      expectedVersion?: number
    ) => Effect.Effect<EducationOutcome, CmeRefusal | VersionConflict | JournalUnavailable>
    /**
     * Keeps a school's return, and refers the child where it says that they are missing education and no case is open.
     * The same return again records nothing; other content under its name is refused, also of another child.
     */
    readonly keepReturn: (
      child: PupilReference,
      received: SchoolReturn,
      by: PersonId
    ) => Effect.Effect<ReturnOutcome, ReturnRefusal | VersionConflict | JournalUnavailable>
    /** What a person found who looked at a return that opened no case; the same again records nothing. */
    readonly lookAtReturn: (
      child: PupilReference,
      look: ReturnLook
    ) => Effect.Effect<EducationOutcome, ReturnLookRefusal | VersionConflict | JournalUnavailable>
    /** The child's cases as they stand now, under any spelling of the reference. */
    readonly file: (child: PupilReference) => Effect.Effect<PupilFile, JournalUnavailable>
    /** Everything recorded of the child, oldest first. */
    readonly history: (child: PupilReference) => Effect.Effect<ReadonlyArray<RecordedCmeEvent>, JournalUnavailable>
    /** Every child on record, whether or not a case is open. */
    readonly files: Effect.Effect<ReadonlyArray<PupilFile>, JournalUnavailable>
    /** Every open case, the one referred first at the top. */
    readonly openCases: Effect.Effect<ReadonlyArray<OpenCase>, JournalUnavailable>
    /** What open cases wait for, the earliest first; what is due only after `today` is among it. */
    readonly duties: (today: CivilDay) => Effect.Effect<ReadonlyArray<CaseDuty>, JournalUnavailable>
    /** Every case as a row of the published table, to count from. */
    readonly rows: Effect.Effect<ReadonlyArray<CmeCaseRow>, JournalUnavailable>
    /** The children who are in no list, because a newer version recorded what this one cannot read. */
    readonly unreadable: Effect.Effect<ReadonlyArray<PupilReference>, JournalUnavailable>
    /** Whose case was changed by this instance after this effect returns. */
    readonly subscribe: Effect.Effect<Stream.Stream<PupilReference>, never, Scope.Scope>
  }
>()("@safe-return/casework/EducationCasework") {}
