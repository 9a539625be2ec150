/** A reference names two records that differ only in spelling: nothing is merged, and a person chooses. */
import { Data } from "effect"

export class AmbiguousReference extends Data.TaggedError("AmbiguousReference")<{
  readonly references: ReadonlyArray<string>
}> {
  readonly field = "reference"
  override get message(): string {
    return `${this.references.join(" and ")} are each on record, and differ only in how they are written. Give the one that is meant exactly as it is written here, and ask an administrator which record is right.`
  }
}
