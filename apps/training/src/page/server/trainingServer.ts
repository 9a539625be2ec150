/** The page's side of the contract in api.ts: one function for each thing the training server can be asked. */
import { type Address, formatAddress } from "../../address/address.ts"
import type {
  ActionRequest,
  ClockMoved,
  ClockRequest,
  CommandRequest,
  Done,
  PageContent,
  PoliceReply,
  PoliceRequest,
  ShortcutRequest,
  Suggestions,
  SuggestionsRequest,
  ViewRequest
} from "../../api.ts"
import type { OpenScenario, PlayScenario, ScenarioFile } from "../../scenarios/api.ts"

export const SERVER_AWAY = "The training server is not answering."

/** Nothing came back at all: the server is stopped or still starting. */
export class ServerAway extends Error {
  override readonly name = "ServerAway"
  constructor() {
    super(SERVER_AWAY)
  }
}

/** The server answered, but not with what was asked for. */
class RequestRefused extends Error {
  override readonly name = "Refused"
}

const url = (path: string, as: string, more: Readonly<Record<string, string>> = {}): string =>
  `/api/${path}?${new URLSearchParams({ as, ...more })}`

const bodyOf = async (response: Response): Promise<unknown> => {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

const sentenceIn = (body: unknown): string | undefined => {
  if (typeof body !== "object" || body === null) return undefined
  for (const key of ["problem", "detail", "title"]) {
    const sentence = (body as Readonly<Record<string, unknown>>)[key]
    if (typeof sentence === "string" && sentence !== "") return sentence
  }
  return undefined
}

const get = async <A>(address: string, signal: AbortSignal): Promise<A> => {
  const response = await fetch(address, { signal, headers: { accept: "application/json" } }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new ServerAway()
  })
  const body = await bodyOf(response)
  if (response.ok && body !== undefined) return body as A
  throw new RequestRefused(
    sentenceIn(body) ?? `The training server answered ${response.status} instead of what was asked for.`
  )
}

const post = async (address: string, body: unknown): Promise<Response | undefined> =>
  fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body ?? {})
  }).catch(() => undefined)

const ask = async (address: string, body?: unknown): Promise<Done> => {
  const response = await post(address, body)
  if (response === undefined) return { ok: false, problem: SERVER_AWAY }
  const reply = await bodyOf(response)
  if (typeof reply === "object" && reply !== null && "ok" in reply) return reply as Done
  return { ok: false, problem: sentenceIn(reply) ?? `The training server answered ${response.status}.` }
}

/** Everything the page shows at its address. */
export const readSeen = (address: Address, signal: AbortSignal): Promise<PageContent> =>
  get(`/api/seen${formatAddress(address)}`, signal)

export const startTour = (as: string): Promise<Done> => ask(url("tour/start", as))

export const leaveTour = (as: string): Promise<Done> => ask(url("tour/leave", as))

/** The scenario of this id, or what was done here so far; a sentence when it cannot be had. */
export const readScenarioFile = (as: string, id: string | undefined): Promise<ScenarioFile | string> => {
  const asked = id === undefined ? url("scenarios/recorded", as) : url("scenarios/file", as, { id })
  return get<ScenarioFile>(asked, new AbortController().signal).catch((cause: unknown) =>
    cause instanceof Error ? cause.message : String(cause)
  )
}

export const openScenario = (as: string, asked: OpenScenario): Promise<Done> => ask(url("scenarios/open", as), asked)

export const playScenario = (as: string, asked: PlayScenario): Promise<Done> => ask(url("scenarios/play", as), asked)

export const checkScenario = (as: string): Promise<Done> => ask(url("scenarios/check", as))

export const leaveScenario = (as: string): Promise<Done> => ask(url("scenarios/leave", as))

export const sendCommand = (as: string, request: CommandRequest): Promise<Done> => ask(url("command", as), request)

export const sendAction = (as: string, request: ActionRequest): Promise<Done> => ask(url("action", as), request)

export const sendShortcut = (as: string, request: ShortcutRequest): Promise<Done> => ask(url("shortcut", as), request)

export const askSuggestions = async (as: string, request: SuggestionsRequest): Promise<Suggestions> => {
  const response = await post(url("suggestions", as), request)
  const body = response?.ok === true ? await bodyOf(response) : undefined
  return typeof body === "object" && body !== null && "options" in body ? (body as Suggestions) : { options: [] }
}

export const submitView = (as: string, request: ViewRequest): Promise<Done> => ask(url("view/submit", as), request)

export const closeView = (as: string, request: ViewRequest): Promise<Done> => ask(url("view/close", as), request)

export const moveClock = (as: string, request: ClockRequest): Promise<ClockMoved> => ask(url("clock", as), request)

export const resetTraining = (as: string): Promise<Done> => ask(url("reset", as))

/** The intake's own answer, or a sentence when the training server itself could not be reached. */
export const notifyAsPolice = async (as: string, request: PoliceRequest): Promise<PoliceReply | string> => {
  const response = await post(url("police", as), request)
  if (response === undefined) return SERVER_AWAY
  const reply = await bodyOf(response)
  if (typeof reply === "object" && reply !== null && "status" in reply && "body" in reply) return reply as PoliceReply
  return sentenceIn(reply) ?? `The training server answered ${response.status}.`
}
