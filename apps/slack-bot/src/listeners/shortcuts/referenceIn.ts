import { ChildReference } from "@safe-return/domain/pathway"
import { Option, Schema } from "effect"

/** Letters, a hyphen and a number, and nothing behind it: not a police reference, which goes on. */
const REFERENCE = /(?<![\w-])[A-Za-z]{2,6}-\d{3,}(?![\w-])/g

/** The case reference a message names, if it names one and no other; the person sees it in the form and can change it. */
export const referenceIn = (text: string): Option.Option<ChildReference> => {
  const [reference, ...others] = new Set(text.match(REFERENCE))
  return others.length > 0 ? Option.none() : Schema.decodeUnknownOption(ChildReference)(reference)
}
