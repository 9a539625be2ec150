import { Effect } from "effect"
import { childOfLink, readLink } from "../findCase.ts"
import { revealProfile } from "../revealing.ts"
import type { ButtonHandler } from "./ButtonHandler.ts"

/** "Reveal" on the card. */
export const revealProfileButton: ButtonHandler = {
  permission: "reveal-profile",
  about: ({ value }) => childOfLink(value),
  handle: Effect.fn("revealProfileButton")(function* ({ person, value, openForm }) {
    const { child } = yield* readLink(value)
    yield* openForm(yield* revealProfile(child, person))
  })
}
