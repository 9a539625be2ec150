/** emulate's Slack, started in this process, and calls to it in the name of a member or of the app. */
import { Agent, request } from "node:http"
import { text } from "node:stream/consumers"
import { createEmulator } from "emulate"
import { isObject, type JsonObject, parsed } from "../json.ts"
import type { Member } from "../members.ts"
import type { AppIdentity } from "../options.ts"

/** The member the emulator itself brings: owner of every channel, never shown. */
export const owner = "U000000001"

/** The emulator refuses an access token after 5,000 calls an hour, so each actor has several and takes turns. */
const tokensPerActor = 40

const tokenOf = (actor: string, turn: number) => `emulated-${actor}-${turn}`

export interface Emulator {
  readonly call: (actor: string, method: string, params: JsonObject) => Promise<JsonObject>
  readonly close: () => Promise<void>
}

interface Answer {
  readonly status: number | undefined
  readonly body: string
}

/** By Node's own client: one test makes thousands of calls, and `fetch` takes twice the processor time for each. */
const post = (agent: Agent, url: string, token: string, params: JsonObject): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` }
    request(url, { agent, method: "POST", headers }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode, body }), reject)
    })
      .once("error", reject)
      .end(JSON.stringify(params))
  })

/** Members are seeded as bot users, the only seed with a given id; `users.info` is answered by the testkit. */
export const startEmulator = async (options: {
  readonly team: { readonly name: string; readonly domain: string }
  readonly members: ReadonlyArray<Member>
  readonly app: AppIdentity
}): Promise<Emulator> => {
  const { app, members, team } = options
  const actors = [owner, app.botUserId, ...members.map((member) => member.id)]
  const emulator = await createEmulator({
    service: "slack",
    port: 0,
    hostname: "127.0.0.1",
    seed: {
      tokens: {},
      slack: {
        team,
        oauth_apps: [
          { ...asBotUser(app.botUserId, app.name), app_id: app.id, bot_id: app.botId, name: app.name },
          ...members.map((member) => ({ ...asBotUser(member.id, member.name), name: member.realName }))
        ],
        tokens: actors.flatMap((actor) =>
          Array.from({ length: tokensPerActor }, (_, turn) => ({
            token: tokenOf(actor, turn),
            user_id: actor,
            ...(actor === app.botUserId
              ? { type: "bot", app_id: app.id, bot_id: app.botId, bot_user_id: app.botUserId }
              : { type: "user" })
          }))
        )
      }
    }
  })

  const agent = new Agent({ keepAlive: true })
  let turn = 0
  const call = async (actor: string, method: string, params: JsonObject): Promise<JsonObject> => {
    turn = (turn + 1) % tokensPerActor
    const { status, body } = await post(agent, `${emulator.url}/api/${method}`, tokenOf(actor, turn), params)
    if (status === 404) return { ok: false, error: "unknown_method", req_method: method }
    const answer = parsed(body)
    return isObject(answer) ? answer : { ok: false, error: "internal_error" }
  }
  const close = async () => {
    agent.destroy()
    await emulator.close()
  }
  return { call, close }
}

const asBotUser = (userId: string, name: string) => ({
  client_id: `client-${userId}`,
  client_secret: `not-a-secret-${userId}`,
  redirect_uris: [],
  bot_user_id: userId,
  bot_name: name
})
