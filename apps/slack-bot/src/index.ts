export { Bot, botLayer } from "./Bot.ts"
export { BotConfiguration } from "./configuration/BotConfiguration.ts"
export type { Role } from "./people/roles.ts"
export { startFromEnvironment } from "./startFromEnvironment.ts"
