/** The slash commands and shortcuts people can use, from the bot's own manifest. */
import manifest from "@safe-return/slack-bot/manifest.json" with { type: "json" }
import { Effect, Schema } from "effect"
import type { Workspace } from "../api.ts"

const ManifestShortcut = Schema.Struct({
  name: Schema.String,
  type: Schema.Literals(["global", "message"]),
  callback_id: Schema.String
})

const Manifest = Schema.Struct({
  features: Schema.Struct({
    slash_commands: Schema.optionalKey(
      Schema.Array(
        Schema.Struct({
          command: Schema.String,
          description: Schema.String,
          usage_hint: Schema.optionalKey(Schema.String)
        })
      )
    ),
    shortcuts: Schema.optionalKey(Schema.Array(ManifestShortcut))
  })
})

export type ManifestEntries = Pick<Workspace, "commands" | "shortcuts" | "messageShortcuts">

const shortcutsOf = (all: ReadonlyArray<typeof ManifestShortcut.Type> = [], wanted: "global" | "message") =>
  all.filter(({ type }) => type === wanted).map(({ name, callback_id }) => ({ name, callbackId: callback_id }))

export const offeredByManifest: Effect.Effect<ManifestEntries> = Schema.decodeUnknownEffect(Manifest)(manifest).pipe(
  // The manifest is part of this repository: one that does not decode is a defect, not a circumstance.
  Effect.orDie,
  Effect.map(({ features }) => ({
    commands: (features.slash_commands ?? []).map(({ command, description, usage_hint }) => ({
      command,
      description,
      hint: usage_hint ?? ""
    })),
    shortcuts: shortcutsOf(features.shortcuts, "global"),
    messageShortcuts: shortcutsOf(features.shortcuts, "message")
  }))
)
