import { Schema } from "effect"

/** What a step asks for cannot be done as things stand in the workspace. */
export class CannotDo extends Schema.TaggedError<CannotDo>()("CannotDo", { reason: Schema.String }) {
  override get message() {
    return this.reason
  }
}
