/**
 * What the page and the training server say to each other: JSON on loopback, one conversation, no credentials.
 *
 * Paths (all but the last take `as=<user id>`, the persona acting):
 * - `GET  /api/seen?<the page's own address>`      {@link PageContent}: everything the page shows there, read at one go
 * - `POST /api/tour/start`, `/api/tour/leave`      nothing -> {@link Done}
 * - `POST /api/command`                            {@link CommandRequest} -> {@link Done}
 * - `POST /api/action`                             {@link ActionRequest} -> {@link Done}
 * - `POST /api/suggestions`                        {@link SuggestionsRequest} -> {@link Suggestions}: an external select's options
 * - `POST /api/shortcut`                           {@link ShortcutRequest} -> {@link Done}
 * - `POST /api/view/submit`, `/api/view/close`     {@link ViewRequest} -> {@link Done}
 * - `POST /api/police`                             {@link PoliceRequest} -> {@link PoliceReply}
 * - `POST /api/clock`                              {@link ClockRequest} -> {@link ClockMoved}
 * - `POST /api/reset`                              nothing -> {@link Done}
 * - `/api/scenarios…`                              see scenarios/api.ts
 * - `GET  /api/changes`                            server-sent events: `data: {}` whenever something changed
 */
import type { Scenarios } from "./scenarios/api.ts"

/** Everything the page shows to one persona in one place. */
export interface PageContent {
  readonly workspace: Workspace
  readonly screen: Screen
  /** Where the place is a conversation. */
  readonly conversation?: Conversation
  /** The open one; empty when there is none of that name, as after a reset. */
  readonly thread?: Conversation
  /** What is open in the guide's column. */
  readonly tour?: Tour
  readonly happened?: MomentExplanation
  readonly scenarios?: Scenarios
}

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

interface Shortcut {
  readonly callbackId: string
  readonly name: string
}

export interface Workspace {
  readonly authority: string
  readonly personas: ReadonlyArray<Persona>
  readonly me: Persona
  readonly conversations: ReadonlyArray<ConversationSummary>
  /** Slash commands with their usage hints, from the bot's own manifest. */
  readonly commands: ReadonlyArray<{ readonly command: string; readonly hint: string; readonly description: string }>
  readonly shortcuts: ReadonlyArray<Shortcut>
  /** Those in the menu of a message. */
  readonly messageShortcuts: ReadonlyArray<Shortcut>
  /** Everybody's direct conversations with the newest message of each: who else has something to read. */
  readonly inboxes: ReadonlyArray<{ readonly persona: string; readonly conversation: ConversationSummary }>
  /** Training time, ISO 8601 UTC. */
  readonly now: string
  /** Training time does not go on by itself, as in a scenario. */
  readonly standsStill: boolean
  /** While a person moves the clock: from when to when, ISO 8601 UTC. */
  readonly moving?: { readonly from: string; readonly to: string }
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

/** What a persona has open: a modal, and their App Home where that is the place. */
export interface Screen {
  readonly modal?: View
  readonly home?: View
}

/** One thing that was recorded, in words (Slack's mrkdwn). */
export interface HappenedEvent {
  readonly id: string
  /** When it was recorded, in training time, ISO 8601 UTC. */
  readonly at: string
  readonly words: string
  /** Who recorded it, as a mention or in words. */
  readonly by: string
  /** Recorded in the very moment that is being explained, not before it. */
  readonly isNew: boolean
}

/** One day of the working-day count: counted as the nth, or not counted and why. */
export interface CountedDayInWords {
  readonly day: string
  readonly words: string
  readonly isCounted: boolean
}

export interface ExplainedDeadlines {
  /** Whether what happened started or moved them. */
  readonly isChanged: boolean
  /** What they were before, where they were moved. */
  readonly before: ReadonlyArray<string>
  readonly startedBy: string
  readonly hours72: string
  readonly workingDays: string
  readonly days: ReadonlyArray<CountedDayInWords>
  readonly caveats: ReadonlyArray<string>
  readonly sources: ReadonlyArray<string>
}

export interface ExplainedTrigger {
  readonly key: string
  readonly title: string
  readonly level: "must" | "consider"
  readonly action: string
  readonly owner: string
  readonly because: string
  /** When each of the episodes it rests on began. */
  readonly evidence: ReadonlyArray<string>
  readonly source: string
  /** False for a working number that nobody has confirmed. */
  readonly isVerified: boolean
  /** False for what chat must not say: it is told nowhere but here. */
  readonly isSaidInChat: boolean
  readonly isNew: boolean
}

export interface DeliveredMessage {
  readonly key: string
  readonly what: string
  readonly to: string
  readonly outcome: "sent" | "waiting" | "superseded" | "undelivered"
  /** In training time, ISO 8601 UTC: when it was sent or last brought up to date, begun, or set aside. */
  readonly at: string
}

/** What is behind a message, or behind the latest thing that happened, for a person who asks why. */
export interface MomentExplanation {
  readonly title: string
  /** Why there is this message, or what this is about, in a sentence. */
  readonly why: string
  readonly events: ReadonlyArray<HappenedEvent>
  /** What stands in place of deadlines while there are none. */
  readonly noDeadlines?: string
  readonly deadlines?: ExplainedDeadlines
  readonly triggers: ReadonlyArray<ExplainedTrigger>
  readonly delivered: ReadonlyArray<DeliveredMessage>
}

/** Where a step of the tour is done: a conversation (its id or name) or another place of the page. */
export interface TourPlace {
  readonly in: string
  readonly thread?: string
  /** The message to look at there. */
  readonly message?: string
  readonly guide?: "happened"
}

export interface TourStepShown {
  readonly id: string
  readonly title: string
  /** The persona who does it. */
  readonly as: string
  /** What to do, in Slack's mrkdwn. */
  readonly todo: string
  readonly place: TourPlace
  /** What shows that it was done, in words; absent while it is not. */
  readonly outcome?: string
}

/** The guided tour; `child` and `steps` only once it has been started. */
export interface Tour {
  readonly titles: ReadonlyArray<string>
  readonly child?: string
  readonly steps?: ReadonlyArray<TourStepShown>
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
  /** The message whose menu it was picked from; absent for a global shortcut. */
  readonly message?: { readonly channel: string; readonly ts: string }
}

/** What was typed into an external select so far. */
export interface SuggestionsRequest {
  readonly container: ActionRequest["container"]
  readonly blockId: string
  readonly actionId: string
  readonly typed: string
}

/** Slack options, as the app offers them. */
export interface Suggestions {
  readonly options: ReadonlyArray<Record<string, unknown>>
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

/** What was played on the way, in order: when something fell due, and how many messages that sent or changed. */
export interface ClockMoved extends Done {
  readonly played?: ReadonlyArray<{ readonly at: string; readonly messages: number }>
}
