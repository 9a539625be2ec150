/** The made-up child on a surface: what was told of them, and their card to click in. */

import { child, type Told, tell } from "@safe-return/casework/testing"
import { calendars, Instant } from "@safe-return/domain/calendar"
import { latestEpisode } from "@safe-return/domain/pathway"
import { wordsOf } from "@safe-return/outreach/testing"
import { Option } from "effect"
import { sectionWith } from "../../src/blocks/blocks.ts"
import type { CaseButton } from "../../src/blocks/caseLink.ts"
import { moreButton } from "../../src/forms/cardButtons.ts"
import { rendered } from "../messages/rendered.ts"
import type { Surface } from "./surface.ts"

/** The card of the child's latest episode, once all this was told. */
export const withChild = async (surface: Surface, ...told: ReadonlyArray<Told>) => {
  const { state } = tell(told)
  surface.states.set(child, state)
  const episode = Option.getOrThrow(latestEpisode(state))
  const now = Instant(Math.max(...told.map((one) => one.now)))
  return surface.post(rendered({ _tag: "EpisodeCard", calendars, child, state, episode, now }))
}

/** Presses a button of a card: on it, or behind "More" where it has no room. */
export const press = async (
  person: ReturnType<Surface["person"]>,
  card: Awaited<ReturnType<typeof withChild>>,
  action: string
) => {
  const messages = await person.messages(card.channel)
  const isOnCard = wordsOf(messages.filter(({ ts }) => ts === card.ts)).includes(`"action_id":"${action}"`)
  if (isOnCard) return person.click(card, action)
  await person.click(card, moreButton.actionId)
  return person.click({ viewId: String(person.modal?.id) }, action)
}

/** Says which of several episodes is meant, in the form that asks. */
export const chooseEpisode = (person: ReturnType<Surface["person"]>, actionId: string, episodeId: string) =>
  person.act({ viewId: String(person.modal?.id) }, { actionId, blockId: episodeId })

/** Presses a button that is not offered to them any more, on a message that was posted when it was. */
export const pressUnoffered = async (surface: Surface, person: string, button: CaseButton) => {
  const state = Option.fromUndefinedOr(surface.states.get(child))
  const episode = Option.getOrThrow(Option.flatMap(state, latestEpisode))
  const message = await surface.post({
    text: button.purpose,
    blocks: [sectionWith(button.purpose, button({ child, episodeId: episode.id }))]
  })
  return surface.person(person).click(message, button.actionId)
}

/** What the person was told last, to them alone. */
export const lastReply = (surface: Surface, person: string) =>
  wordsOf(surface.person(person).ephemerals.at(-1) ?? "nothing was said")
