import type { WithdrawEntry } from "../commands.ts"
import { isRecorded } from "../fold/withdrawing.ts"
import type { ChildState, Episode } from "../state.ts"
import { accept, type Decision } from "./decision.ts"
import { acceptInOrder } from "./timesInOrder.ts"

/** One stay, change or placement was not so. Refused while an interview rests on it. */
export const withdrawEntry = (state: ChildState, episode: Episode, { entry, reason }: WithdrawEntry): Decision =>
  isRecorded(episode, entry)
    ? acceptInOrder(state, episode.id, { _tag: "EntryWithdrawn", episodeId: episode.id, entry, reason })
    : accept()
