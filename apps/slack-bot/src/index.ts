/** What the training workspace needs of the bot to run it; nothing else of it is reached from outside. */
export { Bot, botLayer } from "./Bot.ts"
export { readBody } from "./http/readBody.ts"
export { slackStyle } from "./messages/slackStyle.ts"
export { runUntilStopped } from "./runUntilStopped.ts"
