/** Why a report of a missing child is not recorded, or not moved to another child: each with what to do. */
import { Schema } from "effect"

/** One police reference cannot stand for two children: one of the two records would be about the wrong child. */
export class PoliceReferenceElsewhere extends Schema.TaggedError<PoliceReferenceElsewhere>()(
  "PoliceReferenceElsewhere",
  {}
) {
  readonly field = "policeReference"
  override get message() {
    return "This police reference was first used for a child with another case reference. Check both references; if the report was recorded on the wrong child, correct that record."
  }
}

/** There is no report to move: the episode is not on this record, or was moved or cancelled before. */
export class NothingToMove extends Schema.TaggedError<NothingToMove>()("NothingToMove", {}) {
  readonly field = "child"
  override get message() {
    return "This episode was cancelled or moved before, so there is nothing to move. Look at its newest card."
  }
}

/** The child it moves to is the one it is recorded on. */
export class SameChild extends Schema.TaggedError<SameChild>()("SameChild", {}) {
  readonly field = "child"
  override get message() {
    return "That is the child it is recorded on. Give the case reference of the child who is really missing."
  }
}

/** On the right child's record this report was cancelled before: cancelling it here too would leave nobody looked for. */
export class CancelledThere extends Schema.TaggedError<CancelledThere>()("CancelledThere", {}) {
  readonly field = "child"
  override get message() {
    return "This report was cancelled on that child's record before, so it cannot be moved back. Report that child afresh with /missing report first, and then join or cancel this one."
  }
}

const personalWords = { "birth-date": "a date of birth", name: "a name" } as const

/** What was given as a new child's case reference is none, may be a name or a birth date, and would be shown in messages. */
export class PersonalReference extends Schema.TaggedError<PersonalReference>()("PersonalReference", {
  looksLike: Schema.Literals(["birth-date", "name", "no-reference"]),
  /** The forms of the council's own, where they are known. */
  forms: Schema.optionalKey(Schema.String)
}) {
  readonly field = "reference"
  override get message() {
    if (this.forms !== undefined) {
      return `That has not the form of a case reference. Give the case system's own: ${this.forms}. What was given is not kept.`
    }
    if (this.looksLike === "no-reference") {
      return "That is no case reference. Give the case system's own, such as LCS-10432."
    }
    return `That looks like ${personalWords[this.looksLike]}, and it would be shown in messages. Give the case system's own reference, such as LCS-10432, with its letters in capitals.`
  }
}
