import { useCallback, useEffect, useRef, useState } from "react"
import type { Address } from "../../address/address.ts"
import type { PageContent } from "../../api.ts"
import { listenForChanges } from "./changes.ts"
import { readSeen, ServerAway } from "./trainingServer.ts"

const RETRY_AFTER_MS = 3_000

/** Much that changes is out of this persona's sight: what is shown stays, and nothing is redrawn. */
const unlessTheSame =
  (next: PageContent) =>
  (shown: PageContent | undefined): PageContent =>
    shown !== undefined && JSON.stringify(shown) === JSON.stringify(next) ? shown : next

/** Reads again at every change; changes that arrive during a reading lead to exactly one more. */
export const useTraining = (address: Address) => {
  const [seen, setSeen] = useState<PageContent>()
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
        const next = await readSeen(wanted, stop.signal)
        if (stop.signal.aborted) return
        setSeen(unlessTheSame(next))
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

  useEffect(() => listenForChanges({ onChange: refresh, onAway: () => setAway(true) }), [refresh])

  return { seen, isAway, problem, refresh }
}
