import type { Style } from "@safe-return/outreach"
import { escapeSlack } from "../blocks/blocks.ts"
import { personInWords } from "../words/person.ts"

/** Slack's mrkdwn: https://docs.slack.dev/messaging/formatting-message-text. */
export const slackStyle: Style = {
  workspace: "Slack",
  strong: (text) => `*${text}*`,
  code: (command) => `\`${command}\``,
  text: escapeSlack,
  person: personInWords,
  sign: (sign) => `:${sign}: `
}
