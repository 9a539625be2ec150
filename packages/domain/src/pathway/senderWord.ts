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

/**
 * The body of a notification with the sender's own words read as the policy says; a word it does not list stays.
 *
 * A word that the policy turns away is a failure with its field and the policy's own sentence. Capitals, spaces and
 * dashes of the sender's word do not count. The body is not changed, and nothing else in it is read.
 *
 * @example
 * ```ts
 * import { inOurWords } from "@safe-return/domain/pathway"
 * import { rotherham } from "@safe-return/domain/policy"
 *
 * const madeUp = { source: "Made up for this example", verified: false }
 * const standard = { field: "risk", word: "standard", readAs: "medium" } as const
 * const absent = { field: "absence", word: "absent", refused: "Send missing or away." } as const
 * const used = { absences: { value: ["missing"], ...madeUp }, risks: { value: ["medium"], ...madeUp } } as const
 * const policy = { ...rotherham, reports: { ...used, words: { value: [standard, absent], ...madeUp } } } as const
 * inOurWords({ risk: "Standard" }, policy) // success({"risk":"medium"})
 * inOurWords({ absence: "Absent" }, policy) // failure([{"field":"absence","message":"Send missing or away."}])
 * ```
 */
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
