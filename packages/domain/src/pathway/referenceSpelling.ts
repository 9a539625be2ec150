/** What counts as the same reference, however a person or a machine writes it: docs/decisions/0032. */
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import { ChildReference, PoliceReference } from "../vocabulary/identifiers.ts"
import { isGivenByPolice } from "./reports.ts"

export type Reference = ChildReference | PoliceReference

const INVISIBLE = /\p{Cf}/gu
const DASHES = /[\p{Pd}\u2212]/gu
const PLAIN = /^[A-Za-z0-9._/-]*$/

/** Nothing longer is a reference, and the patterns below take long on long texts. */
const LONGEST = 200

const SPACED_MARK = /\s*([-._/])\s*/g

/** Only after capitals: `emma 2011` is a name, and is refused for its space. */
const SPACE_FOR_DASH = /(?<=(?<![A-Za-z])[A-Z]+)\s+(?=\d)/g

const DASH_BEFORE_NUMBER = /(?<=[A-Z])-(?=\d)/g

/**
 * The text with full-width letters, odd dashes and invisible characters replaced by plain ones.
 *
 * @example
 * ```ts
 * import { plainCharacters } from "@safe-return/domain/pathway"
 *
 * plainCharacters("ＬＣＳ–10432") // "LCS-10432"
 * ```
 */
export const plainCharacters = (text: string): string =>
  text.replaceAll(INVISIBLE, "").normalize("NFKC").replaceAll(DASHES, "-")

/**
 * A typed reference in plain characters and without spaces; its capitals are left, because they can show a name.
 *
 * A text of more than 200 characters is no reference, and is left as it is.
 *
 * @example
 * ```ts
 * import { tidyReference } from "@safe-return/domain/pathway"
 *
 * tidyReference(" LCS 10432 ") // "LCS-10432"
 * tidyReference("lcs – 10432") // "lcs-10432"
 * ```
 */
export const tidyReference = (text: string): string =>
  PLAIN.test(text) || text.length > LONGEST
    ? text
    : plainCharacters(text).trim().replaceAll(SPACED_MARK, "$1").replaceAll(SPACE_FOR_DASH, "-")

const tidied = SchemaTransformation.transform({ decode: tidyReference, encode: (reference: string) => reference })

/** A child's reference as it is typed or sent, in any spelling. */
export const TypedChildReference = Schema.String.pipe(Schema.decodeTo(ChildReference, tidied))

/** A police reference as it is typed or sent, in any spelling. */
export const TypedPoliceReference = Schema.String.pipe(Schema.decodeTo(PoliceReference, tidied))

/**
 * Reads a child's reference as it is typed or sent, in any spelling: 1 to 40 letters, digits, - . _ / and at least one
 * digit, once spaces and odd characters are tidied. None for anything else; nothing throws.
 *
 * @example
 * ```ts
 * import { parseChildReference } from "@safe-return/domain/pathway"
 *
 * parseChildReference("LCS 10432") // some("LCS-10432")
 * parseChildReference("Emma Jones") // none()
 * ```
 */
export const parseChildReference = Schema.decodeUnknownOption(TypedChildReference)
/**
 * Reads a police reference as it is typed or sent, in any spelling: 3 to 64 letters, digits, - . _ / once spaces and
 * odd characters are tidied. None for anything else; nothing throws.
 *
 * @example
 * ```ts
 * import { parsePoliceReference } from "@safe-return/domain/pathway"
 *
 * parsePoliceReference(" SYP–2026–0417 ") // some("SYP-2026-0417")
 * parsePoliceReference("-") // none()
 * ```
 */
export const parsePoliceReference = Schema.decodeUnknownOption(TypedPoliceReference)

/**
 * One key for every spelling of a reference: capitals do not count, nor does the dash before a number.
 *
 * @example
 * ```ts
 * import { referenceKey } from "@safe-return/domain/pathway"
 *
 * referenceKey("lcs-10432") // "LCS10432"
 * referenceKey("LCS10432") // "LCS10432"
 * ```
 */
export const referenceKey = (reference: string): string => reference.toUpperCase().replaceAll(DASH_BEFORE_NUMBER, "")

/**
 * Whether two references are one, however they are written: capitals do not count, nor does the dash before a number.
 * Source: decision 32 (`docs/decisions/0032-one-reference-however-written.md`).
 *
 * @example
 * ```ts
 * import { ChildReference, isSameReference } from "@safe-return/domain/pathway"
 *
 * isSameReference(ChildReference.make("LCS-10432"), ChildReference.make("lcs10432")) // true
 * isSameReference(ChildReference.make("LCS-10432"), ChildReference.make("LCS-10433")) // false
 * ```
 */
export const isSameReference = <R extends Reference>(one: R, other: R): boolean =>
  one === other || referenceKey(one) === referenceKey(other)

/**
 * The one spelling in which a new child is recorded, so that two instances write the same record.
 *
 * @example
 * ```ts
 * import { ChildReference, newChildReference } from "@safe-return/domain/pathway"
 *
 * newChildReference(ChildReference.make("lcs-10432")) // "LCS-10432"
 * ```
 */
export const newChildReference = (typed: ChildReference): ChildReference => ChildReference.make(typed.toUpperCase())

/**
 * The one spelling in which a new police reference is recorded; a stand-in of our own stays as it is.
 *
 * @example
 * ```ts
 * import { PoliceReference, newPoliceReference } from "@safe-return/domain/pathway"
 *
 * newPoliceReference(PoliceReference.make("syp-2026-0417")) // "SYP-2026-0417"
 * ```
 */
export const newPoliceReference = (typed: PoliceReference): PoliceReference =>
  isGivenByPolice(typed) ? PoliceReference.make(typed.toUpperCase()) : typed
