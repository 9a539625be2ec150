/** The one place where what went wrong becomes the sentence a person reads. */

import type {
  CancelledThere,
  EpisodesUnreadable,
  NoPupilReference,
  NoReferenceOfEither,
  NoSuchCase,
  NotAllowed,
  NothingToMove,
  PersonalReference,
  PoliceReferenceElsewhere,
  RecordedByNewerVersion,
  ReferenceOfBoth,
  SameChild,
  UnknownPupil,
  UnknownReference
} from "@safe-return/casework"
import { opening, whoMay } from "@safe-return/casework"
import type { CmeRefusal, ReturnLookRefusal } from "@safe-return/domain/education"
import type { DutyRefusal } from "@safe-return/domain/escalation"
import type { AmbiguousReference, Refusal } from "@safe-return/domain/pathway"
import type { JournalUnavailable, NotAudited, RotaChanged, VersionConflict } from "@safe-return/journal"
import { Schema } from "effect"
import type { InvalidSubmission } from "../forms/form.ts"

/** Where in Slack a person does what a refusal of the domain asks of them. */
const pointers: { readonly [Tag in Refusal["_tag"]]?: string } = {
  UnknownEpisode: "Open the newest card of this child.",
  AlreadyFound: "It is on the card.",
  AlreadyReturned: "It is on the card.",
  AlertedAgainSince: "It is on the newest card.",
  ReturnNotRecorded: "Press Returned on the card.",
  CompletedBeforeReturn: "The return is on the card.",
  ChildUnborn: `${opening(whoMay("screen"))} can change that: More on the card, and then Unborn child.`,
  NotAssigned: `${opening(whoMay("assign-interview"))} assigns it: /rhi assign, or More on the card.`
}

/** The sentence to add to a refusal's own; none where its own says all. */
const pointerFor = (tag: string): ReadonlyArray<string> => {
  const pointer = (pointers as Readonly<Partial<Record<string, string>>>)[tag]
  return pointer === undefined ? [] : [pointer]
}

/** The button or form belongs to a card that has moved on, or was not made by this bot. */
export class OutOfDate extends Schema.TaggedError<OutOfDate>()("OutOfDate", {}) {
  override get message() {
    return "This belongs to an older card and no longer works. Use the newest card of this child."
  }
}

/** The police told something of the child, and no missing notification has come. */
export class NoReportYet extends Schema.TaggedError<NoReportYet>()("NoReportYet", {
  child: Schema.String,
  /** Its history, in words, where nothing else is on record. */
  imported: Schema.optionalKey(Schema.String)
}) {
  override get message() {
    if (this.imported !== undefined) {
      return `No missing report of ${this.child} is recorded here, only ${this.imported}. If the child was reported missing, record it with /missing report.`
    }
    return `No missing report of ${this.child} is recorded yet: something else was told of them, and it is kept until one is. If the child was reported missing, record it with /missing report; if not, ask the police.`
  }
}

/** What a button was for is done, or does not stand any more. */
export class MovedOn extends Schema.TaggedError<MovedOn>()("MovedOn", {
  child: Schema.String,
  /** How its episode stands now, in words. */
  status: Schema.String
}) {
  override get message() {
    return `Nothing was done: this is not open any more. ${this.child} is now: ${this.status}. More on the card shows what you can do.`
  }
}

/** The report was of another child, and is kept with theirs. */
export class RecordMoved extends Schema.TaggedError<RecordMoved>()("RecordMoved", {
  /** The child it is kept with. */
  reference: Schema.String
}) {
  override get message() {
    return `This report was recorded on the wrong child and is kept with ${this.reference} now. Nothing was done: use that reference.`
  }
}

/** Slack did not open the form: its trigger lives for three seconds. */
export class FormNotOpened extends Schema.TaggedError<FormNotOpened>()("FormNotOpened", {
  cause: Schema.Defect()
}) {
  override get message() {
    return "Slack did not open the form in time. Nothing was recorded: please try again."
  }
}

/** A person without a role would be sent messages about a child. */
export class HoldsNoRole extends Schema.TaggedError<HoldsNoRole>()("HoldsNoRole", {
  field: Schema.Literals(["interviewer", "allocatedWorker", "coordinator", "person", "cover", "signedOffBy"])
}) {
  override get message() {
    return "That person holds no role in Safe Return, so nothing about a child may be sent to them. The people who look after Safe Return can give them one first."
  }
}

