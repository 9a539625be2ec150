import type { RejectMisdirectedNotification } from "../commands.ts"
import type { ChildState } from "../state.ts"
import { accept, type Decision } from "./decision.ts"
import { saysTheSame } from "./receiveNotification.ts"

/** Kept once, however often it is sent again: a system that was refused may try for days. */
export const rejectMisdirectedNotification = (
  { turnedAway = [] }: ChildState,
  { notification }: RejectMisdirectedNotification
): Decision =>
  turnedAway.some((before) => saysTheSame(before, notification))
    ? accept()
    : accept({ _tag: "NotificationTurnedAway", notification })
