/** What a workspace is made of. */
import type { Clock } from "effect"
import type { WorkspaceClock } from "./clock.ts"
import type { Member } from "./members.ts"

export interface AppIdentity {
  readonly id: string
  readonly name: string
  readonly botId: string
  readonly botUserId: string
  /** The token the app calls the Web API with. */
  readonly botToken: string
  /** The secret its incoming requests are signed with. */
  readonly signingSecret: string
  /** The app-level token (`xapp-`) that opens Socket Mode connections; without it there are none. */
  readonly appToken?: string
}

export interface Channel {
  /** Such as `C0MISSING`; it stays the same over restarts. */
  readonly id: string
  readonly name: string
  readonly private?: boolean
  /** User ids; the app is in the channel when its bot user is named here. */
  readonly members: ReadonlyArray<string>
}

/** People who can be mentioned and given roles together. */
export interface UserGroup {
  /** Such as `S0MANAGERS`. */
  readonly id: string
  readonly name: string
  /** What it is mentioned by, without the @. */
  readonly handle: string
  /** User ids. */
  readonly members: ReadonlyArray<string>
  /** No longer in use. */
  readonly disabled?: boolean
}

export interface WorkspaceOptions {
  readonly members: ReadonlyArray<Member>
  readonly channels: ReadonlyArray<Channel>
  readonly userGroups?: ReadonlyArray<UserGroup>
  readonly app: AppIdentity
  /** Events it subscribes to, as in a manifest's `bot_events`; `app_home_opened` alone when absent. */
  readonly events?: ReadonlyArray<string>
  readonly team?: { readonly name: string; readonly domain: string }
  /** Port of the Web API on loopback; a free one when absent. */
  readonly port?: number
  /** File that keeps every message, so that a killed process comes back with the same ids and timestamps. */
  readonly recordTo?: string
  /** The workspace's time, an Effect `Clock` or two functions; signatures go by this machine's. */
  readonly clock?: Clock.Clock | WorkspaceClock
  /** `slack`: the app is held to Slack's rate limits. Without, it may call as often as it likes. */
  readonly rateLimits?: "slack"
}
