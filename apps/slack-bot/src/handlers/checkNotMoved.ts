import { movedTo } from "@safe-return/casework"
import type { ChildReference, ChildState, Episode } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { RecordMoved } from "./explain.ts"

/** Nothing is done on the record of a child that a report was moved from: it says where the report is. */
export const checkNotMoved = Effect.fn("checkNotMoved")(function* (
  child: ChildReference,
  state: ChildState,
  episode: Episode
) {
  const other = yield* movedTo(child, state, episode)
  if (Option.isSome(other)) return yield* new RecordMoved({ reference: other.value })
})
