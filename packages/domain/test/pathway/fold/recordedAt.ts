import { Result } from "effect"
import { type ChildState, type Command, decide, evolve, PersonId } from "../../../src/pathway/index.ts"
import { at, MUCH_LATER } from "../madeUpChild.ts"

const manager = PersonId.make("U0MADEUPMANAGER")

/** As it is recorded: each event with its time, in hours of the made-up child. */
export const recordedAt = (state: ChildState, hours: number, command: Command): ChildState =>
  Result.getOrThrow(decide(state, command, { now: MUCH_LATER })).reduce(
    (known, event) => evolve(known, { recordedAt: at(hours), recordedBy: manager, event }),
    state
  )
