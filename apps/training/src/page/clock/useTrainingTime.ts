import { useEffect, useState } from "react"

const TICK_MS = 1_000

/**
 * Training time as it runs: what the server last said and the time since, for as long as the server is there. The
 * browser's clock is used only to measure how long ago that was.
 */
export function useTrainingTime(said: string, isRunning: boolean): number
export function useTrainingTime(said: string | undefined, isRunning: boolean): number | undefined
export function useTrainingTime(said: string | undefined, isRunning: boolean): number | undefined {
  const [since, setSince] = useState(0)

  useEffect(() => {
    if (said === undefined) return
    const saidAt = performance.now()
    setSince(0)
    if (!isRunning) return
    const ticking = setInterval(() => setSince(Math.floor(performance.now() - saidAt)), TICK_MS)
    return () => clearInterval(ticking)
  }, [said, isRunning])

  return said === undefined ? undefined : Date.parse(said) + since
}
