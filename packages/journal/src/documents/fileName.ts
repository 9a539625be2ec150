/** A child's file, lower-case letters marked: file systems may not tell cases apart (`LCS-1` is `lcs-1.json`). */
import { ChildReference } from "@safe-return/domain/pathway"
import { Option, Schema } from "effect"

const EXTENSION = ".json"

/** Two characters for one: `_` and what is marked. Every other character stands for itself or its capital. */
const marked = (character: string): string => (character === "_" ? "__" : character === "/" ? "_-" : `_${character}`)

const unmarked = (name: string): string => (name === "__" ? "_" : name === "_-" ? "/" : name.slice(1))

export const fileNameOf = (child: ChildReference): string =>
  child.replaceAll(/[a-z_/]/g, marked).toLowerCase() + EXTENSION

const decodeReference = Schema.decodeUnknownOption(ChildReference)

/** The child whose document has this file name; none when no reference gives that name. */
export const childOfFileName = (fileName: string): Option.Option<ChildReference> => {
  const name = fileName.slice(0, -EXTENSION.length)
  const reference = decodeReference(
    name.replaceAll(/_.|[a-z]+/g, (found) => (found.startsWith("_") ? unmarked(found) : found.toUpperCase()))
  )
  return Option.filter(reference, (child) => fileNameOf(child) === fileName)
}

/** Whether a file claims to be a document, so that one which is none stops the start and is not passed over. */
export const isDocumentName = (fileName: string): boolean => fileName.endsWith(EXTENSION)
