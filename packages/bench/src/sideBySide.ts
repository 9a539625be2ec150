import type { Measured } from "./benchmark.ts"
import { type Measurement, measure, type Task } from "./measure.ts"

/** What one peer must be for the target to be met: our work at least `atLeast` times as fast (below 1: may be slower). */
interface PeerTask extends Task {
  readonly atLeast: number
}

const rounded = (value: number): number => Number(value.toPrecision(3))

/** Our work and its peers in one run, in nanoseconds. The target is met when every peer's ratio is. */
export const sideBySide = async (ours: Task, peers: ReadonlyArray<PeerTask>, must: string): Promise<Measured> => {
  const [own, ...theirs] = await measure([ours, ...peers])
  if (own === undefined) throw new Error("nothing was measured")
  const ratio = ({ median }: Measurement) => median / own.median
  return {
    ours: { median: rounded(own.median), p99: rounded(own.p99), unit: "ns", runs: own.runs },
    peers: theirs.map((peer) => ({
      name: peer.name,
      median: rounded(peer.median),
      p99: rounded(peer.p99),
      ratio: rounded(ratio(peer))
    })),
    must,
    met: theirs.every((peer, index) => ratio(peer) >= (peers[index]?.atLeast ?? 0))
  }
}
