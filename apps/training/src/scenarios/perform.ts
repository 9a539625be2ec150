/** Does what a step says, as its persona, through the same handlers as the page. */

import { formatInstant, type Instant } from "@safe-return/domain/calendar"
import { definedFields } from "@safe-return/domain/definedFields"
import { elementsOf, type JsonObject } from "@safe-return/slack-testkit"
import { Effect, Option } from "effect"
import { closeView, runAction, runCommand, runShortcut } from "../server/handlers/interactions.ts"
import { notify } from "../server/handlers/police.ts"
import { sendSchoolReturn } from "../server/handlers/school.ts"
import { offeredByManifest } from "../server/manifest.ts"
import type { Requester } from "../server/Requester.ts"
import { CannotDo } from "./CannotDo.ts"
import { asCommandText, channelId, channelOfChild, channelOfPersona, type PersonaKey } from "./cast.ts"
import { fillForm } from "./fillForm.ts"
import {
  asking,
  cardsOf,
  directTo,
  faceOf,
  homeOf,
  type LocatedMessage,
  messagesIn,
  repliesTo,
  threadsOf,
  tsOf,
  wordsOn
} from "./personaView.ts"
import type { Does, Notify, SchoolSends } from "./Scenario.ts"
import { untilSeen } from "./untilSeen.ts"
import { momentOf } from "./when.ts"

/** The body of a notification, with its times on the training clock. */
const notificationOf = (news: Notify, now: Instant): Record<string, unknown> => {
  const { child, ...rest } = news
  const times = Object.entries(rest)
    .filter(([field]) => field.endsWith("At"))
    .map(([field, when]) => [field, formatInstant(Option.getOrElse(momentOf(when, now), () => now))])
  return { ...rest, ...Object.fromEntries(times), child: { reference: child }, sentAt: formatInstant(now) }
}

/** The body of a school's return, sent now on the training clock. */
const schoolReturnOf = ({ child, ...rest }: SchoolSends, now: Instant): Record<string, unknown> => ({
  ...rest,
  child: { reference: child },
  sentAt: formatInstant(now)
})

type Click = Extract<Does, { readonly click: string }>

const buttonOn = (shown: unknown, face: string) =>
  elementsOf((shown as { readonly blocks?: unknown } | undefined)?.blocks).find(
    ({ element }) => element["type"] === "button" && faceOf(element) === face
  )

const messagesFor = (
  asked: Requester,
  who: PersonaKey,
  { on, about }: Click
): Effect.Effect<ReadonlyArray<LocatedMessage>> => {
  const { training } = asked
  if (on === "direct") return directTo(training, who)
  if (on === "reply") return Effect.sync(() => repliesTo(training, who))
  if (on === "channel" || about === undefined) {
    return messagesIn(training, about === undefined ? channelOfPersona(who) : channelOfChild(about))
  }
  return on === "thread" ? threadsOf(training, about) : cardsOf(training, about)
}

const withActionId = (element: JsonObject) => ({ ...element, action_id: String(element["action_id"]) })

const clickOnMessage = Effect.fnUntraced(function* (asked: Requester, who: PersonaKey, click: Click) {
  const find = Effect.map(messagesFor(asked, who, click), (messages) =>
    messages.findLast(
      ({ message }) =>
        buttonOn(message, click.click) !== undefined &&
        (click.about === undefined || wordsOn(message).includes(click.about))
    )
  )
  const found = yield* untilSeen(find, (each) => each !== undefined)
  const button = buttonOn(found?.message, click.click)
  if (found === undefined || button === undefined) {
    return yield* new CannotDo({
      reason: `No message${click.about === undefined ? "" : ` about ${click.about}`} has a button "${click.click}".`
    })
  }
  const container = { type: "message", channel: found.channel, ts: tsOf(found) } as const
  return yield* runAction(asked, { container, blockId: button.blockId, element: withActionId(button.element) })
})

const clickInView = Effect.fnUntraced(function* (asked: Requester, who: PersonaKey, { click, on }: Click) {
  const shown = on === "home" ? homeOf(asked.training, who) : Effect.sync(() => asked.person.modal)
  const view = yield* untilSeen(shown, (each) => buttonOn(each, click) !== undefined)
  const button = buttonOn(view, click)
  if (view === undefined || button === undefined) {
    return yield* new CannotDo({
      reason: `There is no button "${click}" in the ${on === "home" ? "App Home" : "form"}.`
    })
  }
  const container = { type: "view", viewId: view.id } as const
  return yield* runAction(asked, { container, blockId: button.blockId, element: withActionId(button.element) })
})

const choose = Effect.fnUntraced(function* (asked: Requester, name: string) {
  const { shortcuts } = yield* offeredByManifest
  const shortcut = shortcuts.find((each) => each.name === name)
  if (shortcut === undefined) return yield* new CannotDo({ reason: `There is no shortcut "${name}".` })
  return yield* runShortcut(asked, { callbackId: shortcut.callbackId })
})

const slackIs = ({ training }: Requester, how: "goes down" | "comes back") =>
  Effect.sync(() => {
    const { faults } = training.workspace
    if (how === "goes down") faults.plan({ fault: { status: 503 } })
    else faults.clear()
    return { ok: true } as const
  })

/** Fails when it could not be done at all; what the bot then says to it is for the step's expectations. */
const doing = Effect.fnUntraced(function* (asked: Requester, who: PersonaKey, does: Does) {
  if ("type" in does) {
    const [command = "", ...words] = asCommandText(does.type).split(" ")
    return yield* runCommand(asked, {
      channel: channelId(does.in ?? channelOfPersona(who)),
      command,
      text: words.join(" ")
    })
  }
  if ("click" in does) {
    return yield* does.on === "form" || does.on === "home"
      ? clickInView(asked, who, does)
      : clickOnMessage(asked, who, does)
  }
  if ("fill" in does) return yield* fillForm(asked, does.fill, does.press)
  if ("shortcut" in does) return yield* choose(asked, does.shortcut)
  if ("close" in does) {
    const view = yield* untilSeen(
      Effect.sync(() => asked.person.modal),
      (each) => each !== undefined
    )
    if (view === undefined) return yield* new CannotDo({ reason: "No form is open." })
    return yield* closeView(asked, { viewId: view.id, values: {} })
  }
  if ("slack" in does) return yield* slackIs(asked, does.slack)
  if ("school" in does) {
    const { status } = yield* sendSchoolReturn(asked.training, schoolReturnOf(does.school, asked.training.clock.now()))
    return { ok: true, intake: status }
  }
  const { status } = yield* notify(asked, { notification: notificationOf(does.notify, asked.training.clock.now()) })
  return { ok: true, intake: status }
})

interface ActionResult {
  readonly intake?: number
}

export const perform = Effect.fn("perform")(function* (training: Requester["training"], who: PersonaKey, does: Does) {
  const done: { readonly ok: boolean; readonly problem?: string; readonly intake?: number } = yield* doing(
    asking(training, who),
    who,
    does
  )
  if (!done.ok) return yield* new CannotDo({ reason: done.problem ?? "It was refused." })
  const performed: ActionResult = definedFields({ intake: done.intake })
  return performed
})
