/**
 * What the page and the training server say to each other: JSON on loopback, one conversation, no credentials.
 *
 * Paths (every one takes `as=<user id>`, the persona acting):
 * - `GET  /api/workspace`                          {@link Workspace}
 * - `GET  /api/conversations/<id>`                 {@link Conversation}, `?thread=<ts>` for one thread
 * - `GET  /api/screen`                             {@link Screen}: the persona's open modal and App Home
 * - `POST /api/command`                            {@link CommandRequest} -> {@link Done}
 * - `POST /api/action`                             {@link ActionRequest} -> {@link Done}
 * - `POST /api/shortcut`                           {@link ShortcutRequest} -> {@link Done}
 * - `POST /api/view/submit`, `/api/view/close`     {@link ViewRequest} -> {@link Done}
 * - `POST /api/police`                             {@link PoliceRequest} -> {@link PoliceReply}
 * - `POST /api/clock`                              {@link ClockRequest} -> {@link Done}
 * - `POST /api/reset`                              nothing -> {@link Done}
 * - `/api/scenarios…`                              see scenarios/api.ts
 * - `GET  /api/changes`                            server-sent events: `data: {}` whenever something changed
 */

export interface Persona {
  readonly id: string
  readonly name: string
  /** What they do, in the field's words: Police and MASH, Missing Co-ordinator, team manager … */
  readonly role: string
}

export interface ConversationSummary {
  readonly id: string
  readonly kind: "channel" | "dm"
  readonly name: string
  /** Timestamp of the newest message, so that the page can tell what is unread. */
  readonly latest?: string
}

export interface Workspace {
  readonly authority: string
  readonly personas: ReadonlyArray<Persona>
  readonly me: Persona
  readonly conversations: ReadonlyArray<ConversationSummary>
  /** Slash commands with their usage hints, from the bot's own manifest. */
  readonly commands: ReadonlyArray<{ readonly command: string; readonly hint: string; readonly description: string }>
  readonly shortcuts: ReadonlyArray<{ readonly callbackId: string; readonly name: string }>
  /** Training time, ISO 8601 UTC. */
  readonly now: string
  /** Training time does not go on by itself, as in a scenario. */
  readonly standsStill: boolean
}

export interface Message {
  readonly ts: string
  /** When it was posted, in training time. */
  readonly at: string
  readonly author: string
  readonly text: string
  readonly blocks: ReadonlyArray<Record<string, unknown>>
  readonly threadTs?: string
  readonly replies: number
  readonly edited: boolean
  /** Only this persona sees it, and it is gone after a reload. */
  readonly ephemeral: boolean
}

export interface Conversation {
  readonly id: string
  readonly messages: ReadonlyArray<Message>
}

/** A Slack view as `views.open` or `views.publish` was given it, with its id. */
export interface View {
  readonly id: string
  readonly title: string
  readonly submit?: string
  readonly close?: string
  readonly blocks: ReadonlyArray<Record<string, unknown>>
  /** Field errors of the last submission, by block id. */
  readonly errors?: Readonly<Record<string, string>>
}

export interface Screen {
  readonly modal?: View
  readonly home?: View
}

export interface CommandRequest {
  readonly channel: string
  readonly command: string
  readonly text: string
}

/** `element` is the clicked or changed element as it stands in the block; `value` what the person chose. */
export interface ActionRequest {
  readonly container:
    | { readonly type: "message"; readonly channel: string; readonly ts: string }
    | { readonly type: "view"; readonly viewId: string }
  readonly blockId: string
  readonly element: Record<string, unknown>
  readonly value?: unknown
  /** Inputs of the surrounding view or message, in the shape of Slack's `state.values`. */
  readonly values?: Record<string, Record<string, unknown>>
}

export interface ShortcutRequest {
  readonly callbackId: string
}

export interface ViewRequest {
  readonly viewId: string
  /** Slack's `state.values`: block id, action id, element state. */
  readonly values: Record<string, Record<string, unknown>>
}

/** The body of `POST /intake/notifications`, as the police would send it. */
export interface PoliceRequest {
  readonly notification: Record<string, unknown>
}

export interface PoliceReply {
  readonly status: number
  readonly body: unknown
}

export type ClockRequest = { readonly advanceMinutes: number } | { readonly to: string }

export interface Done {
  readonly ok: boolean
  /** What went wrong, in a sentence, when `ok` is false. */
  readonly problem?: string
}
