/** Each person's modals and App Home: the emulator knows neither closing nor an app's answers to a submission. */
import { randomBytes } from "node:crypto"
import { checkView } from "../blockKit/checkView.ts"
import { refusalOf } from "../blockKit/Problem.ts"
import { isObject, type JsonObject, parsed, textOr } from "../json.ts"
import type { AppIdentity } from "../options.ts"
import { type InputValues, inputValues } from "./inputState.ts"
import { type Trigger, Triggers } from "./Triggers.ts"
import { type View, viewFrom } from "./view.ts"

const maximumDepth = 3
const newId = (prefix: string) => prefix + randomBytes(5).toString("hex").toUpperCase()
const refused = (error: string): JsonObject => ({ ok: false, error })

export class Views {
  readonly triggers: Triggers
  readonly #modals = new Map<string, ReadonlyArray<View>>()
  readonly #homes = new Map<string, View>()
  readonly #app: AppIdentity
  readonly #changed: (kind: "modal" | "home", user: string) => void

  constructor(app: AppIdentity, now: () => number, changed: (kind: "modal" | "home", user: string) => void) {
    this.triggers = new Triggers(now)
    this.#app = app
    this.#changed = changed
  }

  modalsOf(user: string): ReadonlyArray<View> {
    return this.#modals.get(user) ?? []
  }

  homeOf(user: string): View | undefined {
    return this.#homes.get(user)
  }

  /** The view a person sees under this id, if it is still there. */
  seenBy(user: string, viewId: string): View | undefined {
    return [...this.modalsOf(user), ...this.#homesOf(user)].find((view) => view.id === viewId)
  }

  /** Answers a `views.*` call; undefined for a method that is none of these. */
  answer(method: string, params: JsonObject): JsonObject | undefined {
    const view = parsed(params["view"])
    switch (method) {
      case "views.open":
        return this.#withTrigger(params, view, (trigger, written) => this.#open(trigger.user, written))
      case "views.push":
        return this.#withTrigger(params, view, (trigger, written) => this.#pushOnto(trigger, written))
      case "views.update":
        return this.#update(params, view)
      case "views.publish":
        return this.#publish(params, view)
      default:
        return undefined
    }
  }

  /** Keeps what a person has typed so far: Slack keeps it too when the app updates the view. */
  type(user: string, viewId: string, given: InputValues): View | undefined {
    const view = this.seenBy(user, viewId)
    if (view === undefined) return undefined
    const merged: Record<string, { readonly [actionId: string]: JsonObject }> = { ...view.state.values }
    for (const [blockId, elements] of Object.entries(given)) merged[blockId] = { ...merged[blockId], ...elements }
    const typed: View = { ...view, state: { values: inputValues(view.blocks, merged) } }
    this.#replace(user, typed)
    return typed
  }

  /** What a submission's answer does: replace the view, put one on top, close all, or close this one. */
  respond(user: string, viewId: string, action: string | undefined, written: unknown): JsonObject {
    const view = this.seenBy(user, viewId)
    if (view === undefined) return refused("not_found")
    if (action === "update") return this.#rewrite(user, view, written)
    if (action === "push") {
      const unfit = refusalOf(checkView(written, "modal"))
      if (unfit !== undefined) return unfit
      return this.#push(user, view, written as JsonObject)
    }
    this.close(user, viewId, action === "clear")
    return { ok: true }
  }

  /** Takes a view away, with those on top of it; `all` takes the whole stack. */
  close(user: string, viewId: string, all: boolean): void {
    const stack = this.modalsOf(user)
    const place = stack.findIndex((view) => view.id === viewId)
    if (place < 0) return
    this.#modals.set(user, all ? [] : stack.slice(0, place))
    this.#changed("modal", user)
  }

  #withTrigger(
    params: JsonObject,
    written: unknown,
    then: (trigger: Trigger, written: JsonObject) => JsonObject
  ): JsonObject {
    const unfit = refusalOf(checkView(written, "modal"))
    if (unfit !== undefined) return unfit
    const trigger = this.triggers.exchange(textOr(params["trigger_id"], textOr(params["interactivity_pointer"], "")))
    return typeof trigger === "string" ? refused(trigger) : then(trigger, written as JsonObject)
  }

