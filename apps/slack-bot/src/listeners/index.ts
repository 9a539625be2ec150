import type { App } from "@slack/bolt"
import type { Run } from "../handlers/Handler.ts"
import type { TablesTaken } from "../slack/TablesTaken.ts"
import * as actions from "./actions/index.ts"
import * as commands from "./commands/index.ts"
import * as events from "./events/index.ts"
import * as shortcuts from "./shortcuts/index.ts"
import * as views from "./submissions/index.ts"

/** Everything the bot answers to in Slack. Its manifest declares the same. */
export const registerListeners = (app: App, run: Run, tables: TablesTaken): void => {
  commands.register(app, run, tables)
  actions.register(app, run)
  views.register(app, run)
  shortcuts.register(app, run)
  events.register(app, run)
}
