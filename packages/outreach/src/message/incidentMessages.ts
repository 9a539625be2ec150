/** What is wrong with the bot itself, to those who look after it and to those on duty. */
import type { Instant } from "@safe-return/domain/calendar"
import type { EndedIncident, Incident, OpenIncident } from "../incidents/Incidents.ts"

export type Duty = NonNullable<Incident["duty"]>

/** To an administrator: counts, places and what to do; nothing about any child. */
export interface IncidentWarning {
  readonly _tag: "IncidentWarning"
  readonly incident: OpenIncident
}

export interface IncidentOver {
  readonly _tag: "IncidentOver"
  readonly incident: EndedIncident
}

/** To those who run the pathway: what they must do themselves meanwhile. */
export interface DutyWarning {
  readonly _tag: "DutyWarning"
  readonly duty: Duty
  /** Which it is, where its reader can say what came of it. */
  readonly toAnswer?: Pick<Incident, "kind" | "place">
}

export interface DutyOver {
  readonly _tag: "DutyOver"
  readonly duty: Duty
  readonly incident: EndedIncident
}

/** A short message of its own, because an edit shows on no phone. */
export interface DutyAllClear {
  readonly _tag: "DutyAllClear"
  readonly incident: EndedIncident
}

/** Where others could read it too: no case reference. */
export interface OutsideNotice {
  readonly _tag: "OutsideNotice"
  readonly sentence: string
}

/** In place of what a process said that has stopped since. */
export interface EarlierIncidentOver {
  readonly _tag: "EarlierIncidentOver"
  readonly now: Instant
}

/** One message that is always owed, so that its silence shows. */
export interface Heartbeat {
  readonly _tag: "Heartbeat"
  readonly beatAt: Instant
  /** After so many minutes without a change, something is wrong. */
  readonly lateAfterMinutes: number
}

export type IncidentMessage =
  | IncidentWarning
  | IncidentOver
  | DutyWarning
  | DutyOver
  | DutyAllClear
  | OutsideNotice
  | EarlierIncidentOver
  | Heartbeat
