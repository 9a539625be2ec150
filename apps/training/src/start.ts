/** What `start` runs: with Slack credentials the bot on that workspace, without any the training workspace. */
import { loadProgram } from "@safe-return/slack-bot/start"

const { runProgramIfReal } = await loadProgram()
if (!(await runProgramIfReal(process.env))) await import("./serveWorkspace.ts")
