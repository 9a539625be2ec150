import type { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Option } from "effect"
import { revealProfile } from "../../forms/profile/revealProfile.ts"
import { findChild } from "../../handlers/findCase.ts"
import type { CommandHandler } from "../../handlers/Handler.ts"

/** `/missing reveal <reference>` */
export const missingReveal: CommandHandler<{ readonly reference: ChildReference }> = {
  permission: "reveal-profile",
  about: ({ command }) => Option.some(command.reference),
  handle: Effect.fn("missingReveal")(function* ({ command, person, openForm }) {
    const { child } = yield* findChild(command.reference)
    yield* openForm(yield* revealProfile(child, person))
    return Option.none()
  })
}
