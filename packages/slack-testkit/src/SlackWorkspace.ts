/**
 * A Slack workspace on this machine: emulate's Slack behind a Web API of ours on loopback, with people who type
 * commands, click buttons and fill in modals, and an app under test at the other end.
 */
import { AppConnection } from "./app/AppConnection.ts"
import { type AppCall, type Failure, routesOf } from "./appSide.ts"
import { Ephemerals } from "./Ephemerals.ts"
import { startEmulator } from "./emulator/Emulator.ts"
import type { Member } from "./members.ts"
import type { WorkspaceOptions } from "./options.ts"
import { Person } from "./Person.ts"
import { ResponseUrls } from "./ResponseUrls.ts"
import { noRecord, openCallRecord } from "./record/CallRecord.ts"
import { setUpChannels } from "./setUpChannels.ts"
import type { Signing } from "./signing.ts"
import { Timestamps } from "./Timestamps.ts"
import { Views } from "./views/Views.ts"
import type { WorkspaceParts } from "./WorkspaceParts.ts"
import { startHttpServer } from "./webApi/httpServer.ts"
import { WebApi } from "./webApi/WebApi.ts"

/** Something a person could now see. */
export type Change =
  | { readonly kind: "messages"; readonly channel: string }
  | { readonly kind: "ephemeral" | "modal" | "home"; readonly user: string }

export interface SlackWorkspace extends AsyncDisposable {
  /** For the app's `slackApiUrl`. */
  readonly slackApiUrl: string
  /** The line to the app: `app.connect("http://127.0.0.1:3000/slack/events")`. */
  readonly app: AppConnection
  /** The app's last thousand Web API calls with their answers, newest last. */
  readonly calls: ReadonlyArray<AppCall>
  readonly members: ReadonlyArray<Member>
  readonly person: (id: string, signing?: Signing) => Person
  /** Timestamp of the newest message of a conversation. */
  readonly latest: (channel: string) => string | undefined
  /** Makes the app's next call of a method fail; several are used up in turn. */
  readonly failNext: (method: string, failure: Failure) => void
  /** Calls `listener` whenever something changed; returns how to stop that. */
  readonly onChange: (listener: (change: Change) => void) => () => void
  readonly close: () => Promise<void>
}

export const startSlackWorkspace = async (options: WorkspaceOptions): Promise<SlackWorkspace> => {
  const { app, channels } = options
  const hostNow = options.hostNow ?? Date.now
  const team = options.team ?? { name: "Testkit", domain: "testkit" }
  const botUser: Member = { id: app.botUserId, name: app.name, realName: app.name, kind: "bot" }
  const members = [botUser, ...options.members]

  const listeners = new Set<(change: Change) => void>()
  const changed = (change: Change) => {
    for (const listener of listeners) listener(change)
  }
  const timestamps = new Timestamps(options.now ?? hostNow)
  const views = new Views(app, hostNow, (kind, user) => changed({ kind, user }))
  const ephemerals = new Ephemerals((user) => changed({ kind: "ephemeral", user }))
  const record = options.recordTo === undefined ? noRecord : await openCallRecord(options.recordTo)
  const emulator = await startEmulator({ team, members: options.members, app })
  const api = new WebApi({
    emulator,
    record,
    views,
    members,
    app,
    timestamps,
    changed: (channel) => changed({ kind: "messages", channel })
  })
  await setUpChannels(emulator, api.aliases, channels)
  await api.replay()

  const calls: Array<AppCall> = []
  const failures = new Map<string, Array<Failure>>()
  let address = ""
  const parts: WorkspaceParts = {
    api,
    app,
    connection: new AppConnection(app.signingSecret, hostNow),
    ephemerals,
    members,
    responseUrls: new ResponseUrls(hostNow),
    responseUrl: (id) => `${address}/response/${id}`,
    teamDomain: team.domain,
    timestamps,
    views
  }
  const server = await startHttpServer(options.port ?? 0, routesOf(parts, calls, failures))
  address = server.url

  const close = async () => {
    await server.close()
    await emulator.close()
    await record.close()
  }
  return {
    slackApiUrl: `${address}/api/`,
    app: parts.connection,
    calls,
    members,
    person: (id, signing = "genuine") => {
      const member = members.find((candidate) => candidate.id === id)
      if (member === undefined) throw new Error(`Nobody in this workspace has the id "${id}".`)
      return new Person(parts, member, signing)
    },
    latest: (channel) => api.latest.get(channel),
    failNext: (method, failure) => {
      failures.set(method, [...(failures.get(method) ?? []), failure])
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close,
    [Symbol.asyncDispose]: close
  }
}
