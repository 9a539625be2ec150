import type { Button } from "@slack/types"
import { encodeHomePlace, type HomePlace } from "./HomePlace.ts"

/** Every button that moves about the Home has an id that begins with this; its value says where to. */
export const HOME_ACTION = "home-"

export const homeButton = (id: string, text: string, place: HomePlace, style?: "primary"): Button => ({
  type: "button",
  action_id: `${HOME_ACTION}${id}`,
  text: { type: "plain_text", text },
  value: encodeHomePlace(place),
  ...(style === undefined ? {} : { style })
})
