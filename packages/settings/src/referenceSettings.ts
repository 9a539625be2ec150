/** The forms of the council's references, which keep names out: docs/decisions/0033. */
import { parseReferencePatterns, type ReferencePatterns } from "@safe-return/domain/pathway"
import { Result, Schema } from "effect"

const asked = {
  SAFE_RETURN_CASE_REFERENCES: "which form the case system's references of children have, such as ABC-######",
  SAFE_RETURN_CASE_SYSTEM_REFERENCES:
    "which form the case system's references of forms and records have, such as ABC-####-#{1-7}",
  SAFE_RETURN_POLICE_REFERENCES: "which form the references of your police have, such as ABC-####-#######"
}

type Variable = keyof typeof asked

const Patterns = Schema.optionalKey(Schema.String)

export const referenceVariables = {
  SAFE_RETURN_CASE_REFERENCES: Patterns,
  SAFE_RETURN_CASE_SYSTEM_REFERENCES: Patterns,
  SAFE_RETURN_POLICE_REFERENCES: Patterns
} satisfies Readonly<Record<Variable, typeof Patterns>>

type Values = Readonly<Record<string, string | undefined>>

const patternsIn = (name: Variable, values: Values) => parseReferencePatterns(values[name] ?? "")

/** A bot that started without them would take a name for a reference and show it. */
export const referenceProblems = (values: Values): ReadonlyMap<string, string> =>
  new Map(
    (Object.keys(asked) as ReadonlyArray<Variable>).flatMap((name) =>
      Result.match(patternsIn(name, values), {
        onSuccess: () => [],
        onFailure: (fault) => [[name, `${fault}: it says ${asked[name]}`] as const]
      })
    )
  )

/** The patterns, once {@link referenceProblems} has found none. */
export const referencesIn = (values: Values): ReferencePatterns => ({
  child: Result.getOrThrow(patternsIn("SAFE_RETURN_CASE_REFERENCES", values)),
  caseSystem: Result.getOrThrow(patternsIn("SAFE_RETURN_CASE_SYSTEM_REFERENCES", values)),
  police: Result.getOrThrow(patternsIn("SAFE_RETURN_POLICE_REFERENCES", values))
})