  #open(user: string, written: JsonObject): JsonObject {
    const id = newId("V")
    return this.#show(user, [], viewFrom(written, this.#place(id, id, null)))
  }

  #pushOnto(trigger: Trigger, written: JsonObject): JsonObject {
    const below = trigger.viewId === undefined ? undefined : this.seenBy(trigger.user, trigger.viewId)
    return below?.type === "modal" ? this.#push(trigger.user, below, written) : refused("view_not_found")
  }

  #push(user: string, below: View, written: JsonObject): JsonObject {
    const stack = this.modalsOf(user)
    const under = stack.slice(0, stack.indexOf(below) + 1)
    if (under.length >= maximumDepth) return refused("push_limit_reached")
    return this.#show(user, under, viewFrom(written, this.#place(newId("V"), below.root_view_id, below.id)))
  }

  #show(user: string, under: ReadonlyArray<View>, view: View): JsonObject {
    const shown = { ...view, state: { values: inputValues(view.blocks, {}) } }
    this.#modals.set(user, [...under, shown])
    this.#changed("modal", user)
    return { ok: true, view: shown }
  }

  #update(params: JsonObject, written: unknown): JsonObject {
    const viewId = textOr(params["view_id"], "")
    const externalId = textOr(params["external_id"], "")
    const isMeant = (view: View) => view.id === viewId || (externalId !== "" && view.external_id === externalId)
    for (const [user, stack] of this.#modals) {
      const view = stack.find(isMeant)
      if (view === undefined) continue
      const hash = textOr(params["hash"], "")
      return hash !== "" && hash !== view.hash ? refused("hash_conflict") : this.#rewrite(user, view, written)
    }
    return refused("not_found")
  }

  #rewrite(user: string, view: View, written: unknown): JsonObject {
    const unfit = refusalOf(checkView(written, "modal"))
    if (unfit !== undefined) return unfit
    const rewritten = viewFrom(written as JsonObject, this.#place(view.id, view.root_view_id, view.previous_view_id))
    // Slack keeps what was typed into an input whose block id and action id are still there.
    const updated = { ...rewritten, state: { values: inputValues(rewritten.blocks, view.state.values) } }
    this.#replace(user, updated)
    this.#changed("modal", user)
    return { ok: true, view: updated }
  }

  #publish(params: JsonObject, written: unknown): JsonObject {
    const user = textOr(params["user_id"], "")
    const unfit = refusalOf(checkView(written, "home"))
    if (unfit !== undefined) return unfit
    const existing = this.#homes.get(user)
    const hash = textOr(params["hash"], "")
    if (existing !== undefined && hash !== "" && hash !== existing.hash) return refused("hash_conflict")
    const id = existing?.id ?? newId("V")
    const view = isObject(written) ? viewFrom(written, this.#place(id, id, null)) : undefined
    if (view === undefined) return refused("invalid_arguments")
    const home = { ...view, state: { values: inputValues(view.blocks, existing?.state.values ?? {}) } }
    this.#homes.set(user, home)
    this.#changed("home", user)
    return { ok: true, view: home }
  }

  #homesOf(user: string): ReadonlyArray<View> {
    const home = this.#homes.get(user)
    return home === undefined ? [] : [home]
  }

  #replace(user: string, view: View): void {
    if (view.type === "home") this.#homes.set(user, view)
    else
      this.#modals.set(
        user,
        this.modalsOf(user).map((other) => (other.id === view.id ? view : other))
      )
  }

  #place(id: string, rootId: string, previousId: string | null) {
    return {
      app: this.#app,
      id,
      hash: newId(""),
      root_view_id: rootId,
      previous_view_id: previousId,
      state: { values: {} }
    }
  }
}
