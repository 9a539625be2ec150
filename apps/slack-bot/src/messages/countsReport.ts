import { alertsInWords, deliveriesInWords } from "../counts/countsInWords.ts"
import type { Facts } from "../delivery/message/Message.ts"
import type { CountsReport } from "../delivery/message/teamMessages.ts"
import { header, section } from "./blocks.ts"
import type { MessageContent } from "./MessageContent.ts"

export const countsReport = ({ counts }: Facts<CountsReport>): MessageContent => {
  const alerts = `Alerts, exact: ${alertsInWords(counts)}.`
  const deliveries = `Messages, exact: ${deliveriesInWords(counts)}.`
  return {
    text: `What is owed adds up. ${alerts} ${deliveries}`,
    blocks: [header("What is owed adds up"), section(`${alerts}\n${deliveries}`)]
  }
}
