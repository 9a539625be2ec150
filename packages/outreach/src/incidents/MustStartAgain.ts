import { Schema } from "effect"

/** This process cannot go on, and another one can: it ends, and what supervises it starts it again. */
export class MustStartAgain extends Schema.TaggedError<MustStartAgain>()("MustStartAgain", { reason: Schema.String }) {
  override get message() {
    return `${this.reason} This process ends, so that it is started again.`
  }
}