/** The allocation is recorded, but the recipient of alerts could not be saved: "nothing was saved" would be untrue. */
export class AllocatedWorkerNotKept extends Schema.TaggedError<AllocatedWorkerNotKept>()("AllocatedWorkerNotKept", {
  cause: Schema.Defect()
}) {
  override get message() {
    return "The allocation is recorded, but who alerts about the child go to could not be saved: until it is, they go to the same person as before. Tell the people who look after Safe Return, and send this again once it works."
  }
}

/** What was typed was read as a time that does not fit: which one, so that the mistake is seen. */
export class TypedTimeRefused extends Schema.TaggedError<TypedTimeRefused>()("TypedTimeRefused", {
  /** Why it does not fit. */
  sentence: Schema.String,
  /** The time as it was read, in words. */
  readAs: Schema.String
}) {
  override get message() {
    return `${this.sentence} What you typed was read as ${this.readAs}.`
  }
}

/** What stands instead of what was sent. */
export class AlreadyOnRecord extends Schema.TaggedError<AlreadyOnRecord>()("AlreadyOnRecord", {
  sentence: Schema.String,
  /** Of the command, to look at. */
  field: Schema.String
}) {
  override get message() {
    return this.sentence
  }
}

export type Problem =
  | Refusal
  | CmeRefusal
  | ReturnLookRefusal
  | NoSuchCase
  | NoPupilReference
  | NoReferenceOfEither
  | ReferenceOfBoth
  | UnknownPupil
  | AmbiguousReference
  | UnknownReference
  | RecordedByNewerVersion
  | EpisodesUnreadable
  | PoliceReferenceElsewhere
  | NothingToMove
  | SameChild
  | PersonalReference
  | CancelledThere
  | NotAllowed
  | JournalUnavailable
  | NotAudited
  | VersionConflict
  | InvalidSubmission
  | OutOfDate
  | NoReportYet
  | MovedOn
  | RecordMoved
  | FormNotOpened
  | AllocatedWorkerNotKept
  | HoldsNoRole
  | DutyRefusal
  | RotaChanged
  | TypedTimeRefused
  | AlreadyOnRecord

export interface Explanation {
  /** Plain text: escape it where Slack reads mrkdwn. */
  readonly sentence: string
  /** Sentences that belong beside a field, by the field's name. */
  readonly fields: Readonly<Record<string, string>>
}

const NOT_WRITABLE =
  "Not recorded: nothing can be written at the moment, and nothing was saved. Alerts go on as if you had not answered, so ring the people who must know; where a child is missing, ring the police. The people who look after Safe Return are told. Repeat this once it works again."

const NOT_AUDITED =
  "Not recorded: nothing can be written at the moment, not even who asks. Nothing was shown and nothing was done. Alerts go on as if you had not answered, so ring the people who must know; where a child is missing, ring the police. The people who look after Safe Return are told. Repeat this once it works again."

export const explain = (problem: Problem): Explanation => {
  switch (problem._tag) {
    case "AlreadyOnRecord":
      return { sentence: problem.sentence, fields: { [problem.field]: problem.sentence } }
    case "InvalidSubmission":
      return { sentence: problem.message, fields: problem.fields }
    case "JournalUnavailable":
      // Its own message names a path on the server, which is for the log.
      return { sentence: NOT_WRITABLE, fields: {} }
    case "UnknownReference":
      return { sentence: problem.message, fields: { reference: problem.message } }
    case "NotAudited":
      return { sentence: NOT_AUDITED, fields: {} }
    case "AmbiguousReference":
    case "PersonalReference":
      // The form that moves a report calls this field the child.
      return { sentence: problem.message, fields: { reference: problem.message, child: problem.message } }
    case "NotAllowed":
    case "RecordedByNewerVersion":
    case "EpisodesUnreadable":
    case "StreamMoved":
    case "OutOfDate":
    case "NoReportYet":
    case "MovedOn":
    case "RotaChanged":
    case "RecordMoved":
    case "FormNotOpened":
    case "TypedTimeRefused":
    case "AllocatedWorkerNotKept":
      return { sentence: problem.message, fields: {} }
    default: {
      const sentence = [problem.message, ...pointerFor(problem._tag)].join(" ")
      return { sentence, fields: { [problem.field]: sentence } }
    }
  }
}

/** For a fault nobody can act on but us. */
export const ourFault = (incident: string): Explanation => ({
  sentence: `Something went wrong on our side, and this may not have been recorded. Check the card before you repeat it. If it happens again, quote ${incident}.`,
  fields: {}
})
