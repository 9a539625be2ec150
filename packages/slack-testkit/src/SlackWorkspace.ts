/** A Slack workspace in this process: an emulator behind our Web API, people who act, and an app under test. */
import { Announcer } from "./app/Announcer.ts"
import { AppConnection } from "./app/AppConnection.ts"
import type { Delivery } from "./app/delivery.ts"
import { eventCallback } from "./app/payloads.ts"
import { type AppCall, routesOf } from "./appSide.ts"
import { clockFrom } from "./clock.ts"
import { Ephemerals } from "./Ephemerals.ts"
import { startEmulator } from "./emulator/Emulator.ts"
import { type Fault, Faults } from "./faults/Faults.ts"
import type { JsonObject } from "./json.ts"
import type { Member } from "./members.ts"
import { OfferedOptions } from "./OfferedOptions.ts"
import type { WorkspaceOptions } from "./options.ts"
import { Person } from "./Person.ts"
import { ResponseUrls } from "./ResponseUrls.ts"
import { RateLimits } from "./rateLimits/RateLimits.ts"
import { noRecord, openCallRecord } from "./record/CallRecord.ts"
import { setUpChannels } from "./setUpChannels.ts"
import type { Signing } from "./signing.ts"
import { Timestamps } from "./Timestamps.ts"
import { Views } from "./views/Views.ts"
import type { WorkspaceParts } from "./WorkspaceParts.ts"
import { startHttpServer } from "./webApi/httpServer.ts"
import { WebApi } from "./webApi/WebApi.ts"

/** Something a person could now see. */
export type WorkspaceChange =
  | { readonly kind: "messages"; readonly channel: string }
  | { readonly kind: "ephemeral" | "modal" | "home"; readonly user: string }

export interface SlackWorkspace extends AsyncDisposable {
  /** For the app's `slackApiUrl`. */
  readonly slackApiUrl: string
  /** The line to the app: `app.connect("http://127.0.0.1:3000/slack/events")`, or its own Socket Mode connections. */
  readonly app: AppConnection
  /** The app's last thousand Web API calls with their answers, newest last. */
  readonly calls: ReadonlyArray<AppCall>
  readonly members: ReadonlyArray<Member>
  /** Sends the app an event of the Events API that nothing in this workspace gives rise to, such as `team_join`. */
  readonly event: (event: JsonObject) => Promise<Delivery>
  readonly person: (id: string, signing?: Signing) => Person
  /** Timestamp of the newest message of a conversation. */
  readonly latest: (channel: string) => string | undefined
  /** What goes wrong with the app's calls, and when: `faults.plan({ fault: { status: 503 } })` is Slack being down. */
  readonly faults: Faults
  /** Makes the app's next call of a method fail; several are used up in turn. */
  readonly failNext: (method: string, fault: Fault) => void
  /** Calls `listener` whenever something changed; returns how to stop that. */
  readonly onChange: (listener: (change: WorkspaceChange) => void) => () => void
  readonly close: () => Promise<void>
}

export const startSlackWorkspace = async (options: WorkspaceOptions): Promise<SlackWorkspace> => {
  const { app, channels } = options
  const clock = clockFrom(options.clock)
  const faults = new Faults(clock.now)
  const closing = new AbortController()
  const team = options.team ?? { name: "Testkit", domain: "testkit" }
  const botUser: Member = { id: app.botUserId, name: app.name, realName: app.name, kind: "bot" }
  const members = [botUser, ...options.members]

  const listeners = new Set<(change: WorkspaceChange) => void>()
  const changed = (change: WorkspaceChange) => {
    for (const listener of listeners) listener(change)
  }
  const timestamps = new Timestamps(clock.now)
  const views = new Views(app, clock.now, (kind, user) => changed({ kind, user }))
  const ephemerals = new Ephemerals((user) => changed({ kind: "ephemeral", user }))
  const record = options.recordTo === undefined ? noRecord : await openCallRecord(options.recordTo)
  const emulator = await startEmulator({ team, members: options.members, app })
  const connection = new AppConnection({ app, clock, closing: closing.signal, faults })
  const api: WebApi = new WebApi({
    emulator,
    record,
    views,
    members,
    app,
    timestamps,
    userGroups: options.userGroups ?? [],
    clock,
    closing: closing.signal,
    teamDomain: team.domain,
    changed: (channel, happened) => {
      changed({ kind: "messages", channel })
      announcer.happened(happened)
    }
  })
  const announcer = new Announcer({
    subscribed: options.events ?? ["app_home_opened"],
    app,
    connection,
    look: (method, params) => api.call(app.botUserId, method, params),
    nextTs: () => timestamps.next(),
    closing: closing.signal
  })
  for (const id of await setUpChannels(emulator, api.aliases, channels)) api.hidden.add(id)
  await api.replay()

  const calls: Array<AppCall> = []
  const rateLimits = options.rateLimits === "slack" ? new RateLimits(clock.now) : undefined
  let address = ""
  const parts: WorkspaceParts = {
    api,
    app,
    clock,
    closing: closing.signal,
    connection,
    ephemerals,
    members,
    offered: new OfferedOptions(),
    responseUrls: new ResponseUrls(clock.now),
    announcer,
    address: () => address,
    responseUrl: (id) => `${address}/response/${id}`,
    teamDomain: team.domain,
    timestamps,
    views
  }
  const server = await startHttpServer(options.port ?? 0, {
    ...routesOf(parts, calls, faults, rateLimits),
    now: () => parts.clock.now(),
    upgrade: (request, socket, head) => connection.sockets.upgrade(request, socket, head)
  })
  address = server.url

  const close = async () => {
    closing.abort()
    connection.sockets.close()
    await server.close()
    await emulator.close()
    await record.close()
  }
  return {
    slackApiUrl: `${address}/api/`,
    app: parts.connection,
    calls,
    members,
    event: (event) => connection.event(eventCallback(app, { event_ts: timestamps.next(), ...event })),
    person: (id, signing = "genuine") => {
      const member = members.find((candidate) => candidate.id === id)
      if (member === undefined) throw new Error(`Nobody in this workspace has the id "${id}".`)
      return new Person(parts, member, signing)
    },
    latest: (channel) => api.latest.get(channel),
    faults,
    failNext: (method, fault) => void faults.plan({ methods: [method], fault, times: 1 }),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close,
    [Symbol.asyncDispose]: close
  }
}
