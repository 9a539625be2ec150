export { examine, type Finding, isWell } from "./examine.ts"
