import type { FiringStanding, UnmadeReason } from "./firing.ts"

const unmadeWords: Readonly<Record<UnmadeReason, string>> = {
  "episode-cancelled": "an episode of its evidence was cancelled",
  duplicate: "two episodes of its evidence were one disappearance",
  corrected: "the evidence was put right"
}

/**
 * What has become of a trigger, in a sentence without a reason of anyone's; undefined while it awaits a decision.
 *
 * @example
 * ```ts
 * import { standingWords } from "@safe-return/domain/risk"
 *
 * standingWords({ _tag: "Passed" }) // "No longer asked: the child was found before a person decided."
 * standingWords({ _tag: "Open" }) // undefined
 * ```
 */
export const standingWords = (standing: FiringStanding): string | undefined => {
  switch (standing._tag) {
    case "Open":
      return undefined
    case "Imported":
      return "Listed only: it rests on history imported from the case system, and nobody is asked."
    case "Passed":
      return "No longer asked: the child was found before a person decided."
    case "Decided":
      return standing.decision.answer === "yes"
        ? "Decided: it is done or arranged."
        : "Decided: it is not to be done, with a reason kept with the case."
    case "EvidenceCorrected":
      return `No longer stands: ${unmadeWords[standing.because]}.`
  }
}
