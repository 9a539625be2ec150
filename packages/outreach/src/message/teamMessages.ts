/** What concerns no child alone: whose work waits, who cannot be reached, and the morning's summary. */
import type { InterviewOfAbsent, Role } from "@safe-return/casework"
import type { CivilDay, Instant } from "@safe-return/domain/calendar"
import type { ActingPerson } from "@safe-return/domain/escalation"
import type { ChildReference, PersonId } from "@safe-return/domain/pathway"
import type { OnRung } from "@safe-return/domain/policy"
import type { DeliveryKey } from "@safe-return/journal"
import type { PicturedReport } from "@safe-return/report/tables"
import type { Counts } from "../counts/Counts.ts"
import type { UnreachableReason } from "../recipients/UnreachableReason.ts"
import type { Digest } from "../summary/digest.ts"
import type { MessageKind } from "./messageKinds.ts"

interface Interviews {
  /** Whose interviews these are. */
  readonly person: PersonId
  /** Their first day away. */
  readonly since: CivilDay
  readonly interviews: ReadonlyArray<InterviewOfAbsent>
}

/** The interviews of a person who is away, to those who can hand them over and to the cover. */
export interface HandoverList extends Interviews {
  readonly _tag: "HandoverList"
  readonly today: CivilDay
  readonly acting: Exclude<ActingPerson, { readonly _tag: "Themselves" }>
  /** The cover is told what they are told, and handing over may not be open to them. */
  readonly isForCover: boolean
}

/** In place of that list, once they are back. */
export interface HandoverOver extends Interviews {
  readonly _tag: "HandoverOver"
}

/** To them, when they are back: what became of their interviews. */
export interface ReturnSummary extends Interviews {
  readonly _tag: "ReturnSummary"
}

export interface UndeliveredFacts {
  readonly child: ChildReference
  readonly key: DeliveryKey
  /** The person it was for; absent when it was for the missing channel. */
  readonly person?: PersonId
  /** The role it was for, by a way out of Slack. */
  readonly outside?: { readonly role: OnRung; readonly way: "email" | "sms" }
  /** The fault as the transport names it. */
  readonly reason: string
}

/** To a team manager: something about a child did not reach the person it was for. */
export interface UndeliveredNotice extends UndeliveredFacts {
  readonly _tag: "UndeliveredNotice"
}

/** To an administrator, who puts right accounts and channels, and sees no cases. */
export interface UndeliveredFault extends UndeliveredFacts {
  readonly _tag: "UndeliveredFault"
}

/** To others who can act: an alert did not reach the person it was for. */
export interface UndeliveredAlert extends UndeliveredFacts {
  readonly _tag: "UndeliveredAlert"
}

/** A person nothing can be sent to, for those who can see to it; no child in it. */
export interface UnreachablePerson {
  readonly _tag: "UnreachablePerson"
  readonly person: PersonId
  readonly why: UnreachableReason
  /** What they are named for. */
  readonly roles: ReadonlyArray<Role>
}

/** In place of that, once messages reach them. */
export interface ReachableAgain {
  readonly _tag: "ReachableAgain"
  readonly person: PersonId
}

export interface MorningSummary {
  readonly _tag: "MorningSummary"
  readonly digest: Digest
}

/** To administrators, each morning on which what is owed adds up. */
export interface CountsReport {
  readonly _tag: "CountsReport"
  readonly counts: Counts
}

/** So many messages of one kind to one person, to the channel, or out of Slack. */
export interface ShadowCount {
  readonly to: PersonId | "channel" | "outside"
  readonly kind: MessageKind
  readonly count: number
  /** Those of them that would have been sent late. */
  readonly late: number
}

/** To administrators, each morning in shadow: what a live bot would have sent, and what stands. */
export interface ShadowComparison {
  readonly _tag: "ShadowComparison"
  readonly since: Instant
  /** Of the last day. */
  readonly shadowed: ReadonlyArray<ShadowCount>
  readonly standing: ReadonlyArray<ShadowCount>
}

/** To administrators, once the council is live: what people are asked for now. */
export interface WentLive {
  readonly _tag: "WentLive"
  readonly at: Instant
  readonly standing: ReadonlyArray<ShadowCount>
}

/** To managers, on the first working day of a month: the month before, with small counts withheld. */
export interface ScorecardPost {
  readonly _tag: "ScorecardPost"
  readonly report: PicturedReport
}

export type TeamMessage =
  | ScorecardPost
  | ShadowComparison
  | WentLive
  | HandoverList
  | HandoverOver
  | ReturnSummary
  | UndeliveredNotice
  | UndeliveredFault
  | UndeliveredAlert
  | UnreachablePerson
  | ReachableAgain
  | MorningSummary
  | CountsReport
