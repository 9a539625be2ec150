/** What Slack sends an app when a person does something, field by field as its documentation has them. */
import { randomBytes } from "node:crypto"
import type { JsonObject } from "../json.ts"
import { homeOf, type Member, teamId, teamOf } from "../members.ts"
import type { AppIdentity } from "../options.ts"
import type { NamedConversation, Surface, VisibleMessage, VisibleView } from "../surface.ts"
import type { PlacedElement } from "../views/inputState.ts"
import type { View } from "../views/view.ts"

/** Slack's old proof of origin; still sent, long replaced by the signature. */
const verificationToken = "superseded-by-the-signature"

export interface Sender {
  readonly member: Member
  readonly app: AppIdentity
  readonly teamDomain: string
}

const userOf = ({ member }: Sender) => ({
  id: member.id,
  username: member.name,
  name: member.name,
  team_id: homeOf(member)
})

/** The organisation a person acts in, on Enterprise Grid. */
const enterpriseOf = ({ member: { organisation } }: Sender) =>
  organisation === undefined ? null : { id: organisation.id, name: organisation.id }

const interaction = (sender: Sender, type: string) => ({
  type,
  user: userOf(sender),
  api_app_id: sender.app.id,
  token: verificationToken,
  team: { id: teamId, domain: sender.teamDomain },
  enterprise: enterpriseOf(sender),
  is_enterprise_install: false
})

export const slashCommand = (
  sender: Sender,
  given: {
    readonly channel: NamedConversation
    readonly command: string
    readonly text: string
    readonly triggerId: string
    readonly responseUrl: string
  }
): Record<string, string> => ({
  token: verificationToken,
  team_id: teamOf(sender.member),
  team_domain: sender.teamDomain,
  ...(sender.member.organisation === undefined ? {} : { enterprise_id: sender.member.organisation.id }),
  channel_id: given.channel.id,
  channel_name: given.channel.name,
  user_id: sender.member.id,
  user_name: sender.member.name,
  command: given.command,
  text: given.text,
  api_app_id: sender.app.id,
  is_enterprise_install: "false",
  response_url: given.responseUrl,
  trigger_id: given.triggerId
})

/** Where something was done, as every interaction on an element or a message says it. */
const whereDone = (surface: VisibleMessage | Pick<VisibleView, "kind" | "view">): JsonObject =>
  surface.kind === "view"
    ? { container: { type: "view", view_id: surface.view.id }, view: surface.view }
    : {
        container: {
          type: "message",
          message_ts: surface.ts,
          channel_id: surface.channel.id,
          is_ephemeral: surface.message === undefined,
          ...(surface.threadTs === undefined ? {} : { thread_ts: surface.threadTs })
        },
        channel: surface.channel,
        ...(surface.message === undefined ? {} : { message: surface.message })
      }

export const actionInMessage = (
  sender: Sender,
  surface: VisibleMessage,
  given: {
    readonly values: JsonObject
    readonly action: JsonObject
    readonly triggerId: string
    readonly responseUrl: string
  }
): JsonObject => ({
  ...interaction(sender, "block_actions"),
  ...whereDone(surface),
  state: { values: given.values },
  trigger_id: given.triggerId,
  response_url: given.responseUrl,
  actions: [given.action]
})

export const actionInView = (
  sender: Sender,
  view: View,
  given: { readonly action: JsonObject; readonly triggerId: string }
): JsonObject => ({
  ...interaction(sender, "block_actions"),
  ...whereDone({ kind: "view", view }),
  trigger_id: given.triggerId,
  actions: [given.action]
})

/** A person types into an external select, or opens it. */
export const blockSuggestion = (
  sender: Sender,
  surface: Surface,
  given: { readonly placed: PlacedElement; readonly typed: string }
): JsonObject => ({
  ...interaction(sender, "block_suggestion"),
  ...whereDone(surface),
  action_id: given.placed.element["action_id"],
  block_id: given.placed.blockId,
  value: given.typed
})

export const viewSubmission = (sender: Sender, view: View, triggerId: string): JsonObject => ({
  ...interaction(sender, "view_submission"),
  view,
  trigger_id: triggerId,
  response_urls: []
})

export const viewClosed = (sender: Sender, view: View, isCleared: boolean): JsonObject => ({
  ...interaction(sender, "view_closed"),
  view,
  is_cleared: isCleared
})

export const globalShortcut = (
  sender: Sender,
  given: { readonly callbackId: string; readonly actionTs: string; readonly triggerId: string }
): JsonObject => ({
  ...interaction(sender, "shortcut"),
  callback_id: given.callbackId,
  action_ts: given.actionTs,
  trigger_id: given.triggerId
})

export const messageShortcut = (
  sender: Sender,
  surface: VisibleMessage,
  given: {
    readonly callbackId: string
    readonly actionTs: string
    readonly triggerId: string
    readonly responseUrl: string
  }
): JsonObject => ({
  ...interaction(sender, "message_action"),
  callback_id: given.callbackId,
  action_ts: given.actionTs,
  trigger_id: given.triggerId,
  response_url: given.responseUrl,
  message_ts: surface.ts,
  channel: surface.channel,
  message: surface.message
})

/** An event of the Events API in its wrapping. */
export const eventCallback = (app: AppIdentity, event: JsonObject): JsonObject => ({
  token: verificationToken,
  team_id: teamId,
  api_app_id: app.id,
  type: "event_callback",
  event_id: `Ev${randomBytes(6).toString("hex").toUpperCase()}`,
  event_time: Math.floor(Number(event["event_ts"])),
  authorizations: [
    { enterprise_id: null, team_id: teamId, user_id: app.botUserId, is_bot: true, is_enterprise_install: false }
  ],
  is_ext_shared_channel: false,
  event
})

/** Slack asks this once, when a request URL for events is entered. */
export const urlVerification = () => ({
  token: verificationToken,
  challenge: randomBytes(16).toString("hex"),
  type: "url_verification"
})

export const appHomeOpened = (
  sender: Sender,
  given: { readonly channel: string; readonly eventTs: string; readonly view?: View }
): JsonObject =>
  eventCallback(sender.app, {
    type: "app_home_opened",
    user: sender.member.id,
    channel: given.channel,
    tab: "home",
    event_ts: given.eventTs,
    ...(given.view === undefined ? {} : { view: given.view })
  })
