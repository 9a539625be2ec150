/** The ways out of Slack: GOV.UK Notify, where a council has set it up. */
import { Context, type Effect } from "effect"
import type { EscalationRole, Way } from "../recipients/Roster.ts"
import type { SendFailed, Transport } from "../sending/Transport.ts"

/** How a message fares that was handed over. */
export type Receipt = "on-its-way" | "delivered" | "failed"

export class OutsideSlack extends Context.Service<
  OutsideSlack,
  {
    /** None where the way is not set up. */
    readonly addresses: (role: EscalationRole, way: Way) => ReadonlyArray<string>
    readonly carrier: Transport
    /** @param sent what the carrier's `post` gave */
    readonly receiptOf: (sent: string) => Effect.Effect<Receipt, SendFailed>
  }
>()("@safe-return/slack-bot/OutsideSlack") {}

/** How the address of a message out of Slack begins: the address itself is kept nowhere but in the configuration. */
export const addressName = (way: Way, role: EscalationRole, nth: number): string => `${way}:${role}:${nth}`

export const isOutside = (channel: string): boolean => /^(?:email|sms):/.test(channel)
