/** The layers that keep everything, as the settings say. The database's are loaded only where there is one. */
import { lowdbLayer, type Sealing } from "@safe-return/journal/files"
import type { StorageSettings } from "@safe-return/settings"
import { Effect, Layer } from "effect"

const inDatabase = (kept: StorageSettings & { readonly _tag: "Database" }, council: string, waitForAnswer: boolean) =>
  Layer.unwrap(
    Effect.map(
      Effect.promise(() => import("@safe-return/journal/postgres")),
      ({ postgresLayer }) => postgresLayer({ ...kept, council, waitForAnswer })
    )
  )

/** Everything of one council; `sealing` is how a folder's texts are kept, since a database has its own encryption. */
export const storageLayer = (kept: StorageSettings, council: string, sealing: Sealing, waitForAnswer = true) =>
  kept._tag === "Folder" ? lowdbLayer({ directory: kept.directory, sealing }) : inDatabase(kept, council, waitForAnswer)

/** Where it is, in words that hold no password. */
export const describeStorage = (kept: StorageSettings): string =>
  kept._tag === "Folder" ? `in ${kept.directory}` : "in PostgreSQL, which other instances may use too"
