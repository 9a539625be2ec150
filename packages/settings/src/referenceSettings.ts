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

/** Only a council that follows children missing education here has these. */
const EDUCATION = "SAFE_RETURN_EDUCATION_REFERENCES"

/** Any of them set, the education team works here. */
const educationSettings = [
  "SAFE_RETURN_EDUCATION_OFFICERS",
  "SAFE_RETURN_ATTENDANCE",
  "SAFE_RETURN_ADMISSIONS",
  "SAFE_RETURN_EDUCATION_MANAGERS",
  "SAFE_RETURN_EDUCATION_CHANNEL",
  "SAFE_RETURN_EDUCATION_CENSUS_DAYS"
]

const Patterns = Schema.optionalKey(Schema.String)

export const referenceVariables = {
  SAFE_RETURN_CASE_REFERENCES: Patterns,
  SAFE_RETURN_CASE_SYSTEM_REFERENCES: Patterns,
  SAFE_RETURN_POLICE_REFERENCES: Patterns,
  [EDUCATION]: Patterns
} satisfies Readonly<Record<Variable | typeof EDUCATION, typeof Patterns>>

type Values = Readonly<Record<string, string | undefined>>

const patternsIn = (name: Variable | typeof EDUCATION, values: Values) => parseReferencePatterns(values[name] ?? "")

const askedOfEducation = "which form the education system's references of children have, such as EDU-#####"

const isWithEducation = (values: Values): boolean =>
  [EDUCATION, ...educationSettings].some((name) => values[name] !== undefined)

/** A bot that started without them would take a name for a reference and show it. */
export const referenceProblems = (values: Values): ReadonlyMap<string, string> => {
  const names: ReadonlyArray<readonly [Variable | typeof EDUCATION, string]> = [
    ...(Object.entries(asked) as ReadonlyArray<[Variable, string]>),
    ...(isWithEducation(values) ? [[EDUCATION, askedOfEducation] as const] : [])
  ]
  return new Map(
    names.flatMap(([name, says]) =>
      Result.match(patternsIn(name, values), {
        onSuccess: () => [],
        onFailure: (fault) => [[name, `${fault}: it says ${says}`] as const]
      })
    )
  )
}

/** The patterns, once {@link referenceProblems} has found none. */
export const referencesIn = (values: Values): ReferencePatterns => ({
  child: Result.getOrThrow(patternsIn("SAFE_RETURN_CASE_REFERENCES", values)),
  caseSystem: Result.getOrThrow(patternsIn("SAFE_RETURN_CASE_SYSTEM_REFERENCES", values)),
  police: Result.getOrThrow(patternsIn("SAFE_RETURN_POLICE_REFERENCES", values))
})

/** Those of the education system; undefined where the education team does not work here. */
export const educationReferencesIn = (values: Values) =>
  isWithEducation(values) ? Result.getOrThrow(patternsIn(EDUCATION, values)) : undefined
