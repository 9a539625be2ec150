import { parseReferencePatterns } from "@safe-return/domain/pathway"
import { Config, Effect, Option, Result } from "effect"

type Setting = "SAFE_RETURN_CASE_REFERENCES" | "SAFE_RETURN_CASE_SYSTEM_REFERENCES" | "SAFE_RETURN_EDUCATION_REFERENCES"

/** The forms of references that the council has set; none where it has set none, or none that can be read. */
export const setPatterns = (setting: Setting) =>
  Effect.map(
    Config.option(Config.String(setting)),
    Option.flatMap((set) => Result.getSuccess(parseReferencePatterns(set)))
  )
