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

/** Opens the form on which somebody says that they, or somebody else, are away. */
export const OPEN_AWAY = "open-away"

export const openAwayButton: Button = {
  type: "button",
  action_id: OPEN_AWAY,
  text: { type: "plain_text", text: "Leave and sickness" }
}

/** Opens the form on which somebody says when they, or somebody else, work. */
export const OPEN_HOURS = "open-hours"

export const openHoursButton: Button = {
  type: "button",
  action_id: OPEN_HOURS,
  text: { type: "plain_text", text: "Working days" }
}

export const homeButton = (id: string, text: string, place: HomePlace, style?: "primary"): Button => ({
  type: "button",
  action_id: `${HOME_ACTION}${id}`,
  text: { type: "plain_text", text },
  value: encodeHomePlace(place),
  ...(style === undefined ? {} : { style })
})
