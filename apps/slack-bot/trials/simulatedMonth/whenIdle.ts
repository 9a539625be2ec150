/** Whether this process still has something to do at the moment: requests, and reading and writing of files. */
import { subscribe } from "node:diagnostics_channel"

interface Published {
  readonly request: object
  readonly response?: { readonly statusCode: number }
}

const requests = new Set<object>()
const published = (message: unknown) => message as Published

subscribe("undici:request:create", (message) => void requests.add(published(message).request))
for (const end of ["undici:request:trailers", "undici:request:error"]) {
  subscribe(end, (message) => void requests.delete(published(message).request))
}
// The bot lets go of a refusal's body, and undici tells of no end of what was let go.
subscribe("undici:request:headers", (message) => {
  const { request, response } = published(message)
  if (response?.statusCode !== 200) requests.delete(request)
})

/** Files read and written, and work that is to go on at the next turn of the event loop. */
const WORK = new Set(["FSReqCallback", "FSReqPromise", "CloseReq", "Immediate"])

const isBusy = (): boolean =>
  requests.size > 0 || process.getActiveResourcesInfo().some((resource) => WORK.has(resource))

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))
/** The processor is the bot's meanwhile. */
const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, 1))

/** Where nothing was under way, a few turns of the event loop show whether anything begins. */
const QUIET_TURNS = 4
/** Where something was, one step may follow another with a pause between them that nothing tells of (closing a file). */
const QUIET_MS_AFTER_WORK = 2

export const whenIdle = async (): Promise<void> => {
  let turns = 0
  let quietFrom = performance.now()
  let wasBusy = false
  while (turns < QUIET_TURNS || (wasBusy && performance.now() - quietFrom < QUIET_MS_AFTER_WORK)) {
    await (wasBusy && performance.now() - quietFrom < QUIET_MS_AFTER_WORK ? aMoment() : nextTurn())
    turns += 1
    if (!isBusy()) continue
    wasBusy = true
    turns = 0
    quietFrom = performance.now()
  }
}
