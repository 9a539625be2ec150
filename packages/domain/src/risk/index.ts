export type { Firing } from "./firing.ts"
export { triggersFired } from "./triggers.ts"
