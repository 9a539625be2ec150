import * as Result from "effect/Result"
import type { Policy } from "../policy/policy.ts"

type Body = Readonly<Record<string, unknown>>

/** A sender's word that the policy turns away, with the policy's own sentence of what to send. */
export interface WordRefusal {
  readonly field: "absence" | "risk"
  readonly message: string
}

const asWord = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-")

/** The body of a notification with the sender's own words read as the policy says; a word it does not list stays. */
export const inOurWords = (body: Body, { reports }: Policy): Result.Result<Body, ReadonlyArray<WordRefusal>> => {
  const read: Record<string, unknown> = { ...body }
  const refused: Array<WordRefusal> = []
  for (const listed of reports?.words?.value ?? []) {
    const sent = body[listed.field]
    if (typeof sent !== "string" || asWord(sent) !== listed.word) continue
    if ("readAs" in listed) read[listed.field] = listed.readAs
    else refused.push({ field: listed.field, message: listed.refused })
  }
  return refused.length > 0 ? Result.fail(refused) : Result.succeed(read)
}
