/** What is said of messages that have waited longer than their patience. */
import { MILLISECONDS_A_MINUTE } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import type { Incident } from "../incidents/Incidents.ts"
import { isAlert } from "../owed/OwedMessage.ts"
import type { WaitingMessage } from "./Backlog.ts"
import { whyUndelivered } from "./whyUndelivered.ts"

/** How many children are named to those who run the pathway; more are counted. */
const NAMED = 20

const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`

const inMinutes = (millis: number): string => count(Math.floor(millis / MILLISECONDS_A_MINUTE), "minute")

const reasonsOf = (overdue: ReadonlyArray<WaitingMessage>): string =>
  [...Map.groupBy(overdue, ({ reason = "waiting-its-turn" }) => reason)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([reason, those]) => `${those.length} because ${whyUndelivered(reason)} (${reason})`)
    .join("; ")

const isOfMissingChild = ({ about, urgency, isUpdate }: WaitingMessage): boolean =>
  isAlert(urgency) && !isUpdate && about !== "team"

/** The children whose alert has not gone, in the order in which the alerts wait. */
export const childrenWaitedFor = (overdue: ReadonlyArray<WaitingMessage>): ReadonlyArray<ChildReference> => [
  ...new Set(
    overdue.flatMap(({ about, urgency, isUpdate }) =>
      isAlert(urgency) && !isUpdate && about !== "team" ? [about] : []
    )
  )
]

const dutyOf = (children: ReadonlyArray<ChildReference>): Pick<Incident, "duty"> => {
  if (children.length === 0) return {}
  const more = children.length - NAMED
  const names = `${children.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`
  return {
    duty: {
      sentence: `Alerts have not gone to everybody they are for: ${names}. Ring the people of each case and the police, and do not wait for Slack.`,
      inChannel: true,
      outsideSlack: `Alerts about ${count(children.length, "missing child", "missing children")} cannot be sent in Slack. Ring the police and the out-of-hours duty team, and look at the missing list.`
    }
  }
}

/** @param overdue the most urgent first; at least one */
export const messagesWaiting = (overdue: ReadonlyArray<WaitingMessage>, now: number, patience: number): Incident => {
  const alerts = overdue.filter(isOfMissingChild).length
  const oldest = Math.max(...overdue.map(({ since }) => now - since))
  const subject = overdue.length === 1 ? "has" : "have"
  return {
    kind: "messages-waiting",
    what: `${count(overdue.length, "message")} ${subject} waited longer than ${inMinutes(patience)}, ${alerts} of them alerts about missing children; the oldest for ${inMinutes(oldest)}: ${reasonsOf(overdue)}.`,
    remedy:
      "See “Not delivered” on the app's Home tab. Look at Slack's status page, the bot's token and scopes and the missing channel; each is tried again by itself.",
    ...dutyOf(childrenWaitedFor(overdue))
  }
}
