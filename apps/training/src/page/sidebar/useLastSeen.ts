import { useCallback, useState } from "react"
import type { ConversationSummary } from "../../api.ts"
import { firstSeen, type LastSeen, markSeen, meetThreads, parseLastSeen, type ThreadSize } from "./lastSeen.ts"

const KEY = "safe-return.training.last-seen"

const store = (seen: LastSeen): LastSeen => {
  window.localStorage.setItem(KEY, JSON.stringify(seen))
  return seen
}

export const useLastSeen = () => {
  const [seen, setSeen] = useState<LastSeen | undefined>(() => parseLastSeen(window.localStorage.getItem(KEY)))

  const [isFirstVisit] = useState(seen === undefined)

  const begin = useCallback(
    (conversations: ReadonlyArray<ConversationSummary>) => setSeen((was) => was ?? store(firstSeen(conversations))),
    []
  )
  const mark = useCallback(
    (persona: string, conversation: string, ts: string) =>
      setSeen((was) => (was === undefined ? was : store(markSeen(was, persona, conversation, ts)))),
    []
  )
  const meet = useCallback(
    (persona: string, threads: ReadonlyArray<ThreadSize>) =>
      setSeen((was) => {
        if (was === undefined) return was
        const next = meetThreads(was, persona, threads)
        return next === was ? was : store(next)
      }),
    []
  )
  const forget = useCallback(() => {
    window.localStorage.removeItem(KEY)
    setSeen(undefined)
  }, [])

  return { seen, isFirstVisit, begin, mark, meet, forget }
}
