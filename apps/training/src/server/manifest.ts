/** The slash commands and shortcuts people can use, from the bot's own manifest. */
import { readFile } from "node:fs/promises"
import { Effect, Schema } from "effect"
import type { Workspace } from "../api.ts"

const Manifest = Schema.fromJsonString(
  Schema.Struct({
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
      shortcuts: Schema.optionalKey(
        Schema.Array(Schema.Struct({ name: Schema.String, type: Schema.String, callback_id: Schema.String }))
      )
    })
  })
)

export type Offered = Pick<Workspace, "commands" | "shortcuts">

const place = new URL("../manifest.json", import.meta.resolve("@safe-return/slack-bot"))

export const offeredByManifest: Effect.Effect<Offered> = Effect.promise(() => readFile(place, "utf8")).pipe(
  Effect.flatMap(Schema.decodeUnknownEffect(Manifest)),
  // The manifest is part of this repository: one that does not decode is a defect, not a circumstance.
  Effect.orDie,
  Effect.map(({ features }) => ({
    commands: (features.slash_commands ?? []).map(({ command, description, usage_hint }) => ({
      command,
      description,
      hint: usage_hint ?? ""
    })),
    shortcuts: (features.shortcuts ?? [])
      .filter(({ type }) => type === "global")
      .map(({ name, callback_id }) => ({ name, callbackId: callback_id }))
  }))
)
