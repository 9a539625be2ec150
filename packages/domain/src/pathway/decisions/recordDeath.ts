import * as Option from "effect/Option"
import * as Result from "effect/Result"
import { deepFreeze } from "../../deepFreeze.ts"
import type { ConfirmDeath, ReceiveNotification, RecordDeath, TakeBackDeath } from "../commands.ts"
import type { KeptNotification } from "../death.ts"
import type { PathwayEvent } from "../events.ts"
import { preview } from "../evolve.ts"
import { DeathNotRecorded, NothingRecorded } from "../refusals.ts"
import { latestEpisode } from "../standing.ts"
import type { ChildState } from "../state.ts"
import {
  accept,
  acceptUnless,
  checkNotFuture,
  type Decision,
  type DecisionContext,
  decideAfter,
  refuse
} from "./decision.ts"
import { receiveNotification } from "./receiveNotification.ts"

/** A person records the child's death: every open episode is over, and nothing more is asked for. */
export const recordDeath = (state: ChildState, { knownFrom, by }: RecordDeath, { now }: DecisionContext): Decision => {
  const latest = Option.getOrUndefined(latestEpisode(state))
  if (latest === undefined) return refuse(NothingRecorded)
  return decideAfter(checkNotFuture({ knownFrom }, now, latest.policy.futureToleranceMinutes.value), () =>
    acceptUnless(state.death?.knownFrom === knownFrom, { _tag: "ChildDied", knownFrom, by })
  )
}

/** Someone looked at every report that came since, and the death stands. */
export const confirmDeath = ({ death }: ChildState, { by }: ConfirmDeath, { now }: DecisionContext): Decision =>
  acceptUnless(death?.laterNotifications.every(({ lookedAt }) => lookedAt !== undefined) ?? true, {
    _tag: "DeathConfirmed",
    by,
    confirmedAt: now
  })

const received = ({ notification, newEpisodeId, policy }: KeptNotification): ReceiveNotification => ({
  _tag: "ReceiveNotification",
  notification,
  newEpisodeId,
  policy
})

/** The death taken back, and everything that was told since acted on in the order it came. */
const takeBackEvents = (
  state: ChildState,
  reason: TakeBackDeath["reason"],
  context: DecisionContext
): ReadonlyArray<PathwayEvent> => {
  const events: Array<PathwayEvent> = [{ _tag: "DeathTakenBack", reason }]
  for (const kept of state.death?.laterNotifications ?? []) {
    // Each was in order when it came; what an earlier one contradicts now is on the stream all the same.
    const decision = receiveNotification(preview(state, events), received(kept), context)
    events.push(...Result.getOrElse(decision, () => []))
  }
  return events
}

/** The record stands as if no death had been recorded. */
export const takeBackDeath = (state: ChildState, { reason }: TakeBackDeath, context: DecisionContext): Decision =>
  state.death === undefined ? refuse(DeathNotRecorded) : accept(...takeBackEvents(state, reason, context))

/** Keeps a notification that came after a death for people to judge; nothing comes of it. */
export const keepAfterDeath = (
  state: ChildState,
  { notification, newEpisodeId, policy }: ReceiveNotification,
  context: DecisionContext
): Decision => {
  const asIfAlive = preview(state, takeBackEvents(state, "told-wrongly", context))
  const command = { _tag: "ReceiveNotification", notification, newEpisodeId, policy } as const
  return Result.map(receiveNotification(asIfAlive, command, context), (events) =>
    events.length === 0
      ? []
      : [
          {
            _tag: "NotificationAfterDeath",
            notification,
            receivedAt: context.now,
            newEpisodeId,
            policy: deepFreeze(policy)
          }
        ]
  )
}
