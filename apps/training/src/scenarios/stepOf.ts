/** What a persona does in the page, as a scenario says it. */

import { Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import type { JsonObject } from "@safe-return/slack-testkit"
import { Option, Schema } from "effect"
import type { ManifestEntries } from "../server/manifest.ts"
import type { Requester } from "../server/Requester.ts"
import type { ActionBody, CommandBody, PoliceBody, ShortcutBody, ViewBody } from "../server/requests.ts"
import { writtenAnswer } from "./answers.ts"
import { asWritten, channelName, channelOfChild, MISSING_CHANNEL } from "./cast.ts"
import { fieldsOf } from "./formFields.ts"
import { faceOf } from "./personaView.ts"
import { type Does, Notify, SchoolSends } from "./Scenario.ts"
import { writtenTime } from "./when.ts"

export const commandStep = ({ channel, command, text }: typeof CommandBody.Type): Does => {
  const name = channelName(channel)
  const typed = asWritten(`${command} ${text}`.trim())
  return name === undefined || name === MISSING_CHANNEL ? { type: typed } : { type: typed, in: name }
}

/** Only a button is a step of its own: what is chosen in a form goes with its submission. */
export const actionStep = ({ person }: Requester, { container, element }: typeof ActionBody.Type): Does | undefined => {
  const click = faceOf(element)
  if (element["type"] !== "button" || click === "") return undefined
  if (container.type === "view") return { click, on: container.viewId === person.home?.id ? "home" : "form" }
  const [about] = /(?:LCS|EDU)-\d{5}(?!\d)/.exec(String(element["value"] ?? "")) ?? []
  const child = definedFields({ about })
  const isReply = person.ephemerals.some(({ ts }) => ts === container.ts)
  if (isReply) return { click, ...child, on: "reply" }
  const name = channelName(container.channel)
  if (name === undefined) return { click, ...child, on: "direct" }
  return name === channelOfChild(about) ? { click, ...child } : { click, ...child, on: "channel" }
}

export const submissionStep = ({ person }: Requester, { viewId, values }: typeof ViewBody.Type): Does | undefined => {
  const view = person.modals.find(({ id }) => id === viewId)
  if (view === undefined) return undefined
  const answers = fieldsOf(view).flatMap(({ name, blockId, element }) => {
    const state = values[blockId]?.[String(element["action_id"])]
    const answer = state === undefined ? undefined : writtenAnswer(state as JsonObject)
    return answer === undefined ? [] : [[name, answer] as const]
  })
  return { fill: Object.fromEntries(answers), press: faceOf(view.submit) }
}

export const shortcutStep = (
  { shortcuts }: ManifestEntries,
  { callbackId }: typeof ShortcutBody.Type
): Does | undefined => {
  const shortcut = shortcuts.find((each) => each.callbackId === callbackId)
  return shortcut === undefined ? undefined : { shortcut: shortcut.name }
}

const when = (value: unknown): unknown => {
  const moment = typeof value === "string" ? Date.parse(value) : Number.NaN
  return Number.isNaN(moment) ? value : writtenTime(Instant(moment))
}

/** Undefined for what the police could not have sent: the intake refuses it, and there is nothing to play again. */
export const notificationStep = ({ notification }: typeof PoliceBody.Type): Does | undefined => {
  const { child, sentAt: _, ...rest } = notification
  const times = Object.entries(rest).map(([field, value]) => [field, field.endsWith("At") ? when(value) : value])
  const reference = (child as JsonObject | undefined)?.["reference"]
  const notify = Schema.decodeUnknownOption(Notify)({ ...Object.fromEntries(times), child: reference })
  return Option.isSome(notify) ? { notify: notify.value } : undefined
}

/** Undefined for what the intake refuses, and for a reference that no scenario may name. */
export const schoolReturnStep = (sent: Readonly<Record<string, unknown>>): Does | undefined => {
  const { child, sentAt: _, ...rest } = sent
  const reference = (child as JsonObject | undefined)?.["reference"]
  const school = Schema.decodeUnknownOption(SchoolSends)({ ...rest, child: reference })
  return Option.isSome(school) ? { school: school.value } : undefined
}
