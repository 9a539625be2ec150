/** What the bot is measured against, in a process of its own: a Bolt app that acknowledges and does nothing else. */
import { App, HTTPReceiver, LogLevel } from "@slack/bolt"

const [slackApiUrl = "", botToken = "", signingSecret = ""] = process.argv.slice(2)
const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR })
const app = new App({ token: botToken, receiver, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } })
app.command("/rhi", ({ ack }) => ack())
const server = await app.start({ host: "127.0.0.1", port: 0 })
const address = server.address()
if (typeof address !== "object" || address === null) throw new Error("the bare app does not listen")
process.send?.({ url: `http://127.0.0.1:${address.port}` })
