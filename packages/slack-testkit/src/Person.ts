/** A member at the keyboard: each method sends what Slack would send, applies the answer, and returns how it went. */
import { type ActionGiven, actIn, answersTo } from "./act.ts"
import { applyAnswer } from "./answers.ts"
import { type AnswerRefused, answerRefused } from "./app/AnswerRefused.ts"
import type { Delivery } from "./app/delivery.ts"
import {
  appHomeOpened,
  globalShortcut,
  messageShortcut,
  type Sender,
  slashCommand,
  viewClosed
} from "./app/payloads.ts"
import type { EphemeralMessage } from "./Ephemerals.ts"
import { type ActionAt, type Actor, findMessage, TargetNotFound } from "./findSurface.ts"
import { isObject, type JsonObject, objectsOf, textOr } from "./json.ts"
import type { Member } from "./members.ts"
import { namedConversation } from "./namedConversation.ts"
import type { Signing } from "./signing.ts"
import { type SubmissionOutcome, submitView } from "./submit.ts"
import { type SuggestionOutcome, suggestIn, type Typed } from "./suggest.ts"
import type { InputValues } from "./views/inputState.ts"
import type { View } from "./views/view.ts"
import type { WorkspaceParts } from "./WorkspaceParts.ts"

export class Person {
  readonly member: Member
  readonly #parts: WorkspaceParts
  readonly #signing: Signing
  readonly #sender: Sender

  constructor(parts: WorkspaceParts, member: Member, signing: Signing) {
    this.member = member
    this.#parts = parts
    this.#signing = signing
    this.#sender = { member, app: parts.app, teamDomain: parts.teamDomain }
  }

  get id(): string {
    return this.member.id
  }

  /** The same person, whose requests are signed otherwise. */
  signing(signing: Signing): Person {
    return new Person(this.#parts, this.member, signing)
  }

  /** The modal on top. */
  get modal(): View | undefined {
    return this.modals.at(-1)
  }

  get modals(): ReadonlyArray<View> {
    return this.#parts.views.modalsOf(this.id)
  }

  get home(): View | undefined {
    return this.#parts.views.homeOf(this.id)
  }

  get ephemerals(): ReadonlyArray<EphemeralMessage> {
    return this.#parts.ephemerals.of(this.id)
  }

  /** A Web API call in this person's name, such as reading the conversations they are in. */
  call(method: string, params: JsonObject = {}): Promise<JsonObject> {
    return this.#parts.api.call(this.id, method, params)
  }

  /** Channels and direct conversations this person is in. */
  async conversations(): Promise<ReadonlyArray<JsonObject>> {
    const types = "public_channel,private_channel,im,mpim"
    const { channels } = await this.call("users.conversations", { types })
    return objectsOf(channels)
  }

  /** The messages of a conversation, oldest first, or of one of its threads; empty where the person may not read. */
  async messages(channel: string, threadTs?: string): Promise<ReadonlyArray<JsonObject>> {
    if (threadTs === undefined) {
      const { messages } = await this.call("conversations.history", { channel, limit: 999 })
      return objectsOf(messages).toReversed()
    }
    const { messages } = await this.call("conversations.replies", { channel, ts: threadTs, limit: 999 })
    return objectsOf(messages)
  }

  async say(channel: string, text: string, threadTs?: string): Promise<JsonObject> {
    return this.call("chat.postMessage", { channel, text, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) })
  }

