import { useEffect, useState } from "react"

const TICK_MS = 1_000

/** Training time as it runs; the browser's clock only measures how long ago the server last said it. */
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
