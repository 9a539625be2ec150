import type { Incident } from "../incidents/Incidents.ts"
import type { Counts, Difference } from "./Counts.ts"

/** How many children are named to those who run the pathway; more are counted. */
const NAMED = 20

const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0)

const sum = (counts: Readonly<Record<string, number>>, parts: ReadonlyArray<readonly [number, string]>): string =>
  `${total(counts)} = ${parts.map(([many, what]) => `${many} ${what}`).join(" + ")}`

const onTheWay = (many: number): ReadonlyArray<readonly [number, string]> => (many === 0 ? [] : [[many, "on the way"]])

export const alertsInWords = ({ alerts }: Counts): string =>
  sum(alerts, [
    [alerts.acknowledged, "acknowledged"],
    [alerts.climbing, "climbing"],
    [alerts.leftSlack, "left Slack"],
    [alerts.settled, "settled"],
    ...onTheWay(alerts.unsent)
  ])

export const deliveriesInWords = ({ deliveries }: Counts): string =>
  sum(deliveries, [
    [deliveries.sent, "sent"],
    [deliveries.superseded, "superseded"],
    [deliveries.listed, "undelivered and listed"],
    ...onTheWay(deliveries.unsent)
  ])

const lost = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`

export const countsDiffer = (counts: Counts, { alerts, deliveries }: Difference): Incident => {
  const children = [...new Set(alerts.values())]
  const more = children.length - NAMED
  const what = [
    ...(alerts.size === 0
      ? []
      : [`${lost(alerts.size, "alert was", "alerts were")} sent to nobody: ${alertsInWords(counts)}.`]),
    ...(deliveries.size === 0
      ? []
      : [
          `${lost(deliveries.size, "message was", "messages were")} neither sent nor listed: ${deliveriesInWords(counts)}.`
        ])
  ]
  return {
    kind: "counts-differ",
    what: `What is owed does not add up. ${what.join(" ")}`,
    remedy:
      "Restart Safe Return, which looks at every child again. If it still differs, send its log to the people who maintain it.",
    ...(children.length === 0
      ? {}
      : {
          duty: {
            sentence: `Nobody was sent the alert about ${children.slice(0, NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}. Ring the police and the people of each case now.`,
            inChannel: true,
            outsideSlack: `${lost(children.length, "alert about a missing child was", "alerts about missing children were")} sent to nobody. Open Slack and look at the missing list, or ring the police.`
          }
        })
  }
}
