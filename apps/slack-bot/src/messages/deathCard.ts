/** The card of a child who died. It asks for nothing, and its one way on is to take a wrong record back. */
import { type Death, reportsAfterDeath } from "@safe-return/domain/pathway"
import { londonDateTime } from "@safe-return/wording"
import { cardButtons, type EpisodeCardFacts } from "../forms/cardButtons.ts"
import { escapeSlack } from "../words/escapeSlack.ts"
import { actions, context, header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

export const TO_LOOK_AT =
  "This child was reported missing after their death was recorded. The record may be wrong: speak to whoever reported it now."

export const deathCard = ({ death, ...card }: EpisodeCardFacts & { readonly death: Death }): MessageContent => {
  const { alert: _, ...facts } = card
  const isToLookAt = reportsAfterDeath(death).length > 0
  return {
    text: `${escapeSlack(card.child)}: this child has died.`,
    blocks: [
      header(card.child),
      section("This child has died. Nothing more is asked for on this record."),
      ...(isToLookAt ? [section(`*${TO_LOOK_AT}*`)] : []),
      context(`Known from ${londonDateTime(death.knownFrom)}. A team manager can take the record back if it is wrong.`),
      actions("episode", cardButtons(facts))
    ]
  }
}
