import { formatInstant, type Instant } from "@safe-return/domain/calendar"
import type { RungReached } from "@safe-return/domain/escalation"
import type { PolicyDifference } from "@safe-return/domain/policyComparison"
import { firingAnswer } from "./firingAnswer.ts"

const changes = {
  DeadlineMoved: "deadline-moved",
  TriggerGained: "trigger-gained",
  TriggerLost: "trigger-lost",
  TriggerChanged: "trigger-changed",
  ReminderMoved: "reminder-moved",
  LadderClimbsOtherwise: "ladder-climbs-otherwise",
  DigestMoved: "digest-moved",
  MeasureMoved: "measure-moved",
  ReportsReadOtherwise: "reports-read-otherwise",
  InForceMoved: "in-force-moved",
  RevealDaysMoved: "reveal-days-moved",
  DecisionLadderMoved: "decision-ladder-moved",
  FutureToleranceMoved: "future-tolerance-moved",
  MessageTimesMoved: "message-times-moved",
  ShownFactsMoved: "shown-facts-moved",
  ScorecardMoved: "scorecard-moved",
  SourceCheckMoved: "source-check-moved"
} as const

const moment = (instant: Instant | undefined): string | null => (instant === undefined ? null : formatInstant(instant))

const rungAnswer = ({ rung: { who, by }, at }: RungReached) => ({ who, by: by ?? null, at: formatInstant(at) })

/** One thing that differs between two policies; `change` says what kind, `words` the whole in a sentence. */
export const differenceAnswer = (difference: PolicyDifference) => {
  const { words } = difference
  const change = changes[difference._tag]
  if (difference._tag === "DigestMoved") {
    return { change, from: difference.from ?? null, to: difference.to ?? null, words }
  }
  if (!("child" in difference)) return { change, from: difference.from, to: difference.to, words }
  const { child: childRef } = difference
  switch (difference._tag) {
    case "DeadlineMoved": {
      const { episodeId, clock, from, to } = difference
      return { change, childRef, episodeId, clock, from: moment(from), to: moment(to), words }
    }
    case "ReminderMoved": {
      const { episodeId, reminder, from, to } = difference
      return { change, childRef, episodeId, reminder, from: moment(from), to: moment(to), words }
    }
    case "LadderClimbsOtherwise": {
      const { episodeId, from, to } = difference
      return { change, childRef, episodeId, from: from.map(rungAnswer), to: to.map(rungAnswer), words }
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
