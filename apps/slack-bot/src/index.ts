export { eventInWords } from "@safe-return/outreach"
export { Bot, botLayer } from "./Bot.ts"

export { slackStyle } from "./blocks/slackStyle.ts"

export { readBody } from "./http/readBody.ts"
export { runUntilStopped } from "./runUntilStopped.ts"
export { startFromEnvironment } from "./startFromEnvironment.ts"
export { escapeSlack } from "./words/escapeSlack.ts"
export { personInWords } from "./words/person.ts"
