import { PersonId } from "@safe-return/domain/pathway"
import { Effect, Schema } from "effect"
import type { ButtonHandler } from "../../handlers/ButtonHandler.ts"
import { OutOfDate } from "../../handlers/explain.ts"
import { handoverView } from "./handoverView.ts"

const isPerson = Schema.is(PersonId)

/** "Hand over several", on the list of somebody who is away. */
export const openHandoverButton: ButtonHandler = {
  permission: "assign-interview",
  handle: Effect.fn("openHandover")(function* ({ value, openForm }) {
    if (!isPerson(value)) return yield* new OutOfDate()
    yield* openForm(handoverView({ from: value }))
  })
}
