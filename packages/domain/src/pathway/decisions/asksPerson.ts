import type { Notification } from "../notification.ts"
import type { SetAsideReason } from "../setAside.ts"
import type { Episode } from "../state.ts"

/** Police tell a time of their own of what a person recorded, and seldom the same minute: that is no contradiction. */
const contradictsEnd = (reason: SetAsideReason, { progress, personsWord }: Ended): boolean => {
  switch (reason) {
    case "out-of-order":
    case "episode-cancelled":
      return true
    case "already-recorded":
      return personsWord === undefined
    case "episode-closed":
      return progress._tag === "Missing"
    default:
      return false
  }
}

type Ended = Pick<Episode, "progress" | "personsWord">

/** Whether what was set aside waits for a person, because no rule knows what is right. */
export const asksPerson = (kind: Notification["kind"], reason: SetAsideReason, episode: Ended): boolean => {
  switch (kind) {
    case "missing":
      return reason === "clock-ahead"
    case "updated":
      return reason === "out-of-order"
    case "found":
    case "returned":
      return contradictsEnd(reason, episode)
    case "cancelled":
      return false
  }
}
