/** How one kind of document stands in its text. */
import { Option, Schema } from "effect"
import type { CheckedText } from "./checkedText.ts"
import { trustedDecoder } from "./trustedDecoder.ts"

/** How far a child's stream has come: the version of its last entry, and that entry's link in the chain. */
export interface StreamHead {
  readonly version: number
  readonly hash: string
}

export interface DocumentForm<D> {
  readonly read: (text: CheckedText) => D
  /** The document as JSON; `before` is the text it takes the place of. */
  readonly write: (document: D, before: CheckedText | null) => string
  /** Of a stream's text: how far it has come. */
  readonly headOf?: (body: string) => StreamHead | undefined
  /** Whether a stream's text goes on from that head: its chain is whole and leads through it. */
  readonly goesOnFrom?: (body: string, head: StreamHead) => boolean
}

/** How far the stream in a text has come; undefined for one of format 1, which has no links yet. */
export const streamHeadIn = <D>(form: DocumentForm<D>, { generation, body }: CheckedText): StreamHead | undefined =>
  generation === 0 ? undefined : form.headOf?.(body)

export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message quotes the text, which does not belong in a log.
    throw new Error("the document is not whole JSON: it was cut short or damaged")
  }
}

const FormatOne = Schema.decodeUnknownSync(Schema.Struct({ format: Schema.Literal(1) }))

/** The document of a text of format 1, whose format stands inside it. */
export const bodyOfFormatOne = (json: unknown): unknown => {
  FormatOne(json)
  const { format: _, ...body } = json as Record<string, unknown>
  return body
}

export const schemaForm = <D>(schema: Schema.Codec<D, unknown>): DocumentForm<D> => {
  // An unknown key is an error, because a document read without it would lose it at the next write.
  const decode = Schema.decodeUnknownSync(schema, { onExcessProperty: "error" })
  const decodeTrusted = trustedDecoder(schema)
  const encode = Schema.encodeSync(schema)
  return {
    read: ({ generation, body }) =>
      generation === 0
        ? decode(bodyOfFormatOne(parseJson(body)))
        : Option.getOrElse(decodeTrusted(parseJson(body)), () => decode(parseJson(body))),
    write: (document) => JSON.stringify(encode(document))
  }
}
