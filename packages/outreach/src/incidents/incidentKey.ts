import type { MessageKey } from "../message/messageKinds.ts"
import type { Incident } from "./Incidents.ts"

const START = "incident:"
const OPEN = ":open"

/** What names the messages about an incident, at every instance the same. */
export const incidentKey = ({ kind, place = "" }: Pick<Incident, "kind" | "place">): MessageKey =>
  `${START}${kind}:${place}`

const RANG = "@"

/** What names one of several messages about an incident that rings people again. */
export const ringingKey = (incident: Pick<Incident, "kind" | "place">, occurrence: number): MessageKey =>
  `${incidentKey(incident)}${RANG}${occurrence}`

/** The incident that a message's key says is open; undefined for any other message. */
export const openIncidentOf = (messageKey: string): string | undefined =>
  messageKey.startsWith(START) && messageKey.endsWith(OPEN)
    ? messageKey.slice(0, -OPEN.length).replace(/@\d+$/, "")
    : undefined
