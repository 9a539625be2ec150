export type { Benchmark, Measured, Peer, Timing } from "./benchmark.ts"
export { measure } from "./measure.ts"
export { sideBySide } from "./sideBySide.ts"
