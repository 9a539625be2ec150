import type { MissingChild, Role } from "@safe-return/casework"
import type { Calendars, Instant } from "@safe-return/domain/calendar"
import type { QueueLine } from "@safe-return/domain/deadlines"
import type { ChildReference, ChildState, EpisodeId, PersonId } from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import type { OpenIncident, ShadowCount, TrendLine, UndeliveredMessage, Unreachable } from "@safe-return/outreach"
import type { EducationCases } from "../messages/educationCaseList.ts"
import type { RecordedAbsence } from "./awayBlocks.ts"
import type { ClosingOnHome } from "./closingBlocks.ts"
import type { HomePlace, HomeTab } from "./HomePlace.ts"
import type { RotaOnHome } from "./rotaBlocks.ts"
import type { WaitingDecision } from "./waitingDecisions.ts"

/** How the bot itself is, for those who look after it. */
export interface Health {
  /** Where the records are kept, in words that hold no password. */
  readonly keptIn: string
  /** Since when Slack has not answered; undefined while it does. */
  readonly slackAwaySince: Instant | undefined
  /** When every child was last looked at; undefined until the first look is over. */
  readonly everybodyLookedAt: Instant | undefined
  /** The people nothing can be sent to. */
  readonly notTold: ReadonlyArray<Unreachable>
  /** What is wrong now, oldest first. */
  readonly incidents: ReadonlyArray<OpenIncident>
}

/** The bot is in shadow: what it keeps to itself. */
export interface ShadowFacts {
  readonly since: Instant
  readonly lastDay: ReadonlyArray<ShadowCount>
  readonly standing: ReadonlyArray<ShadowCount>
}

/** What could not be delivered; undefined when the record of it cannot be read. */
export type UndeliveredList = ReadonlyArray<UndeliveredMessage> | undefined

/** Everything an App Home is made from, for one reader at one moment. */
export interface HomeFacts {
  readonly person: PersonId
  readonly place: HomePlace
  /** The tabs this reader has. */
  readonly tabs: ReadonlyArray<HomeTab>
  readonly states: ReadonlyMap<ChildReference, ChildState>
  /** The interviews owed, in the order of the domain's `interviewQueue`. */
  readonly lines: ReadonlyArray<QueueLine>
  /** The people who are away, in whose place the reader acts. */
  readonly coversFor: ReadonlySet<PersonId>
  /** The children whose allocated worker the reader is, or covers for. */
  readonly theirChildren: ReadonlySet<ChildReference>
  /** Children who are missing and whose alert nobody has answered, as far as the reader answers for them. */
  readonly unacknowledged: ReadonlyArray<MissingChild>
  /** What could not be taken, for those who may say what came of it. */
  readonly toAnswer: ReadonlyArray<OpenIncident>
  /** The episodes of which the reader answers what is considered apart from a worker who was left out. */
  readonly answersApart: ReadonlySet<EpisodeId>
  /** The decisions on triggers that wait for the reader. */
  readonly decisions: ReadonlyArray<WaitingDecision>
  /** What the reader still does before an episode can be closed. */
  readonly closing: ReadonlyArray<ClosingOnHome>
  readonly holders: Readonly<Record<Role, ReadonlyArray<PersonId>>>
  /** Every time away that is not over, with who covers. */
  readonly absences: ReadonlyArray<RecordedAbsence>
  /** When a person works, and is away soon, in words. */
  readonly whenThere: (person: PersonId) => ReadonlyArray<string>
  readonly authority: string
  readonly policy: Policy
  /** With the council's own days. */
  readonly calendars: Calendars
  readonly health: Health
  /** The last whole months; undefined on other tabs, and where they could not be counted. */
  readonly trend?: ReadonlyArray<TrendLine>
  /** For those who keep it; undefined on other tabs. */
  readonly rota?: RotaOnHome
  /** For the education team; undefined on other tabs. */
  readonly education?: EducationCases
  /** What would have been sent; undefined once the council is live. */
  readonly shadow?: ShadowFacts
  readonly undelivered: UndeliveredList
  /** "Try again" was pressed just now. */
  readonly isTryingAgain: boolean
  readonly now: Instant
}
