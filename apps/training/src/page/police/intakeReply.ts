/** The intake's answer in plain words. Errors come as problem details (RFC 9457) with one entry for each field. */
import type { PoliceReply } from "../../api.ts"

export interface FieldFault {
  /** The field as the notification names it, `child.reference`; empty when the fault is in the whole of it. */
  readonly field: string
  readonly fault: string
}

interface ExplainedReply {
  readonly isAccepted: boolean
  readonly sentence: string
  readonly faults: ReadonlyArray<FieldFault>
}

/** What the panel calls the fields of a notification. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
  policeReference: "Police reference",
  "child.reference": "Child reference",
  absence: "Absence",
  missingFrom: "Missing from",
  risk: "Risk",
  missingAt: "Missing at",
  reportedAt: "Reported at",
  foundAt: "Found at",
  returnedAt: "Returned at",
  reason: "Reason"
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const firstText = (record: Readonly<Record<string, unknown>>, keys: ReadonlyArray<string>): string | undefined =>
  keys.map((key) => record[key]).find((value): value is string => typeof value === "string" && value !== "")

/** A JSON pointer (`#/child/reference`, `/child/reference`) or a path, as `child.reference`. */
const fieldName = (path: unknown): string => {
  if (Array.isArray(path)) return path.join(".")
  if (typeof path !== "string") return ""
  return path.replace(/^#?\/?/, "").replaceAll("/", ".")
}

/** "is required" makes a sentence only behind the field's name; what begins with a capital already is one. */
const asSentence = (field: string, fault: string): string => {
  if (!/^\p{Ll}/u.test(fault)) return fault
  const sentence = `${FIELD_LABELS[field] ?? field} ${fault}`.trim()
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}

const listed = (body: unknown): ReadonlyArray<FieldFault> => {
  if (!isRecord(body)) return []
  const { errors } = body
  if (Array.isArray(errors)) {
    return errors.filter(isRecord).map((error) => ({
      field: fieldName(error["pointer"] ?? error["field"] ?? error["path"] ?? error["name"]),
      fault: firstText(error, ["detail", "message", "reason", "title"]) ?? "Not accepted."
    }))
  }
  if (!isRecord(errors)) return []
  return Object.entries(errors).map(([field, fault]) => ({
    field: fieldName(field),
    fault: typeof fault === "string" ? fault : Array.isArray(fault) ? fault.join(" ") : "Not accepted."
  }))
}

const faultsOf = (body: unknown): ReadonlyArray<FieldFault> =>
  listed(body).map(({ field, fault }) => ({ field, fault: asSentence(field, fault) }))

const accepted = (status: number, body: unknown): string => {
  if (status === 200) return "Received before: nothing was done twice."
  if (!isRecord(body)) return "Accepted and kept."
  const episode = firstText(body, ["episodeId"])
  if (episode !== undefined) return `Accepted and kept as episode ${episode}.`
  const standing = firstText(body, ["status"])
  return standing === undefined ? "Accepted and kept." : `Accepted: ${standing}.`
}

const refused = (status: number, body: unknown): string => {
  const said = isRecord(body) ? firstText(body, ["detail", "title", "message"]) : undefined
  if (said !== undefined) return said
  if (status === 409) return "This reference was already sent with other content. Nothing was written."
  if (status === 400) return "The notification was not accepted. Nothing was written."
  return "The intake did not accept this, and did not say why."
}

export const explainReply = ({ status, body }: PoliceReply): ExplainedReply => {
  const isAccepted = status >= 200 && status < 300
  return {
    isAccepted,
    sentence: isAccepted ? accepted(status, body) : refused(status, body),
    faults: isAccepted ? [] : faultsOf(body)
  }
}