  /** Types a slash command in a conversation. */
  async command(channel: string, command: string, text = ""): Promise<Delivery | AnswerRefused> {
    const { api, connection, ephemerals, responseUrls, responseUrl, timestamps, views } = this.#parts
    const to = { user: this.id, channel }
    const fields = slashCommand(this.#sender, {
      channel: await namedConversation(api, this.id, channel),
      command,
      text,
      triggerId: views.triggers.issue({ user: this.id }),
      responseUrl: responseUrl(responseUrls.issue(to))
    })
    const delivery = await connection.command(fields, this.#signing)
    const failed = (reason: string) => {
      const place = { ts: timestamps.next(), channel, user: "USLACKBOT" }
      ephemerals.show(this.id, place, { text: `${command} failed with the error "${reason}".` })
    }
    if (delivery.outcome !== "acknowledged") {
      failed(delivery.outcome === "operation_timeout" ? "operation_timeout" : "dispatch_failed")
    } else if (delivery.body !== "") {
      const answer = isObject(delivery.body) ? delivery.body : { text: delivery.body }
      const refusal = await applyAnswer(this.#parts, to, answer)
      if (refusal === undefined) return delivery
      const refused = answerRefused(refusal)
      failed(refused.error)
      return refused
    }
    return delivery
  }

  /** Clicks a button or chooses something in a message, a modal or the App Home. */
  act(at: ActionAt, given: ActionGiven): Promise<Delivery> {
    return actIn(this.#actor, at, given)
  }

  /** Opens an external select, or types into it: the options the app offers can be chosen by their value then. */
  suggestions(at: ActionAt, typed: Typed): Promise<SuggestionOutcome> {
    return suggestIn(this.#actor, at, typed)
  }

  click(at: ActionAt, actionId: string): Promise<Delivery> {
    return this.act(at, { actionId })
  }

  /** Fills in the top modal and submits it, answers by block id; one that is left out keeps its initial value. */
  submit(answers: JsonObject = {}): Promise<SubmissionOutcome> {
    return this.submitView(this.#top().id, { answers })
  }

  /** Submits a modal with answers, or with values already in the shape of Slack's `state.values`. */
  submitView(
    viewId: string,
    given: { readonly answers?: JsonObject; readonly values?: InputValues }
  ): Promise<SubmissionOutcome> {
    return submitView(this.#actor, viewId, given)
  }

  /** Closes the modal on top, or the one named; the app hears of it only if it asked to. */
  async closeModal(viewId: string = this.#top().id): Promise<Delivery | undefined> {
    const { connection, views } = this.#parts
    const view = views.seenBy(this.id, viewId)
    if (view === undefined) return undefined
    views.close(this.id, viewId, view.clear_on_close)
    if (!view.notify_on_close) return undefined
    return connection.interaction(viewClosed(this.#sender, view, view.clear_on_close), this.#signing)
  }

  /** Picks one of the app's global shortcuts. */
  shortcut(callbackId: string): Promise<Delivery> {
    const { connection, timestamps, views } = this.#parts
    const triggerId = views.triggers.issue({ user: this.id })
    const payload = globalShortcut(this.#sender, { callbackId, triggerId, actionTs: timestamps.next() })
    return connection.interaction(payload, this.#signing)
  }

  /** Picks one of the app's shortcuts in the menu of a message. */
  async messageShortcut(at: { readonly channel: string; readonly ts: string }, callbackId: string): Promise<Delivery> {
    const { connection, responseUrl, responseUrls, timestamps, views } = this.#parts
    const found = await findMessage(this.#actor, at.channel, at.ts)
    if (found.message === undefined) throw new TargetNotFound("A message that only one person sees has no shortcuts.")
    const payload = messageShortcut(this.#sender, found, {
      callbackId,
      actionTs: timestamps.next(),
      triggerId: views.triggers.issue({ user: this.id }),
      responseUrl: responseUrl(responseUrls.issue(answersTo(this.id, found)))
    })
    return connection.interaction(payload, this.#signing)
  }

  /** Opens the app's Home tab. */
  async openHome(): Promise<Delivery> {
    const { announcer, api, app, connection, timestamps } = this.#parts
    if (!announcer.subscribesTo("app_home_opened")) {
      return { outcome: "dispatch_failed", reason: "The app does not subscribe to app_home_opened." }
    }
    const opened = await api.call(app.botUserId, "conversations.open", { users: this.id })
    const channel = isObject(opened["channel"]) ? textOr(opened["channel"]["id"], "") : ""
    const view = this.home
    const event = { channel, eventTs: timestamps.next(), ...(view === undefined ? {} : { view }) }
    return connection.event(appHomeOpened(this.#sender, event), this.#signing)
  }

  get #actor(): Actor {
    return { parts: this.#parts, sender: this.#sender, signing: this.#signing }
  }

  #top(): View {
    const view = this.modal
    if (view === undefined) throw new Error(`${this.member.realName} has no modal open.`)
    return view
  }
}
