import { Schema } from "effect"

/** A form that cannot be carried out as it was filled in: a sentence for each field to look at. */
export class InvalidSubmission extends Schema.TaggedError<InvalidSubmission>()("InvalidSubmission", {
  fields: Schema.Record(Schema.String, Schema.String)
}) {
  override get message() {
    return Object.values(this.fields).join(" ")
  }
}
