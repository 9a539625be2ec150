/** What `start` runs: with Slack credentials the bot on that workspace, without any the training workspace. */
import { join } from "node:path"
import { programAt } from "@safe-return/bundle"
import { loadProgram } from "@safe-return/slack-bot/start"

const { runProgramIfReal } = await loadProgram()
if (!(await runProgramIfReal(process.env))) await import(programAt(join(import.meta.dirname, "serveWorkspace.ts")))
