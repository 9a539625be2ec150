import type { Policy } from "./policy.ts"
import type { PolicyFault } from "./policyFault.ts"

/** A report must always be able to say that a child is missing, and a word be read as something that is used. */
export const reportFaults = ({ reports }: Policy): ReadonlyArray<PolicyFault> => {
  if (reports === undefined) return []
  const used: ReadonlyArray<string> = [...reports.absences.value, ...reports.risks.value]
  const words = reports.words?.value ?? []
  const isSaidBefore = (index: number): boolean =>
    words.findIndex(({ field, word }) => field === words[index]?.field && word === words[index]?.word) < index
  return [
    ...(reports.absences.value.includes("missing")
      ? []
      : [{ field: "reports.absences.value", message: "Every council uses missing: add it" }]),
    ...words.flatMap(
      (listed, index): ReadonlyArray<PolicyFault> => [
        ...(isSaidBefore(index)
          ? [{ field: `reports.words.value[${index}].word`, message: `The word ${listed.word} is listed before` }]
          : []),
        ...("readAs" in listed && !used.includes(listed.readAs)
          ? [{ field: `reports.words.value[${index}].readAs`, message: `${listed.readAs} is not used here` }]
          : [])
      ]
    )
  ]
}
