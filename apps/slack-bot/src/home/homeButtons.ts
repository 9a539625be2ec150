import { definedFields } from "@safe-return/domain/definedFields"
import type { Button } from "@slack/types"
import { encodeHomePlace, type HomePlace } from "./HomePlace.ts"

/** Every button that moves about the Home has an id that begins with this; its value says where to. */
export const HOME_ACTION = "home-"

/** Tries what could not be delivered once more, and comes back to the same place. */
export const TRY_AGAIN = "try-again"

export const tryAgainButton = (place: HomePlace): Button => ({
  type: "button",
  action_id: TRY_AGAIN,
  text: { type: "plain_text", text: "Try again" },
  value: encodeHomePlace(place)
})

export const homeButton = (id: string, text: string, place: HomePlace, style?: "primary"): Button => ({
  type: "button",
  action_id: `${HOME_ACTION}${id}`,
  text: { type: "plain_text", text },
  value: encodeHomePlace(place),
  ...definedFields({ style })
})
