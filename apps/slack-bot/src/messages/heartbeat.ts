import { londonDateTime } from "@safe-return/wording"
import type { Heartbeat } from "../delivery/message/incidentMessages.ts"
import { type MessageContent, plainly } from "./MessageContent.ts"

export const heartbeat = ({ beatAt, lateAfterMinutes }: Heartbeat): MessageContent =>
  plainly(
    `Safe Return was at work at *${londonDateTime(beatAt)}*. This message changes by itself. If that is more than ${lateAfterMinutes} minutes ago, Safe Return has stopped telling people: ring whoever looks after it, and the Missing Co-ordinator.`
  )
