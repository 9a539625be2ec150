/** What every benchmark hands over, in the shape of `docs/performance.json`. */
export interface Timing {
  readonly median: number
  readonly p99: number
}

/** How the same work is done without us. Times are in the unit of `ours`. */
export interface Peer extends Timing {
  readonly name: string
  /** Its median over ours: above 1, ours is faster. */
  readonly ratio: number
}

export interface Measured {
  readonly ours: Timing & { readonly unit: "ns" | "µs" | "ms" | "s"; readonly runs: number }
  readonly peers: ReadonlyArray<Peer>
  /** The target in words, and whether these figures meet it. */
  readonly must: string
  readonly met: boolean
}

/** One piece of work, measured beside its peers. `run` compares answers first and throws where they differ. */
export interface Benchmark {
  readonly id: string
  readonly work: string
  readonly run: () => Promise<Measured>
  /** Words of errors that the work calls for; any other error that is reported fails the benchmark. */
  readonly reports?: ReadonlyArray<string>
}
