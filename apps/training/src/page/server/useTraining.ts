import { useCallback, useEffect, useRef, useState } from "react"
import type { Conversation, Happened, Screen, Tour, Workspace } from "../../api.ts"
import type { Scenarios } from "../../scenarios/api.ts"
import type { Address } from "../address/address.ts"
import { placeOf } from "../address/place.ts"
import { listenForChanges } from "./changes.ts"
import {
  Refused,
  readConversation,
  readHappened,
  readScenarios,
  readScreen,
  readThread,
  readTour,
  readWorkspace,
  ServerAway
} from "./trainingServer.ts"

/** Everything the page shows, as the server last told it, for one persona in one place. */
export interface Seen {
  readonly workspace: Workspace
  readonly screen: Screen
  readonly conversation?: Conversation
  readonly thread?: Conversation
  readonly tour?: Tour
  readonly happened?: Happened
  readonly scenarios?: Scenarios
}

const RETRY_AFTER_MS = 3_000

/** A thread that a reset has taken away is an empty one; the conversation beside it is still worth showing. */
const readThreadIfThere = (as: string, id: string, ts: string, signal: AbortSignal): Promise<Conversation> =>
  readThread(as, id, ts, signal).catch((cause: unknown) => {
    if (cause instanceof Refused) return { id, messages: [] }
    throw cause
  })

const readAll = async (address: Address, signal: AbortSignal): Promise<Seen> => {
  const workspace = await readWorkspace(address.as, signal)
  const as = workspace.me.id
  const place = placeOf(address.in, workspace)
  const id = place.kind === "conversation" ? place.id : undefined
  const [screen, conversation, thread] = await Promise.all([
    readScreen(as, signal),
    id === undefined ? undefined : readConversation(as, id, signal),
    id === undefined || address.thread === undefined ? undefined : readThreadIfThere(as, id, address.thread, signal)
  ])
  // After the conversation: a step of the tour may consist in having read it.
  const guide =
    address.guide === "tour"
      ? { tour: await readTour(as, signal) }
      : address.guide === "happened"
        ? { happened: await readHappened(as, address.about, signal) }
        : address.guide === "scenario"
          ? { scenarios: await readScenarios(as, signal) }
          : {}
  return { workspace, screen, ...(conversation ? { conversation } : {}), ...(thread ? { thread } : {}), ...guide }
}

/**
 * Keeps the page up to date: reads again at every change the server tells of, and every few seconds while the
 * server is away. Changes that arrive during a reading lead to exactly one more reading after it.
 */
export const useTraining = (address: Address) => {
  const [seen, setSeen] = useState<Seen>()
  const [isAway, setAway] = useState(false)
  const [problem, setProblem] = useState<string>()
  const current = useRef<() => Promise<void>>(async () => undefined)
  const { as, in: place, thread, guide, about } = address

  useEffect(() => {
    const stop = new AbortController()
    let reading: Promise<void> | undefined
    let isStale = false
    let retry: ReturnType<typeof setTimeout> | undefined

    const readOnce = async () => {
      clearTimeout(retry)
      const wanted: Address = {
        ...(as ? { as } : {}),
        ...(place ? { in: place } : {}),
        ...(thread ? { thread } : {}),
        ...(guide ? { guide } : {}),
        ...(about ? { about } : {})
      }
      try {
        const next = await readAll(wanted, stop.signal)
        if (stop.signal.aborted) return
        setSeen(next)
        setAway(false)
        setProblem(undefined)
      } catch (cause) {
        if (stop.signal.aborted) return
        if (cause instanceof ServerAway) setAway(true)
        else setProblem(cause instanceof Error ? cause.message : String(cause))
        retry = setTimeout(refresh, RETRY_AFTER_MS)
      }
    }

    const refresh = (): Promise<void> => {
      if (reading !== undefined) {
        isStale = true
        return reading
      }
      reading = (async () => {
        do {
          isStale = false
          await readOnce()
        } while (isStale && !stop.signal.aborted)
        reading = undefined
      })()
      return reading
    }

    current.current = refresh
    void refresh()
    return () => {
      stop.abort()
      clearTimeout(retry)
    }
  }, [as, place, thread, guide, about])

  const refresh = useCallback(() => current.current(), [])

  useEffect(() => {
    if (as === undefined) return
    return listenForChanges(as, { onChange: refresh, onAway: () => setAway(true) })
  }, [as, refresh])

  return { seen, isAway, problem, refresh }
}
