/**
 * The file a child's document is kept in.
 *
 * References are case sensitive and file systems may not be, so a lower-case letter is marked rather than an
 * upper-case one: real references are upper case and stay readable (`LCS-10432` is kept in `lcs-10432.json`).
 */
import { ChildReference } from "@safe-return/domain/pathway"
import { Option, Schema } from "effect"

const EXTENSION = ".json"

/** Two characters for one: `_` and what is marked. Every other character stands for itself or its capital. */
const marked: Readonly<Record<string, string>> = { _: "__", "/": "_-" }

const nameCharacter = (character: string): string => {
  if (/[A-Z]/.test(character)) return character.toLowerCase()
  if (/[a-z]/.test(character)) return `_${character}`
  return marked[character] ?? character
}

export const fileNameOf = (child: ChildReference): string => [...child].map(nameCharacter).join("") + EXTENSION

const referenceCharacter = (name: string): string => {
  if (name === "_-") return "/"
  if (name === "__") return "_"
  return name.startsWith("_") ? name.slice(1) : name.toUpperCase()
}

const decodeReference = Schema.decodeUnknownOption(ChildReference)

/** The child whose document has this file name; none when no reference gives that name. */
export const childOfFileName = (fileName: string): Option.Option<ChildReference> => {
  const name = fileName.slice(0, -EXTENSION.length)
  const reference = decodeReference(name.replaceAll(/_.|[^_]/g, referenceCharacter))
  return Option.filter(reference, (child) => fileNameOf(child) === fileName)
}

/** Whether a file claims to be a document, so that one which is none stops the start and is not passed over. */
export const isDocumentName = (fileName: string): boolean => fileName.endsWith(EXTENSION)
