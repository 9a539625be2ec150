export { Policy } from "./policy.ts"
export { rotherham } from "./rotherham.ts"
