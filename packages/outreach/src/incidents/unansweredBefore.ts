/** An incident that waits for a person's answer, taken up from what a process said of it that has stopped since. */
import { IncidentKind } from "./IncidentKind.ts"
import type { Incident } from "./Incidents.ts"

/** What each asks for, where no count and no reference is known any more. */
const asked: Readonly<Partial<Record<IncidentKind, string>>> = {
  "report-refused":
    "A report could not be taken: ring the police. It may be of a missing child and is not recorded here.",
  "news-elsewhere": "News of a child came under the police reference of another child: ring the police.",
  "records-went-back": "Events recorded last cannot be brought back: ask the police what they reported last."
}

const isKind = (kind: string): kind is IncidentKind => IncidentKind.literals.some((one) => one === kind)

/**
 * @param named as `incidentKey` names it
 * @returns undefined for one that ends by itself
 */
export const unansweredBefore = (named: string): Incident | undefined => {
  const [, kind = "", ...rest] = named.split(":")
  const sentence = isKind(kind) ? asked[kind] : undefined
  if (!isKind(kind) || sentence === undefined) return undefined
  const place = rest.join(":")
  const said = "It was said before Safe Return was started again, and nobody has answered it since."
  return {
    kind,
    ...(place === "" ? {} : { place }),
    what: `${sentence} ${said}`,
    remedy: "The people on duty say what came of it, with the button below their message.",
    duty: { sentence: `${sentence} ${said}`, inChannel: true, untilAnswered: true }
  }
}
