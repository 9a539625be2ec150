import { BadInput, parseJson, schemaFaults } from "@safe-return/exchange/reading"
import { Effect, Result, Schema } from "effect"
import { readText } from "./openFile.ts"

/** A small JSON file, read strictly: a misspelt field is refused and not passed over in silence. */
export const readJson = Effect.fn("readJson")(function* <A>(name: string, schema: Schema.Codec<A, unknown>) {
  const { file, text } = yield* readText(name)
  const parsed = parseJson(file, text)
  if (Result.isFailure(parsed)) return yield* new BadInput({ faults: [parsed.failure] })
  return yield* Schema.decodeUnknownEffect(schema)(parsed.success, { errors: "all", onExcessProperty: "error" }).pipe(
    Effect.mapError(({ issue }) => new BadInput({ faults: schemaFaults(issue, { file }) }))
  )
})
