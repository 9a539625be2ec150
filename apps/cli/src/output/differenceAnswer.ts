import { formatInstant, type Instant } from "@safe-return/domain/calendar"
import type { PolicyDifference } from "@safe-return/domain/policy"
import { firingAnswer } from "./firingAnswer.ts"

const changes = {
  DeadlineMoved: "deadline-moved",
  TriggerGained: "trigger-gained",
  TriggerLost: "trigger-lost",
  TriggerChanged: "trigger-changed"
} as const

const moment = (instant: Instant | undefined): string | null => (instant === undefined ? null : formatInstant(instant))

/** One thing that differs between two policies; `change` says what kind, `words` the whole in a sentence. */
export const differenceAnswer = (difference: PolicyDifference) => {
  const { child: childRef, words } = difference
  const change = changes[difference._tag]
  switch (difference._tag) {
    case "DeadlineMoved": {
      const { episodeId, clock, from, to } = difference
      return { change, childRef, episodeId, clock, from: moment(from), to: moment(to), words }
    }
    case "TriggerGained":
    case "TriggerLost":
      return { change, ...firingAnswer(childRef, difference.firing), words }
    case "TriggerChanged": {
      const [from, to] = [firingAnswer(childRef, difference.from), firingAnswer(childRef, difference.to)]
      return { change, childRef, from, to, words }
    }
  }
}
