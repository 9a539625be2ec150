import { Effect } from "effect"
import type { ButtonHandler } from "../../handlers/ButtonHandler.ts"
import { childOfLink, readLink } from "../../handlers/findCase.ts"
import { revealProfile } from "./revealProfile.ts"

/** "Reveal" on the card. */
export const revealProfileButton: ButtonHandler = {
  permission: "reveal-profile",
  about: ({ value }) => childOfLink(value),
  handle: Effect.fn("revealProfileButton")(function* ({ person, value, openForm }) {
    const { child } = yield* readLink(value)
    yield* openForm(yield* revealProfile(child, person))
  })
}
