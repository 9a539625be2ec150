/** A child is missing, and a person has to act now. */
import type { Instant } from "@safe-return/domain/calendar"
import type { Acknowledgement, ChildReference, Episode, PersonId } from "@safe-return/domain/pathway"
import type { OnRung } from "@safe-return/domain/policy"
import type { OtherReport } from "../owed/otherReports.ts"

/** A person who acknowledged an alert of the same disappearance before the newest one. */
export interface EarlierAnswer {
  readonly person: PersonId
  /** Absent where it was of another child's record, from which the report was moved. */
  readonly at?: Instant
}

/** A role whose answer an alert still needs, and who stands there. */
export interface AwaitedRole {
  readonly who: OnRung
  readonly people: ReadonlyArray<PersonId>
}

interface Asking {
  /** The answers of any one of these stop it from climbing; none once it has them, and where that is not known. */
  readonly awaits?: ReadonlyArray<ReadonlyArray<AwaitedRole>>
  /** Who acted before this alert began. */
  readonly actedBefore?: ReadonlyArray<EarlierAnswer>
  /** Nobody else is asked: the newest alert has the answers it needs, or a later message asks this reader. */
  readonly isAnswered?: boolean
  /** It began because a recorded death was taken back: those who read of the death read that here. */
  readonly isDeathTakenBack?: true
  /** What may be of the same disappearance. */
  readonly otherReports?: ReadonlyArray<OtherReport>
}

/** To the people of the case, when the child is reported missing. */
export interface MissingAlert extends Asking {
  readonly _tag: "MissingAlert"
  readonly child: ChildReference
  readonly episode: Episode
  readonly reader: PersonId
  /** Its reader is not the allocated worker, and has it in their place, or had it while they stood in. */
  readonly isStandIn?: "now" | "before"
}

/** To the Missing Co-ordinators, of every report: what follows is theirs to see to. */
export interface CoordinatorAlert extends Asking {
  readonly _tag: "CoordinatorAlert"
  readonly child: ChildReference
  readonly episode: Episode
  readonly reader: PersonId
}

/** News of a child who is still missing, after the first alert was acknowledged. */
export interface RepeatAlert extends Asking {
  readonly _tag: "RepeatAlert"
  readonly child: ChildReference
  readonly episode: Episode
  /** Absent where it goes to the channel. */
  readonly reader?: PersonId
}

/** What ended the episode no longer stands, so the child is looked for again: as urgent as a report. */
export interface MissingAfterAllAlert extends Asking {
  readonly _tag: "MissingAfterAllAlert"
  readonly child: ChildReference
  readonly episode: Episode
  /** Absent where it goes to the channel. */
  readonly reader?: PersonId
}

/** To those who acknowledged it while the report stood on another child's record: which child they act for now. */
export interface MovedAlert extends Asking {
  readonly _tag: "MovedAlert"
  readonly child: ChildReference
  readonly episode: Episode
  readonly reader: PersonId
}

/** A rung that an alert has come to, with the people it reached there; none, where nobody was there. */
export interface RungTold {
  readonly who: OnRung
  readonly people: ReadonlyArray<PersonId>
  /** Those of them who stand in for the allocated worker. */
  readonly standIns?: ReadonlyArray<PersonId>
  readonly at: Instant
  /** People are there, and the alert to them could not be delivered. */
  readonly isUndelivered?: boolean
}

/** To the next rung, when nobody has acknowledged that a child is missing. */
export interface EscalationAlert extends Asking {
  readonly _tag: "EscalationAlert"
  readonly child: ChildReference
  readonly episode: Episode
  /** In the order in which they were told. */
  readonly before: ReadonlyArray<RungTold>
  /** Those of them who could not be told then, and were since. */
  readonly since?: ReadonlyArray<RungTold>
  readonly reader: PersonId
  /** Everybody had it, its reader too, and nobody has answered for long. */
  readonly isAgain?: true
}

/** The same by e-mail or text: what to do, and nothing about the child. */
export interface OutsideAlert {
  readonly _tag: "OutsideAlert"
}

/** To the missing channel: nobody on the alert's ladder is there, so its readers are all there is. */
export interface UnreachedAlert extends Asking {
  readonly _tag: "UnreachedAlert"
  /** Who had it while they were there. */
  readonly told?: ReadonlyArray<RungTold>
  readonly child: ChildReference
  readonly episode: Episode
}

/** In place of an alert, for an account that has not been checked: it says nothing of the case. */
export interface WithheldAlert {
  readonly _tag: "WithheldAlert"
}

/** A ladder may name ways out of the chat that no address is set up for. */
export type OutsideReach = "sent" | "on its way" | "undelivered" | "no address"

/** How far the alert of an episode has come: who was told, who has answered, who is next. */
export interface AlertStanding {
  readonly acknowledgements: ReadonlyArray<Acknowledgement>
  readonly told: ReadonlyArray<RungTold>
  /** Every role that it came to at one time has answered, so that it climbs no further. */
  readonly hasStopped: boolean
  /** What came of it by text and e-mail, once the climb has come to those rungs. */
  readonly outside?: OutsideReach
  /** When it climbs on; absent at the top. */
  readonly next?: Instant
}

export type AlertMessage =
  | MissingAlert
  | CoordinatorAlert
  | RepeatAlert
  | MissingAfterAllAlert
  | MovedAlert
  | EscalationAlert
  | OutsideAlert
  | UnreachedAlert
  | WithheldAlert
