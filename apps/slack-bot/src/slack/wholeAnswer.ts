/** An answer of Slack's in its form, or none: Slack's client takes any text of a proxy for an error code. */
import { Result, Schema } from "effect"

/** Far larger than any answer we ask for; smaller than what would fill the memory. */
const MOST_BYTES = 20_000_000

/** Something came that Slack does not say: whether Slack did what it was asked is unknown. */
export class UnreadableAnswer extends Error {
  constructor() {
    super("unreadable answer")
  }
}

const Answer = Schema.fromJsonString(
  Schema.Union([
    Schema.Struct({ ok: Schema.Literal(true) }),
    Schema.Struct({ ok: Schema.Literal(false), error: Schema.String.check(Schema.isPattern(/^[a-z0-9_]+$/)) })
  ])
)
const readAnswer = Schema.decodeUnknownResult(Answer)

const textOf = async (response: Response): Promise<string> => {
  const chunks: Array<Uint8Array> = []
  let size = 0
  // Leaving the loop lets the connection go.
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > MOST_BYTES) throw new UnreadableAnswer()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

/** The same answer, read to its end; one by its status alone where it is not 200. Fails for anything in between. */
export const wholeAnswer = async (response: Response): Promise<Response> => {
  const { status, statusText, headers } = response
  if (status !== 200) {
    await response.body?.cancel()
    return new Response(null, { status, statusText, headers })
  }
  const text = await textOf(response)
  if (Result.isFailure(readAnswer(text))) throw new UnreadableAnswer()
  return new Response(text, { headers: { ...Object.fromEntries(headers), "content-type": "application/json" } })
}
