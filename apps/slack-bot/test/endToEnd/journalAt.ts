import { sealingFromEnvironment } from "@safe-return/journal/files"
import { Effect, Layer, Redacted } from "effect"
import { storageLayer } from "../../src/storageLayer.ts"

/** The made-up council whose children a test's database holds. */
export const CRASH_COUNCIL = "Nowhereshire"

/** The journal in a folder, encrypted if the environment says so, or in the database at an address. */
export const journalAt = (place: string) =>
  Layer.unwrap(
    Effect.map(sealingFromEnvironment(process.env), (sealing) =>
      storageLayer(
        place.startsWith("postgresql://")
          ? { _tag: "Database", url: Redacted.make(place) }
          : { _tag: "Folder", directory: place },
        CRASH_COUNCIL,
        sealing
      )
    )
  )
