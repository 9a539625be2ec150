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

/** The text with full-width letters, odd dashes and invisible characters replaced by plain ones. */
export const plainCharacters = (text: string): string =>
  text.replaceAll(INVISIBLE, "").normalize("NFKC").replaceAll(DASHES, "-")

/** A typed reference in plain characters and without spaces; its capitals are left, because they can show a name. */
export const tidyReference = (text: string): string =>
  PLAIN.test(text) || text.length > LONGEST
    ? text
    : plainCharacters(text).trim().replaceAll(SPACED_MARK, "$1").replaceAll(SPACE_FOR_DASH, "-")

const tidied = SchemaTransformation.transform({ decode: tidyReference, encode: (reference: string) => reference })

/** A child's reference as it is typed or sent, in any spelling. */
export const TypedChildReference = Schema.String.pipe(Schema.decodeTo(ChildReference, tidied))

/** A police reference as it is typed or sent, in any spelling. */
export const TypedPoliceReference = Schema.String.pipe(Schema.decodeTo(PoliceReference, tidied))

export const parseChildReference = Schema.decodeUnknownOption(TypedChildReference)
export const parsePoliceReference = Schema.decodeUnknownOption(TypedPoliceReference)

/** One key for every spelling of a reference: capitals do not count, nor does the dash before a number. */
export const referenceKey = (reference: string): string => reference.toUpperCase().replaceAll(DASH_BEFORE_NUMBER, "")

export const isSameReference = <R extends Reference>(one: R, other: R): boolean =>
  one === other || referenceKey(one) === referenceKey(other)

/** The one spelling in which a new child is recorded, so that two instances write the same record. */
export const newChildReference = (typed: ChildReference): ChildReference => ChildReference.make(typed.toUpperCase())

/** The one spelling in which a new police reference is recorded; a stand-in of our own stays as it is. */
export const newPoliceReference = (typed: PoliceReference): PoliceReference =>
  isGivenByPolice(typed) ? PoliceReference.make(typed.toUpperCase()) : typed
