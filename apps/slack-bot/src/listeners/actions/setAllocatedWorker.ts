import { Effect } from "effect"
import { allocatedWorkerView } from "../../views/allocatedWorkerView.ts"
import { allocatedWorkerOf, readLink } from "../findCase.ts"
import type { ButtonHandler } from "./ButtonHandler.ts"

/** "Set allocated worker" on the card. */
export const setAllocatedWorkerButton: ButtonHandler = {
  permission: "set-allocated-worker",
  handle: Effect.fn("setAllocatedWorkerButton")(function* ({ value, openForm }) {
    const link = yield* readLink(value)
    yield* openForm(allocatedWorkerView(link, yield* allocatedWorkerOf(link.child)))
  })
}
