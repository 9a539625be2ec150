/** Documents about a child that say what only a newer version knows: read as far as they go, and never written over. */
import { ChildReference } from "@safe-return/domain/pathway"
import { Effect, Option, Schema } from "effect"
import { JournalUnavailable } from "../Journal.ts"
import { type DocumentForm, parseJson, schemaForm } from "./DocumentForm.ts"

interface OfChild {
  readonly child: ChildReference
}

interface NewerDocument<D, L = OfChild> {
  readonly child: ChildReference
  readonly _tag: "Newer"
  /** What every version's have had in common. */
  readonly least: L
  /** What this version knows of it; none where it cannot be read at all. */
  readonly inPart: Option.Option<D>
}

export type AnyVersion<D, L = OfChild> =
  | { readonly child: ChildReference; readonly _tag: "Known"; readonly document: D }
  | NewerDocument<D, L>

/** Says that one document cannot be used, and what to do. */
export const needsNewer = (path: string, what: string): JournalUnavailable =>
  new JournalUnavailable({
    path,
    reason: `${what} was written by a newer version of this program: use the updated one`
  })

export const anyVersionForm = <D extends OfChild>(schema: Schema.Codec<D, unknown>): DocumentForm<AnyVersion<D>> =>
  anyVersionFormOf(schema, Schema.Struct({ child: ChildReference }))

/** `least` is what a document has to hold to be of a newer version, and not damaged. */
export const anyVersionFormOf = <D extends OfChild, L extends OfChild>(
  schema: Schema.Codec<D, unknown>,
  least: Schema.Codec<L, unknown>
): DocumentForm<AnyVersion<D, L>> => {
  const known = schemaForm(schema)
  const decodeInPart = Schema.decodeUnknownOption(schema)
  const decodeLeast = Schema.decodeUnknownOption(least)
  return {
    read: (text) => {
      try {
        const document = known.read(text)
        return { _tag: "Known", child: document.child, document }
      } catch (cause) {
        const json = parseJson(text.body)
        const named = decodeLeast(json)
        // Without a checksum it may as well have been damaged.
        if (text.generation === 0 || Option.isNone(named)) throw cause
        return { _tag: "Newer", child: named.value.child, least: named.value, inPart: decodeInPart(json) }
      }
    },
    write: (any, before) => {
      if (any._tag === "Newer") throw needsNewer(any.child, "it")
      return known.write(any.document, before)
    }
  }
}

/** What is known of it, or why it cannot be said; null where there is none. */
export const knownOf = <D, L>(
  path: string,
  any: AnyVersion<D, L> | null
): Effect.Effect<D | null, JournalUnavailable> => {
  if (any === null) return Effect.succeed(null)
  if (any._tag === "Known") return Effect.succeed(any.document)
  return Option.isSome(any.inPart) ? Effect.succeed(any.inPart.value) : Effect.fail(needsNewer(path, "the document"))
}

/** What a change begins with: refused where it would lose what this version does not know. */
export const changeableOf = <D, L>(
  path: string,
  any: AnyVersion<D, L> | null
): Effect.Effect<D | null, JournalUnavailable> =>
  any?._tag === "Newer" ? Effect.fail(needsNewer(path, "the document")) : knownOf(path, any)

/** All that can be read; the others hide none of them. */
export const readableOf = <D, L>(all: ReadonlyArray<AnyVersion<D, L>>): ReadonlyArray<D> =>
  all.flatMap((any) => (any._tag === "Known" ? [any.document] : Option.toArray(any.inPart)))

/** Whose a newer version wrote, whether or not a part of it can be read. */
export const newerOf = <D, L>(all: ReadonlyArray<AnyVersion<D, L>>): ReadonlyArray<ChildReference> =>
  all.flatMap(({ _tag, child }) => (_tag === "Newer" ? [child] : []))
