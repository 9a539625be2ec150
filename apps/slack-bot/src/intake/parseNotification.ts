import { withheldPoliceReference } from "@safe-return/casework"
import {
  inOurWords,
  isGivenByPolice,
  type Notification,
  notificationKinds,
  parsePoliceReference,
  tidyReference
} from "@safe-return/domain/pathway"
import type { Policy } from "@safe-return/domain/policy"
import { fieldOf, schemaFaultsIn } from "@safe-return/wording/schemaFaults"
import { Effect, Option, Schema, type SchemaIssue } from "effect"
import type { Problem } from "./Problem.ts"

/** The body is not a notification; each field that is wrong is named. */
export class MalformedNotification extends Schema.TaggedError<MalformedNotification>()("MalformedNotification", {
  errors: Schema.Array(Schema.Struct({ field: Schema.String, detail: Schema.String }))
}) {
  get problem(): Problem {
    return {
      status: 400,
      title: "The notification cannot be read",
      detail: "Nothing was recorded. Mend the fields named here and send it again.",
      errors: this.errors
    }
  }
}

type Kind = keyof typeof notificationKinds

const isKind = (kind: unknown): kind is Kind => typeof kind === "string" && Object.hasOwn(notificationKinds, kind)

const faultsIn = schemaFaultsIn({ missing: "is required" })

const fieldErrors = (issue: SchemaIssue.Issue) =>
  faultsIn(issue).map((fault) => ({ field: fieldOf(fault) || "body", detail: fault.message }))

const failed = (field: string, detail: string) =>
  Effect.fail(new MalformedNotification({ errors: [{ field, detail }] }))

const parseJson = (text: string) =>
  Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: () => new MalformedNotification({ errors: [{ field: "body", detail: "must be JSON" }] })
  })

const tidy = (reference: unknown): unknown => (typeof reference === "string" ? tidyReference(reference) : reference)

/** No report is refused for its police reference: one that is none of any force's is kept so that nobody can read it. */
const tidyPoliceReference = (reference: unknown): unknown => {
  if (typeof reference !== "string" || reference.trim() === "") return reference
  const read = parsePoliceReference(reference)
  return Option.isSome(read) && isGivenByPolice(read.value) ? read.value : withheldPoliceReference(reference)
}

/** The references in plain characters and without spaces, where there are any. */
const tidied = (body: object) => {
  const child: unknown = "child" in body ? body.child : undefined
  return {
    ...body,
    ...("policeReference" in body ? { policeReference: tidyPoliceReference(body.policeReference) } : {}),
    ...(typeof child === "object" && child !== null && "reference" in child
      ? { child: { ...child, reference: tidy(child.reference) } }
      : {})
  }
}

/** Reads a notification from the text of a request, the sender's words by the policy, naming every field that is wrong. */
export const parseNotification = Effect.fn("parseNotification")(function* (text: string, policy: Policy) {
  const body = yield* parseJson(text)
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    return yield* failed("body", "must be a JSON object")
  }
  const kind = "kind" in body ? body.kind : undefined
  if (!isKind(kind)) return yield* failed("kind", `must be one of ${Object.keys(notificationKinds).join(", ")}`)
  const told = yield* Effect.mapError(
    Effect.fromResult(inOurWords(tidied(body), policy)),
    (refused) =>
      new MalformedNotification({ errors: refused.map(({ field, message }) => ({ field, detail: message })) })
  )
  const schema: Schema.Codec<Notification, unknown> = notificationKinds[kind]
  return yield* Schema.decodeUnknownEffect(schema)(told, { errors: "all" }).pipe(
    Effect.mapError((error) => new MalformedNotification({ errors: fieldErrors(error.issue) }))
  )
})
