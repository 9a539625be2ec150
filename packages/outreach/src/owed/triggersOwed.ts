/** The risk triggers that were met and may be posted, each said once in the channel for its evidence. */
import { type Firing, isPartOf } from "@safe-return/domain/risk"
import type { MessageKey } from "../message/messageKinds.ts"
import { firingsIn } from "./firingsIn.ts"
import { type CaseSnapshot, channel, type OwedMessage, once, whenAsked } from "./OwedMessage.ts"

/** Said under a key it had before a merge, it is said. */
const triggerKey = ({ key, formerKeys = [] }: Firing, { delivered }: CaseSnapshot): MessageKey => {
  const said = [key, ...formerKeys].find((one) => delivered.has(`trigger:${one}`))
  return `trigger:${said ?? key}`
}

/** Of firings that grew while nothing could be sent, or by a late notification, only the one with most evidence. */
export const triggers = (snapshot: CaseSnapshot): ReadonlyArray<OwedMessage> => {
  const { child, state, announceFrom } = snapshot
  const news = firingsIn(snapshot).filter(({ mayGoToChat, metAt }) => mayGoToChat && metAt >= announceFrom)
  const whole = news.filter(
    (firing) => firing.standing._tag === "Open" && !news.some((other) => isPartOf(firing, other))
  )
  return whole.flatMap((firing) => {
    const message = whenAsked(() => ({ _tag: "TriggerAlert", child, firing, state }))
    const urgency = firing.level === "must" ? "required" : "task"
    const parts = news.filter((other) => isPartOf(other, firing)).map((other) => triggerKey(other, snapshot))
    const toChannel: OwedMessage = {
      ...once(triggerKey(firing, snapshot), channel, message, urgency, firing.metAt),
      keptCurrent: true,
      supersedes: parts
    }
    return [toChannel]
  })
}
