/** Documents about a child that say what only a newer version knows: read as far as they go, and never written over. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Option, Schema } from "effect"
import { JournalUnavailable } from "../Journal.ts"
import { type DocumentForm, parseJson, schemaForm } from "./DocumentForm.ts"

export interface NewerDocument<D> {
  readonly child: ChildReference
  readonly _tag: "Newer"
  /** What this version knows of it; none where it cannot be read at all. */
  readonly inPart: Option.Option<D>
}

export type AnyVersion<D> =
  | { readonly child: ChildReference; readonly _tag: "Known"; readonly document: D }
  | NewerDocument<D>

/** Says that one document cannot be used, and what to do. */
export const needsNewer = (path: string, what: string): JournalUnavailable =>
  new JournalUnavailable({
    path,
    reason: `${what} was written by a newer version of this program: use the updated one`
  })

const decodeChild = Schema.decodeUnknownOption(Schema.Struct({ child: ChildReference }))

export const anyVersionForm = <D extends { readonly child: ChildReference }>(
  schema: Schema.Codec<D, unknown>
): DocumentForm<AnyVersion<D>> => {
  const known = schemaForm(schema)
  const decodeInPart = Schema.decodeUnknownOption(schema)
  return {
    read: (text) => {
      try {
        const document = known.read(text)
        return { _tag: "Known", child: document.child, document }
      } catch (cause) {
        const json = parseJson(text.body)
        const named = decodeChild(json)
        // Without a checksum it may as well have been damaged.
        if (text.generation === 0 || Option.isNone(named)) throw cause
        return { _tag: "Newer", child: named.value.child, inPart: decodeInPart(json) }
      }
    },
    write: (any, before) => {
      if (any._tag === "Newer") throw needsNewer(any.child, "it")
      return known.write(any.document, before)
    }
  }
}

/** What is known of it, or why it cannot be said; null where there is none. */
export const knownOf = <D>(path: string, any: AnyVersion<D> | null): Effect.Effect<D | null, JournalUnavailable> => {
  if (any === null) return Effect.succeed(null)
  if (any._tag === "Known") return Effect.succeed(any.document)
  return Option.isSome(any.inPart) ? Effect.succeed(any.inPart.value) : Effect.fail(needsNewer(path, "the document"))
}

/** What a change begins with: refused where it would lose what this version does not know. */
export const changeableOf = <D>(
  path: string,
  any: AnyVersion<D> | null
): Effect.Effect<D | null, JournalUnavailable> =>
  any?._tag === "Newer" ? Effect.fail(needsNewer(path, "the document")) : knownOf(path, any)

/** All that can be read; the others hide none of them. */
export const readableOf = <D>(all: ReadonlyArray<AnyVersion<D>>): ReadonlyArray<D> =>
  all.flatMap((any) => (any._tag === "Known" ? [any.document] : Option.toArray(any.inPart)))
