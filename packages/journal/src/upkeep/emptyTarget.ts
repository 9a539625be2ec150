import { readdirSync } from "node:fs"
import { Data, Effect } from "effect"
import { unavailable } from "../documents/faultInWords.ts"

/** There is something where a journal should be put. Nothing was written. */
export class TargetNotEmpty extends Data.TaggedError("TargetNotEmpty")<{ readonly path: string }> {
  override get message() {
    return `${this.path} is not empty. Name a folder that is empty or not there yet: nothing is ever put over a journal.`
  }
}

const namesIn = (path: string): ReadonlyArray<string> => {
  try {
    return readdirSync(path)
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return []
    throw cause
  }
}

export const assertEmptyTarget = (path: string) =>
  Effect.try({ try: () => namesIn(path), catch: (cause) => unavailable(path, cause) }).pipe(
    Effect.flatMap((names) => (names.length === 0 ? Effect.void : Effect.fail(new TargetNotEmpty({ path }))))
  )
