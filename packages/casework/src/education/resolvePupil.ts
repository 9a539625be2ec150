/** From an education reference as it was typed or sent to the child it names, on record or new. */
import { PupilReference } from "@safe-return/domain/education"
import {
  ChildReference,
  fitsPatterns,
  patternsInWords,
  personalIn,
  type ReferencePattern
} from "@safe-return/domain/pathway"
import type { JournalUnavailable } from "@safe-return/journal"
import { Effect, Option, Schema } from "effect"
import { EducationCasework } from "./EducationCasework.ts"

/** What was given has not the form of the council's education references, so it may be a name. */
export class NoPupilReference extends Schema.TaggedError<NoPupilReference>()("NoPupilReference", {
  /** The council's own forms, where they are known. */
  forms: Schema.optionalKey(Schema.String)
}) {
  readonly field = "reference"
  override get message() {
    const form = this.forms === undefined ? "such as EDU-10432, with its letters in capitals" : `which is ${this.forms}`
    return `That has not the form of an education reference. Give the education system's own, ${form}. What was given is not kept.`
  }
}

/** Nothing is recorded under this education reference. */
export class UnknownPupil extends Schema.TaggedError<UnknownPupil>()("UnknownPupil", { reference: Schema.String }) {
  readonly field = "reference"
  override get message() {
    return `No case of ${this.reference} is recorded. Check the reference against the education system, or refer the child first.`
  }
}

/** The child has no case of which this can be recorded. */
export class NoSuchCase extends Schema.TaggedError<NoSuchCase>()("NoSuchCase", {
  reference: Schema.String,
  wanted: Schema.Literals(["open", "closed", "latest", "one-of-several", "joined"])
}) {
  readonly field = "reference"
  override get message() {
    const sentences: Readonly<Record<typeof this.wanted, string>> = {
      open: "has no open case. If the child is missing education again, refer them again.",
      closed: "has an open case, so there is nothing to reopen. Go on with it.",
      latest: "has no case of which this can be recorded. Refer the child first.",
      "one-of-several": "has one case alone, so there is nothing to join it to.",
      joined: "has no case that was joined to another, so there is nothing to separate."
    }
    return `${this.reference} ${sentences[this.wanted]}`
  }
}

/** The child as on record, in whichever spelling, or else as a new one is recorded. */
export const resolvePupil = Effect.fnUntraced(function* (
  typed: PupilReference,
  patterns: ReadonlyArray<ReferencePattern> | undefined
): Effect.fn.Return<PupilReference, NoPupilReference | JournalUnavailable, EducationCasework> {
  const { child, version } = yield* (yield* EducationCasework).file(typed)
  if (version > 0) return child
  const isOurs =
    patterns === undefined ? Option.isNone(personalIn(ChildReference.make(typed))) : fitsPatterns(typed, patterns)
  if (isOurs) return PupilReference.make(typed.toUpperCase())
  return yield* new NoPupilReference(patterns === undefined ? {} : { forms: patternsInWords(patterns) })
})
